import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, PutObjectTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveSecrets } from "#core/base/ids.ts";
import { makeUploadId } from "#core/initiatives/attachment.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import { openBucket } from "../../../functions/store/aws/objects.ts";
import { scanTag } from "../../../functions/store/aws/upload-bucket.ts";
import { startMail } from "../../../local/standins/mail.ts";
import { queueEvent } from "../../../local/standins/queue.ts";
import { type S3, startS3 } from "../../../local/standins/s3.ts";
import { bucketConfig } from "../../../local/standins/storage.ts";
import { beginSession, origin } from "../../support/deps.ts";
import { files } from "../../support/files.ts";
import { functionEnvironment } from "../../support/function-environment.ts";
import { startFunctions } from "../../support/function-process.ts";
import { type Asked, buildGatewayEvent } from "../../support/gateway-event.ts";
import { readMail } from "../../support/mail.ts";
import { startMessageQueues } from "../../support/message-queues.ts";
import { startParameterStore, testSecrets } from "../../support/parameter-store.ts";
import { solveProof } from "../../support/proof.ts";
import { readStreamRecords } from "../../support/stream-records.ts";
import { buildApplication, buildBody, drawIdempotencyKey } from "../../support/submissions.ts";
import { createTestTable } from "../../support/table.ts";
import { startDaemon } from "../../support/trace-daemon.ts";
import { buildCampaign, commune, province, seedDirectory, staff } from "../../support/units.ts";
import { startUserPool } from "../../support/user-pool.ts";
import { bundleOf, template } from "../synthesised.ts";

/*
 * Every function as it would be deployed: its bundle alone in an empty folder, in a Node that may read nothing else, with the environment of the template
 * over the local stack, and events in the shapes that AWS documents.
 */
const handlers = {
  publicApi: "functions/api/public-lambda.handler",
  staffApi: "functions/api/staff-lambda.handler",
  figures: "functions/figures/lambda.handler",
  dispatch: "functions/dispatch/lambda.handler",
  notices: "functions/notices/lambda.handler",
  jobs: "functions/jobs/lambda.handler",
  accounts: "functions/accounts/lambda.handler",
  uploads: "functions/uploads/lambda.handler",
  annualReport: "functions/annual-report/lambda.handler",
  historyHeads: "functions/history-heads/lambda.handler",
} as const;
type Name = keyof typeof handlers;

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Whether a mapping's filter lets something through, as far as filters here go: a list names the values that a member may have. */
const passes = (filter: unknown, value: unknown): boolean =>
  Array.isArray(filter)
    ? filter.includes(value)
    : Object.entries(filter as object).every(([name, inner]) => passes(inner, Object(value)[name]));

interface Run {
  invoke(event: unknown): Promise<unknown>;
  /** All that it wrote. */
  written(): string;
}

describe("the bundles as synthesised", () => {
  let folder = "";
  let s3: S3;
  let mailEndpoint = "";
  let stop: () => Promise<void> = async () => {};
  let stack: Awaited<ReturnType<typeof createTestTable>>;
  let queues: Awaited<ReturnType<typeof startMessageQueues>>;
  let pool: Awaited<ReturnType<typeof startUserPool>>;
  let environment: Record<string, string> = {};
  const running = new Map<Name, Run>();
  const key = drawIdempotencyKey();
  const { id, accessKey } = deriveSecrets(key);
  const application = buildApplication({ firstUsedOn: dayFrom(-30) });
  const email = String(application.contact.email);

  beforeAll(async () => {
    stack = await createTestTable(undefined, { stream: true });
    // Open today, with reports due since yesterday.
    const campaign = buildCampaign({ opensOn: dayFrom(-60), closesOn: dayFrom(60), reportOn: dayFrom(-1) });
    await seedDirectory(stack.store, campaign);
    folder = await mkdtemp(join(tmpdir(), "test-bundles-"));
    s3 = await startS3(join(folder, "s3"), { documents: "documents", uploads: "uploads", heads: "heads" });
    const [mail, parameters, daemon, ...started] = await Promise.all([
      startMail(),
      startParameterStore(),
      startDaemon(),
      startUserPool(),
      startMessageQueues(),
    ]);
    [pool, queues] = started;
    mailEndpoint = mail.endpoint;
    stop = async () => {
      await Promise.all([s3.stop(), mail.stop(), parameters.stop(), queues.stop()]);
      await rm(folder, { recursive: true });
    };
    environment = {
      ...functionEnvironment(stack.table.name, s3.endpoint),
      ...parameters.environment,
      HEADS_BUCKET: "heads",
      USER_POOL_ID: pool.id,
      NOTICES_QUEUE: queues.url("notices"),
      JOBS_QUEUE: queues.url("jobs"),
      ACCOUNTS_QUEUE: queues.url("accounts"),
      AWS_ENDPOINT_URL_SESV2: mailEndpoint,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.config.endpoint,
      AWS_XRAY_DAEMON_ADDRESS: daemon.address,
    };
  }, 60_000);
  afterAll(() => stop());

  /** The function in a process of its own, begun at its first event. */
  async function open(name: Name): Promise<Run> {
    const known = running.get(name);
    if (known) return known;
    const { folder: bundle, properties } = bundleOf(handlers[name]);
    const place = join(folder, name);
    await cp(bundle, place, { recursive: true });
    const asked: Record<string, unknown> = properties.Environment.Variables;
    const settings = Object.entries(asked).map(([setting, value]) => {
      const here = environment[setting] ?? value;
      if (typeof here !== "string") throw new Error(`nothing stands here for ${setting}`);
      return [setting, here];
    });
    const endpoints = Object.entries(environment).filter(([setting]) => setting.startsWith("AWS_"));
    const process = startFunctions(Object.fromEntries([...endpoints, ...settings]), place);
    const root = join(place, handlers[name].replace(/\.handler$/, ".mjs"));
    const run: Run = {
      written: process.written,
      async invoke(event) {
        const { answer, thrown } = await process.invoke({ root, event });
        if (thrown) throw new Error(`${name} threw ${thrown}: ${process.written()}`);
        return answer;
      },
    };
    running.set(name, run);
    return run;
  }

  const ask = async (name: "publicApi" | "staffApi", path: string, { headers, ...asked }: Asked = {}) => {
    const edge = {
      "x-viewer-address": "203.0.113.7",
      "x-distribution-secret": testSecrets["distribution-secret"],
    };
    const event = buildGatewayEvent(path, { ...asked, headers: { ...edge, ...headers } });
    return (await (await open(name)).invoke(event)) as Answer;
  };
  interface Answer {
    statusCode: number;
    headers: Record<string, string>;
    cookies?: string[];
    body: string;
  }

  /** What the stream holds, as far as the function's mapping lets it through. */
  async function streamed(name: "figures" | "dispatch"): Promise<DynamoDBRecord[]> {
    const Handler = handlers[name];
    const [logicalId] = Object.keys(
      template.findResources("AWS::Lambda::Function", { Properties: { Handler } }),
    );
    const filters = Object.values(template.findResources("AWS::Lambda::EventSourceMapping"))
      .filter(({ Properties }) => Properties.FunctionName.Ref === logicalId)
      .flatMap(({ Properties }) => Properties.FilterCriteria.Filters as { Pattern: string }[])
      .map(({ Pattern }) => JSON.parse(Pattern));
    const records = await readStreamRecords(stack.table);
    return records.filter((record) => filters.some((filter) => passes(filter, record)));
  }

  /** Dispatches the whole stream and returns the messages of one queue. */
  async function queued(name: "notices" | "jobs" | "accounts"): Promise<unknown[]> {
    const dispatch = await open("dispatch");
    expect(await dispatch.invoke({ Records: await streamed("dispatch") })).toEqual({ batchItemFailures: [] });
    const bodies = queues.take(name);
    for (const each of ["notices", "jobs", "accounts"]) queues.take(each);
    return bodies;
  }

  test("take a submission, once, and show it to its author alone", async () => {
    const read = async (path: string) => Response.json(JSON.parse((await ask("publicApi", path)).body));
    const headers = { "idempotency-key": key, altcha: await solveProof(key, read) };
    const send = () =>
      ask("publicApi", "/api/initiatives", { method: "POST", body: buildBody({ application }), headers });
    const first = await send();
    expect([first.statusCode, first.body]).toEqual([201, expect.stringContaining(id)]);
    expect(first.headers["cache-control"]).toBe("no-store");
    expect(JSON.parse((await send()).body)).toEqual(JSON.parse(first.body) as Receipt);
    const own = await ask("publicApi", `/api/initiatives/${id}`, {
      headers: { authorization: `Bearer ${accessKey}` },
    });
    expect(own.statusCode).toBe(200);
    expect(own.body).toContain(application.title);
    expect((await ask("publicApi", `/api/initiatives/${id}`)).statusCode).toBeGreaterThanOrEqual(400);
  });

  test("refuse a submission without proof of work, and one that is not whole, and keep nothing of either", async () => {
    const other = drawIdempotencyKey();
    const headers = { "idempotency-key": other };
    const read = async (path: string) => Response.json(JSON.parse((await ask("publicApi", path)).body));
    const altcha = await solveProof(other, read);
    const send = (body: unknown, more = {}) =>
      ask("publicApi", "/api/initiatives", { method: "POST", body, headers: { ...headers, ...more } });
    const unproven = await send(buildBody({ application }));
    expect([unproven.statusCode, JSON.parse(unproven.body).code]).toEqual([400, "proof.missing"]);
    const title = "";
    const incomplete = await send(buildBody({ application: { ...application, title } }), { altcha });
    expect([incomplete.statusCode, JSON.parse(incomplete.body).errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: "/application/title" })],
    ]);
    expect(await stack.store.initiatives.get(deriveSecrets(other).id)).toBeNull();
  });

  test("take a body in base64, and refuse what is none, naming the request", async () => {
    const event = buildGatewayEvent("/api/initiatives", { method: "POST", body: "{ no json" });
    const sent = { ...event, body: Buffer.from(event.body ?? "").toString("base64"), isBase64Encoded: true };
    const answer = (await (await open("publicApi")).invoke(sent)) as Answer;
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(answer.body)).toMatchObject({ requestId: expect.any(String) });
  });

  test("know staff by the cookie among the event's cookies, and nobody without it", async () => {
    const token = await beginSession(stack.store, staff.reviewer, new Date().toISOString());
    const bySession = { cookie: `__Host-session=${token}`, origin };
    const moved = await ask("staffApi", `/api/initiatives/${id}/moves`, {
      method: "POST",
      body: { move: "accept", version: 1, form: {} },
      headers: bySession,
    });
    expect([moved.statusCode, moved.body]).toEqual([200, expect.stringContaining('"accepted"')]);
    expect((await ask("staffApi", "/api/session", { headers: bySession })).body).toContain(
      staff.reviewer.name,
    );
    expect((await ask("staffApi", "/api/session")).statusCode).toBe(401);
  });

  test("count what the stream tells, receive it twice for once, and give back a record that cannot be read and what follows", async () => {
    const records = await streamed("figures");
    expect(records.map(({ eventName }) => eventName)).toEqual(["INSERT", "MODIFY"]);
    const aggregate = await open("figures");
    expect(await aggregate.invoke({ Records: [...records, ...records] })).toEqual({ batchItemFailures: [] });
    const { counted } = await stack.store.figures.rows(commune.id, 1990);
    expect(counted.find((row) => row.key === "registered" && row.dimension === "")?.value).toBe(1);

    const [first, second] = records;
    const poisoned = { ...second, dynamodb: { ...second?.dynamodb, NewImage: { sk: { S: "INI" } } } };
    expect(await aggregate.invoke({ Records: [first, poisoned, second] })).toEqual({
      batchItemFailures: [{ itemIdentifier: second?.dynamodb?.SequenceNumber }],
    });
  });

  test("make the receipt and write to its author, once", async () => {
    const messages = await queued("notices");
    const receipts = await open("notices");
    for (const bodies of [messages, messages])
      expect(await receipts.invoke(queueEvent(...bodies))).toEqual({ batchItemFailures: [] });
    const pdf = await openBucket("documents", bucketConfig(s3.endpoint)).get(`receipts/${id}.pdf`);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    const mails = await readMail(mailEndpoint, email);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.attachments.map(({ filename }) => filename)).toEqual([`giay-bien-nhan-${id}.pdf`]);
  });

  test("begin the year's reports by the morning's message, make each from the queue, and tell how it ended, once", async () => {
    const answer = (await (
      await open("annualReport")
    ).invoke({ scheduledAt: `${dayFrom(0)}T00:00:00Z` })) as {
      runs: { units: string[] }[];
    };
    expect(answer.runs[0]?.units).toContain(commune.id);
    const work = await open("jobs");
    for (const body of await queued("jobs"))
      expect(await work.invoke(queueEvent(body))).toEqual({ batchItemFailures: [] });
    const kept = await openBucket("documents", bucketConfig(s3.endpoint)).list(`reports/${province.id}/`);
    const names = kept.map((name) => name.split(".").at(-1));
    expect(names).toEqual(expect.arrayContaining(["docx", "html", "json", "pdf", "xlsx"]));
    // The job that ends last leaves a notice to the province's administrator, whose record is mailed; the third time changes nothing.
    const receipts = await open("notices");
    for (let times = 0; times < 3; times++)
      expect(await receipts.invoke(queueEvent(...(await queued("notices"))))).toEqual({
        batchItemFailures: [],
      });
    expect(await readMail(mailEndpoint, staff.administrator.email)).toHaveLength(1);
    expect(await readMail(mailEndpoint, email)).toHaveLength(2);
  });

  test("give whoever has an account here one at the provider, and give back a message that cannot be read", async () => {
    const accounts = await open("accounts");
    const { Records } = queueEvent(...(await queued("accounts")), {});
    const broken = Records.map((record, n) =>
      n === Records.length - 1 ? { ...record, body: "{ no json" } : record,
    );
    expect(await accounts.invoke({ Records: broken })).toEqual({
      batchItemFailures: [{ itemIdentifier: String(Records.length - 1) }],
    });
    expect((await pool.read(staff.reviewer.email)).Enabled).toBe(true);
  });

  test("receive what a scanner has tagged, from the queue, and give back what cannot be received", async () => {
    const upload = makeUploadId(new Date().toISOString(), "dossier", new Uint8Array(12).fill(7));
    const client = new S3Client({ ...bucketConfig(s3.endpoint), forcePathStyle: true });
    const place = { Bucket: "uploads", Key: `quarantine/${upload}` };
    await client.send(new PutObjectCommand({ ...place, Body: files.png.bytes, ContentType: "image/png" }));
    const TagSet = [{ Key: scanTag.name, Value: scanTag.clean }];
    await client.send(new PutObjectTaggingCommand({ ...place, Tagging: { TagSet } }));
    // As EventBridge tells it: Amazon S3 User Guide, "EventBridge event message structure".
    const tagged = {
      version: "0",
      id: "2d4eba74-fd51-3966-4bfa-b013c9da8ff1",
      "detail-type": "Object Tags Added",
      source: "aws.s3",
      account: "123456789012",
      time: "2026-12-01T07:00:00Z",
      region: "ap-southeast-1",
      resources: ["arn:aws:s3:::uploads"],
      detail: {
        version: "0",
        bucket: { name: "uploads" },
        object: { key: place.Key, etag: "c7e1a9", "version-id": "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e" },
        "request-id": "C0DKZ5HQ6V5W6K4T",
        requester: "guardduty.amazonaws.com",
        "source-ip-address": "192.0.2.9",
      },
    };
    const { Records } = queueEvent(tagged, tagged);
    const broken = Records.map((record, n) => (n === 1 ? { ...record, body: "{ no json" } : record));
    expect(await (await open("uploads")).invoke({ Records: broken })).toEqual({
      batchItemFailures: [{ itemIdentifier: "1" }],
    });
    expect((await stack.store.uploads.get(upload)).arrival).toMatchObject({
      state: "clean",
      type: "image/png",
    });
    client.destroy();
  });

  test("write down the day's heads by the night's message", async () => {
    // Tomorrow night: the heads of today.
    await (await open("historyHeads")).invoke({ scheduledAt: `${dayFrom(1)}T18:30:00Z` });
    const written = await openBucket("heads", bucketConfig(s3.endpoint)).list("heads/");
    expect(written.length).toBeGreaterThanOrEqual(1);
  });

  test("tell metrics in the one namespace, and nobody's words", () => {
    const all = [...running.values()].map(({ written }) => written()).join("\n");
    expect(all).toContain('"Namespace":"DoanKetSangTao"');
    for (const words of [application.title, email, accessKey, testSecrets["proof-secret"]])
      expect(all).not.toContain(words);
    expect([...running.keys()].sort()).toEqual(Object.keys(handlers).sort());
  });
});
