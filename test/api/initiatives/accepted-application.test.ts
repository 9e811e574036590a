import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApplicationInput } from "#core/initiatives/application.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { historyOf, type Receipt } from "#core/initiatives/submission.ts";
import { beginJob, isUnfinished, type Job } from "#core/jobs/job.ts";
import { affiliations } from "#core/units/affiliation.ts";
import { memberOrganisations } from "#core/units/member-organisation.ts";
import type { CoAuthorLinksView, InitiativeView } from "../../../functions/api/initiatives/views.ts";
import { readFaces } from "../../../functions/documents/faces.ts";
import { createExportStep } from "../../../functions/jobs/export/export.ts";
import { createNoticesHandler } from "../../../functions/notices/handler.ts";
import { type Bucket, openBucket } from "../../../functions/store/aws/objects.ts";
import { openUploadBucket } from "../../../functions/store/aws/upload-bucket.ts";
import { toInitiativeItem } from "../../../functions/store/initiatives/initiative-items.ts";
import { queueEvent } from "../../../local/standins/queue.ts";
import { type S3, startS3 } from "../../../local/standins/s3.ts";
import { bucketConfig } from "../../../local/standins/storage.ts";
import { type Ask, createTestApi } from "../../support/api.ts";
import { createMailSink } from "../../support/mail.ts";
import { buildApplication, buildBody, drawIdempotencyKey } from "../../support/submissions.ts";
import { buildCampaign, commune, staff, testNow, testYear } from "../../support/units.ts";

const api = await createTestApi();
const logged: unknown[] = [];

let s3: S3;
let folder = "";
let bucket: Bucket;
let deliver: (image: object) => Promise<unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-accepted-"));
  s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
  bucket = openBucket("documents", bucketConfig(s3.endpoint));
  const { mail } = await createMailSink();
  const handle = createNoticesHandler({
    store: api.store,
    bucket,
    uploads: openUploadBucket("uploads", bucketConfig(s3.endpoint)),
    mail,
    faces: readFaces(),
    origin: "https://sang-kien.example.vn",
    clock: () => testNow,
    random: (count) => randomBytes(count),
    log: (message, details) => logged.push({ message, ...details }),
    measure: () => {},
  });
  deliver = (image) => handle(queueEvent(image));
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

/** Characters that cost the most: three bytes each, or an escape in JSON. */
const letters = ["ế", "ỡ", '"', "\\", "\u4e2d", "😀"];

/** A text of exactly as many characters as a field takes, or of a few. */
const text = (most: number) =>
  fc
    .tuple(fc.constantFrom(...letters), fc.constantFrom(most, most - 1, 7))
    .map(([letter, length]) => `a${letter.repeat(Math.floor((length - 2) / letter.length))}a`);

const person = {
  fullName: text(100),
  birthDate: fc.constant("1984-03-08"),
  workplace: text(200),
  position: text(100),
  qualification: text(100),
};

/** Authors of every kind and affiliation, whose texts are as long as they may be. */
const authorOf = (share: number) => {
  const organisations = fc.oneof(
    fc.record({ organisation: fc.constantFrom(...memberOrganisations.filter((each) => each !== "other")) }),
    fc.record({ organisation: fc.constant("other" as const), organisationName: text(100) }),
    fc.constant({}),
  );
  const standing = fc.oneof(
    fc.constant({}),
    fc.record({ affiliation: fc.constantFrom(...affiliations) }),
    organisations.map((which) => ({ affiliation: "memberOrganisation" as const, ...which })),
  );
  const kinds = fc.oneof(
    fc.constant({}),
    fc.record({
      kind: fc.constantFrom("collective" as const, "household" as const),
      birthDate: fc.constant(""),
      representative: text(100),
    }),
  );
  return fc
    .tuple(fc.record(person), kinds, standing)
    .map(([each, kind, where]) => ({ ...each, ...kind, ...where, share }));
};

/** Applications within the limits of the form, most of their fields at it. */
const applications: fc.Arbitrary<ApplicationInput> = fc.record({
  kind: fc.constant("solution" as const),
  authors: fc
    .constantFrom(2, 20)
    .chain((count) => fc.array(authorOf(100 / count), { minLength: count, maxLength: count })),
  title: text(300),
  investor: text(300),
  field: fc.constant("environment" as const),
  firstUsedOn: fc.constant("2025-09-01"),
  substance: text(20_000),
  confidential: text(5_000),
  conditions: text(5_000),
  benefitsByAuthor: text(10_000),
  benefitsByUsers: text(10_000),
  participants: fc.array(fc.record({ ...person, work: text(500) }), { minLength: 30, maxLength: 30 }),
  contact: fc.constant({ phone: "0912345678", email: `${"a".repeat(180)}@example.vn` }),
  declared: fc.constant(true as const),
  consent: fc.constant(buildCampaign().consent),
});

const long = "ế".repeat(1_999);
/** Signed on the day on which everything happens here: a decision from before the receipt would have to be explained. */
const decision = { number: "15/QĐ-UBND", signedOn: testNow.slice(0, 10) };
const formOf = (move: Move, application: ApplicationInput): unknown => {
  switch (move) {
    case "return":
    case "refuse":
      return { reason: long };
    case "resubmit":
    case "complete":
      return { application };
    case "propose":
    case "proposeAbove":
      return { opinion: long };
    case "recognise":
      return { decision };
    case "notRecognise":
      return { reason: long };
    case "askToComplete":
      return { reason: long, dueOn: "2026-12-15" };
    case "revoke":
      return { reason: long, decision };
    default:
      return {};
  }
};

/** Whoever makes each move: the council's people sit at the commune, and a proposal above leaves them. */
const moverOf = (move: Move, accessKey: string): Ask =>
  ["takeUp", "recognise", "notRecognise", "askToComplete", "revoke"].includes(move)
    ? { staff: staff.secretary }
    : ["resubmit", "complete"].includes(move)
      ? { accessKey }
      : { staff: staff.reviewer };

async function succeed(what: string, answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (response.status >= 300)
    throw new Error(`${what}: ${response.status} ${(await response.text()).slice(0, 500)}`);
  return response;
}

async function makeMove(view: InitiativeView, move: Move, application: ApplicationInput, accessKey: string) {
  const form = formOf(move, application);
  const answer = api.move(view.id, move, view.version, form, moverOf(move, accessKey));
  return (await (await succeed(move, answer)).json()) as InitiativeView;
}

/** Receipts, letters, personal data, lists and exports: all that is made of a record besides its moves. */
async function readAll({ id, accessKey }: Receipt): Promise<void> {
  const kept = await api.store.initiatives.get(id);
  const image = marshall(toInitiativeItem(kept as FormInitiative), { removeUndefinedValues: true });
  await deliver(image);
  expect(logged).toEqual([]);
  await succeed("personal data", api.ask(`/api/initiatives/${id}/personal-data`, { accessKey }));
  await succeed("read", api.ask(`/api/initiatives/${id}`, { staff: staff.reviewer }));
  await succeed(
    "register",
    api.ask(`/api/units/${commune.id}/register/${testYear}`, { staff: staff.reviewer }),
  );
  const step = createExportStep({ store: api.store, bucket, clock: () => testNow }, 100);
  let job: Job = beginJob(
    {
      id: randomBytes(16).toString("base64url"),
      kind: "export",
      unit: commune.id,
      year: testYear,
      parameters: { list: "register", format: "xlsx" },
    },
    { staff: staff.reviewer.id, role: "reviewer" },
    testNow,
  );
  while (isUnfinished(job)) job = await step(job);
  expect(job.state).toBe("done");
}

async function correctEverything({ id, accessKey }: Receipt): Promise<void> {
  const links = await succeed(
    "links",
    api.ask(`/api/initiatives/${id}/co-author-links`, { method: "POST", body: {}, accessKey }),
  );
  const [link] = ((await links.json()) as CoAuthorLinksView).links;
  await succeed(
    "co-author",
    api.ask(`/api/initiatives/${id}/co-authors/1`, {
      method: "POST",
      body: { answer: "confirmed", word: "ế".repeat(1_000) },
      accessKey: link?.token ?? "",
    }),
  );
  await succeed(
    "contact",
    api.ask(`/api/initiatives/${id}/contact`, {
      method: "POST",
      body: { contact: { phone: "0987654321", email: "" } },
      accessKey,
    }),
  );
}

async function submit(application: ApplicationInput): Promise<Receipt> {
  const answer = api.submit(buildBody({ application }), drawIdempotencyKey());
  return (await (await succeed("submit", answer)).json()) as Receipt;
}

describe("an application that was accepted", () => {
  it("can make every later step, up to the form's limits", async () => {
    await fc.assert(
      fc.asyncProperty(
        // A seed stands for its applications, so that a counterexample is a line and not a megabyte.
        fc.nat(),
        fc.array(fc.nat(), { minLength: 10, maxLength: 14 }),
        async (seed, picks) => {
          const [application, later] = fc.sample(applications, { seed, numRuns: 2 });
          if (!application || !later) throw new Error("no application was drawn");
          const receipt = await submit(application);
          await readAll(receipt);
          await correctEverything(receipt);
          let view = await api.read(receipt.id, { staff: staff.reviewer });
          for (const pick of picks) {
            const secretary = await api.ask(`/api/initiatives/${receipt.id}`, { staff: staff.secretary });
            const theirs = secretary.ok ? ((await secretary.json()) as InitiativeView).moves : [];
            // What ends a dossier is walked below.
            const moves = [...new Set([...view.moves, ...theirs])].filter(
              (move) => !["refuse", "withdraw", "proposeAbove"].includes(move),
            );
            const move = moves[pick % moves.length];
            if (!move) break;
            view = await makeMove(view, move, pick % 2 ? application : later, receipt.accessKey);
            view = await api.read(receipt.id, { staff: staff.reviewer });
          }
          await readAll(receipt);
          const whole = await api.store.initiatives.getWithHistory(receipt.id);
          const initiative = whole?.initiative as FormInitiative;
          expect(verifyHistory(historyOf(initiative, whole?.events ?? []))).toEqual([]);
          expect(await api.store.initiatives.get(receipt.id)).toEqual(initiative);
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  }, 240_000);

  it("can be returned and corrected sixteen times over, and then be erased", async () => {
    const [application] = fc.sample(applications, { numRuns: 1, seed: 7 });
    if (!application) throw new Error("no application was drawn");
    const full = { ...application, substance: "ế".repeat(20_000) };
    const receipt = await submit(full);
    let view = await api.read(receipt.id, { staff: staff.reviewer });
    for (let round = 0; round < 16; round++) {
      view = await makeMove(view, "return", full, receipt.accessKey);
      view = await makeMove(view, "resubmit", { ...full, title: `Lần ${round}` }, receipt.accessKey);
    }
    view = await makeMove(view, "withdraw", full, receipt.accessKey);
    await succeed(
      "erase",
      api.ask(`/api/initiatives/${receipt.id}/erasure`, {
        method: "POST",
        body: { who: "all", confirm: true },
        accessKey: receipt.accessKey,
      }),
    );
    const left = await api.store.initiatives.getWithHistory(receipt.id);
    expect(JSON.stringify(left)).not.toContain("ế".repeat(20));
    expect(verifyHistory(historyOf(left?.initiative as FormInitiative, left?.events ?? []))).toEqual([]);
  });

  it.each([[["refuse"]], [["accept", "propose", "takeUp", "recognise", "proposeAbove"]]] as const)(
    "can go %s at the form's limits",
    async (moves) => {
      const [application] = fc.sample(applications, { numRuns: 1, seed: 11 });
      if (!application) throw new Error("no application was drawn");
      const receipt = await submit(application);
      let view = await api.read(receipt.id, { staff: staff.reviewer });
      for (const move of moves) {
        await makeMove(view, move, application, receipt.accessKey);
        view = await api.read(receipt.id, { staff: staff.reviewer });
      }
      await readAll(receipt);
      expect(view.version).toBe(moves.length + 1);
    },
  );

  it("reports its result apart, where the campaign asks for that", async () => {
    const campaign = buildCampaign({ id: "dot-2026", merged: false });
    await api.store.directory.putCampaign(campaign);
    const store = api.openSecondStore();
    const app = api.open(store);
    const receipt = await submit({ ...buildApplication(), substance: "ế".repeat(20_000) });
    const send = async (path: string, body: unknown, given: Record<string, string>) => {
      const headers = { "content-type": "application/json", ...given };
      const response = await app.request(`https://sang-kien.example.vn${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      expect(response.status, await response.clone().text()).toBe(200);
    };
    const session = {
      cookie: `__Host-session=${await api.signIn(staff.reviewer)}`,
      origin: "https://sang-kien.example.vn",
    };
    const path = `/api/initiatives/${receipt.id}/moves`;
    await send(path, { move: "accept", version: 1, form: {} }, session);
    const form = { benefitsByAuthor: "ế".repeat(10_000), benefitsByUsers: "ế".repeat(10_000) };
    await send(path, { move: "report", version: 2, form }, { authorization: `Bearer ${receipt.accessKey}` });
    await send(path, { move: "return", version: 3, form: { reason: long } }, session);
  });
});
