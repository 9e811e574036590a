import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, describe, expect, it } from "vitest";
import { deriveSecrets } from "#core/base/ids.ts";
import { metricNamespace } from "#core/base/metric.ts";
import { toInitiativeItem } from "../../functions/store/initiatives/initiative-items.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { startS3 } from "../../local/standins/s3.ts";
import { beginSession, origin } from "../support/deps.ts";
import { functionEnvironment } from "../support/function-environment.ts";
import { startFunctions } from "../support/function-process.ts";
import { type Asked, buildGatewayEvent, gatewayId } from "../support/gateway-event.ts";
import { startParameterStore, testSecrets } from "../support/parameter-store.ts";
import { solveProof } from "../support/proof.ts";
import { startRefusing } from "../support/refusing.ts";
import { buildApplication, buildBody, drawIdempotencyKey } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { startDaemon } from "../support/trace-daemon.ts";
import { buildCampaign, seedDirectory, staff } from "../support/units.ts";

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const { table, store } = await createTestTable();
await seedDirectory(store, buildCampaign({ opensOn: dayFrom(-60), closesOn: dayFrom(60) }));
const folder = await mkdtemp(join(tmpdir(), "test-told-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
const daemon = await startDaemon();
const parameters = await startParameterStore();
afterAll(async () => {
  await parameters.stop();
  await s3.stop();
  await rm(folder, { recursive: true });
});

const environment = {
  ...functionEnvironment(table.name, s3.endpoint),
  ...parameters.environment,
  AWS_ENDPOINT_URL_SESV2: await startRefusing("MessageRejected"),
  AWS_XRAY_DAEMON_ADDRESS: daemon.address,
  AWS_ENDPOINT_URL_SQS: await startRefusing("InvalidMessageContents"),
  ...Object.fromEntries(
    ["NOTICES", "JOBS", "ACCOUNTS"].map((name) => [`${name}_QUEUE`, "http://127.0.0.1:9/queue"]),
  ),
};

const works = startFunctions(environment);
const fails = startFunctions({
  ...environment,
  AWS_ENDPOINT_URL_DYNAMODB: await startRefusing(
    "ValidationException",
    environment.AWS_ENDPOINT_URL_DYNAMODB,
  ),
});

const roots = { public: "functions/api/public-lambda.ts", desk: "functions/api/staff-lambda.ts" };
const edgeId = "Im2Ky0vUnhjMJlJpYA0VbhH7qPIsjBfeJFKiGSfKYXvUQGPQqYZ0hA==";
const visitor = { address: "203.0.113.77", browser: "Mozilla/5.0 (Linux; Android 14; SM-A155F)" };

/** What a function answers to a request from the distribution. */
async function ask(
  functions: typeof works,
  path: string,
  { root = roots.public, trace, headers, ...asked }: Asked & { root?: string; trace?: string } = {},
) {
  const edge = {
    "user-agent": visitor.browser,
    "x-viewer-address": visitor.address,
    "x-distribution-secret": testSecrets["distribution-secret"],
    "x-request-id": edgeId,
  };
  const event = buildGatewayEvent(path, { ...asked, headers: { ...edge, ...headers } });
  const { answer } = await functions.invoke({ root, event, ...(trace ? { trace } : {}) });
  const given = answer as { statusCode: number; headers: Record<string, string>; body: string };
  return { status: given.statusCode, headers: given.headers, json: JSON.parse(given.body) };
}

const application = buildApplication({ firstUsedOn: dayFrom(-30) });
const token = await beginSession(store, staff.reviewer, new Date().toISOString());
const bySession = { cookie: `__Host-session=${token}`, origin };
const key = drawIdempotencyKey();
const { id, accessKey } = deriveSecrets(key);

async function prove(functions: typeof works, idempotencyKey: string) {
  const read = async (path: string) => Response.json((await ask(functions, path)).json);
  return { "idempotency-key": idempotencyKey, altcha: await solveProof(idempotencyKey, read) };
}

async function submit(functions: typeof works, idempotencyKey: string) {
  // Where DynamoDB fails, nobody gets a challenge either.
  const headers = await prove(works, idempotencyKey);
  return ask(functions, "/api/initiatives", { method: "POST", body: buildBody({ application }), headers });
}

const sequenceNumber = "49590338271490256608559692538361571095921575989136588898";

/** What the table's stream says of the record as it lies there. */
async function streamed() {
  const initiative = await store.initiatives.get(id);
  if (!initiative) throw new Error("not kept");
  const NewImage = marshall(toInitiativeItem(initiative), { removeUndefinedValues: true });
  return {
    Records: [
      {
        eventName: "MODIFY",
        dynamodb: { NewImage, SequenceNumber: sequenceNumber },
      },
    ],
  };
}

/** All that names a person, or opens a door, of what goes through the functions here. */
const personal = [
  ...application.authors.flatMap(({ fullName, workplace, birthDate }) => [fullName, workplace, birthDate]),
  ...(application.participants ?? []).map(({ fullName }) => fullName),
  application.title,
  application.substance.slice(0, 40),
  application.contact.phone,
  application.contact.phone?.replaceAll(" ", ""),
  application.contact.email,
  staff.reviewer.name,
  staff.reviewer.email,
  visitor.address,
  visitor.browser,
  key,
  accessKey,
  token,
  testSecrets["proof-secret"],
  testSecrets["distribution-secret"],
].map((value) => String(value));

describe("what functions tell of themselves", () => {
  it("follows one id from the edge through answer, log and trace, beside the gateway's own", async () => {
    for (const [root, trace] of [
      [roots.public, "1-5759e988-bd862e3fe1be46a994272793"],
      [roots.desk, "1-5759e988-bd862e3fe1be46a994272794"],
    ] as const) {
      const header = `Root=${trace};Parent=53995c3f42cd8ad8;Sampled=1`;
      const { status, headers, json } = await ask(works, "/api/initiatives/NOTHING", { root, trace: header });
      expect(status).toBe(404);
      expect([headers["x-request-id"], json.requestId]).toEqual([edgeId, edgeId]);
      const part = await daemon.part(trace);
      expect(part).toMatchObject({
        parent_id: "53995c3f42cd8ad8",
        annotations: { requestId: edgeId, Service: "api" },
      });
      expect(works.lines("request answered").at(-1)).toMatchObject({
        level: "INFO",
        service: "api",
        function_request_id: expect.stringMatching(/^[\da-f-]{36}$/),
        requestId: edgeId,
        gatewayId: gatewayId,
        method: "GET",
        route: "/api/initiatives/:id",
        status: 404,
        milliseconds: expect.any(Number),
        viewer: "public",
      });
    }
  });

  it("says nothing that names a person or opens a door, on the whole road and where everything fails", async () => {
    expect((await submit(works, key)).status).toBe(201);
    expect(works.lines().at(-1)).toMatchObject({ service: "api", Submissions: 1 });
    const mine = { headers: { authorization: `Bearer ${accessKey}` } };
    expect((await ask(works, `/api/initiatives/${id}`, mine)).status).toBe(200);
    // What a page sends that went wrong, and what somebody types where a code belongs.
    const { email } = application.contact;
    const malformed = `{"application":{"contact":{"email":"${email}"`;
    const headers = await prove(works, key);
    expect((await ask(works, "/api/initiatives", { method: "POST", body: malformed, headers })).status).toBe(
      400,
    );
    expect((await ask(works, `/api/initiatives/${email}?q=${email}`, mine)).status).toBe(404);

    const accept = { method: "POST", body: { move: "accept", version: 1, form: {} }, headers: bySession };
    const moves = { ...accept, root: roots.desk };
    expect((await ask(fails, `/api/initiatives/${id}/moves`, moves)).status).toBe(500);
    expect((await ask(fails, `/api/initiatives/${id}/moves`, accept)).status).toBe(500);
    expect((await ask(works, `/api/initiatives/${id}/moves`, moves)).status).toBe(200);
    expect((await submit(fails, drawIdempotencyKey())).status).toBe(500);

    const event = await streamed();
    const kept = { answer: { batchItemFailures: [] } };
    const failed = (itemIdentifier: string) => ({ answer: { batchItemFailures: [{ itemIdentifier }] } });
    const figures = { root: "functions/figures/lambda.ts", event };
    const notices = {
      root: "functions/notices/lambda.ts",
      event: queueEvent(event.Records[0]?.dynamodb.NewImage),
    };
    // First where it fails: once a letter is claimed, nothing is left to write.
    expect(await fails.invoke(figures)).toEqual(failed(sequenceNumber));
    expect(await works.invoke(figures)).toEqual(kept);
    expect(await fails.invoke(notices)).toEqual(failed("0"));
    expect(await works.invoke(notices)).toEqual(kept);
    const dispatch = { root: "functions/dispatch/lambda.ts", event };
    expect(await fails.invoke(dispatch)).toEqual(failed(sequenceNumber));
    const morning = { root: "functions/annual-report/lambda.ts", event: { scheduledAt: `${email}` } };
    expect(await works.invoke(morning)).toEqual({ thrown: "Problem" });

    expect(works.lines("mail refused")).toMatchObject([
      { level: "ERROR", id, fault: { codes: ["refused"] } },
    ]);
    expect(works.lines("invocation failed")).toMatchObject([{ fault: { codes: ["query.invalid"] } }]);
    expect(fails.lines("stream record not aggregated")).toHaveLength(1);
    expect(fails.lines("request failed")).toHaveLength(3);
    expect(fails.lines("request failed")[0]).toMatchObject({
      level: "ERROR",
      requestId: edgeId,
      fault: { name: "ValidationException", status: 400, at: [expect.stringContaining("/functions/")] },
    });
    for (const functions of [works, fails])
      for (const value of personal) expect(functions.written()).not.toContain(value);
  });

  it("counts the morning's lateness under the names that the alarms ask for", async () => {
    const morning = {
      root: "functions/annual-report/lambda.ts",
      event: { scheduledAt: "2026-06-15T00:00:00Z" },
    };
    expect(await works.invoke(morning)).toMatchObject({ answer: { runs: [] } });
    const counted = () => works.lines().filter((line) => "StuckDossiers" in line);
    await expect.poll(counted).toHaveLength(1);
    expect(counted()[0]).toMatchObject({
      ...{ StuckDossiers: 0, ReportsMissing: 0 },
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: metricNamespace,
            Dimensions: [["service"]],
            Metrics: ["StuckDossiers", "ReportsMissing"].map((Name) => ({ Name, Unit: "Count" })),
          },
        ],
      },
    });
  });

  it("holds back what code gives away by mistake: in a log, on the console, and in what it throws to Lambda", async () => {
    const throwing = startFunctions(environment);
    const words = `${application.contact.email} of ${application.title}`;
    const thrown = await throwing.invoke({ root: "test/telemetry/throwing.ts", event: { words } });
    expect(thrown).toEqual({ thrown: "Error" });
    expect(throwing.lines("a fault by mistake")).toMatchObject([{ cause: { name: "Error" } }]);
    expect(throwing.lines("a library printed something")).toHaveLength(6);
    for (const value of personal) expect(throwing.written()).not.toContain(value);
  });
});
