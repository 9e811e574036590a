import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type ReportRun, runUnitStatusOf } from "#core/report/run.ts";
import { createAnnualReportHandler } from "../../functions/annual-report/handler.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { createJobsHandler } from "../../functions/jobs/handler.ts";
import { createReportStep } from "../../functions/jobs/report.ts";
import { fileKey } from "../../functions/jobs/report-making/files.ts";
import { createReportHandler } from "../../functions/jobs/report-making/making.ts";
import { createNoticesHandler } from "../../functions/notices/handler.ts";
import { MailError } from "../../functions/store/aws/mail.ts";
import { openBucket } from "../../functions/store/aws/objects.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { createMailSink } from "../support/mail.ts";
import { createTestTable } from "../support/table.ts";
import { buildCampaign, freezeUnits, seedDirectory, staff } from "../support/units.ts";

const now = "2026-12-25T00:00:00.000Z";
const clock = () => now;
const folder = await mkdtemp(join(tmpdir(), "schedule-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});
const faces = readFaces();
const documents = openBucket("documents", bucketConfig(s3.endpoint));
const { mail, received } = await createMailSink();

/** What goes wrong at the nth thing that is done: the process is gone before or after it, or the thing alone fails. */
interface Trouble {
  at: number;
  kind: "killedBefore" | "killedAfter" | "fails";
}
class Killed extends Error {}

/** The parts of the report, from the schedule to the mail, each of whose effects may be the last of its process. */
async function start(troubles: Trouble[]) {
  const left = [...troubles];
  let done = 0;
  let dead = false;
  /** Letters that were claimed and then not sent, because whoever claimed them was gone. */
  let lost = 0;
  const effect = async <T>(what: "claim" | "send" | "write", act: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed();
    done++;
    if (left[0]?.at !== done) return act();
    const { kind } = left.shift() as Trouble;
    done = 0;
    if (kind === "fails")
      throw what === "send" ? new MailError("busy", new Error("throttled")) : new Error("not now");
    if (kind === "killedAfter") await act();
    if ((what === "claim" && kind === "killedAfter") || (what === "send" && kind === "killedBefore")) lost++;
    dead = true;
    throw new Killed();
  };

  const { store, client, table } = await createTestTable(clock);
  await seedDirectory(store);
  const people = Object.values(staff).filter(({ grants }) =>
    grants.some(({ role }) => role !== "secretary" && role !== "member"),
  );
  const before = new Map(
    await Promise.all(people.map(async ({ email }) => [email, (await received(email)).length] as const)),
  );
  for (const key of await documents.list("reports/")) await documents.remove(key);
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (!/^(Put|Update|Delete|Transact)/.test(String(context.commandName))) return next(args);
      const { Item } = args.input as { Item?: { pk?: string } };
      return effect(Item?.pk?.startsWith("MAIL#") ? "claim" : "write", () => next(args));
    },
    { step: "initialize", name: "troubles" },
  );
  const bucket: typeof documents = {
    ...documents,
    put: (...given) => effect("write", () => documents.put(...given)),
    putStream: (...given) => effect("write", () => documents.putStream(...given)),
    remove: (...given) => effect("write", () => documents.remove(...given)),
  };
  const log = () => {};
  const work = createJobsHandler({
    jobs: store.jobs,
    steps: {
      report: createReportStep({
        reports: createReportHandler({ store, bucket, faces, clock }),
        runs: store.reportRuns,
        staff: store.staff,
        clock,
      }),
    },
    clock,
    log,
  });
  const tell = createNoticesHandler({
    ...{ store, bucket, faces, clock, log, origin: "https://sang-kien.example.vn" },
    uploads: { erase: async () => {} },
    mail: { send: (letter) => effect("send", () => mail.send(letter)) },
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    measure: () => {},
  });
  const morning = createAnnualReportHandler({ store, clock, measure: () => {} });

  /** What one process does, and what a new one begins with. */
  const run = async <T>(act: () => Promise<T>): Promise<T | null> => {
    try {
      return await act();
    } catch {
      return null;
    } finally {
      dead = false;
    }
  };
  /** A message about every item of the table, each alone, as it stands: whatever was handled before is handled again. */
  const deliver = async () => {
    const { Items } = await client.send(new ScanCommand({ TableName: table.name, ConsistentRead: true }));
    for (const NewImage of Items ?? []) {
      if (!/^(JOB|REPORTNOTICE)$/.test(NewImage.sk?.S ?? "")) continue;
      for (const handle of [work, tell]) await run(() => handle(queueEvent(NewImage)));
    }
  };
  return {
    store,
    deliver,
    wake: () => run(() => morning({ scheduledAt: now })),
    effects: () => done,
    lost: () => lost,
    struck: () => troubles.length - left.length,
    letters: async () =>
      Promise.all(people.map(async ({ email }) => (await received(email)).length - (before.get(email) ?? 0))),
  };
}

/** Wakes the schedule until it comes through, and hands the stream on until all is done. */
async function live(troubles: Trouble[]) {
  const world = await start(troubles);
  let run: ReportRun | undefined;
  for (let day = 0; day < troubles.length + 2; day++) {
    run = (await world.wake())?.runs[0] ?? run;
    await world.deliver();
  }
  for (let round = 0; round < 3; round++) await world.deliver();
  if (!run) throw new Error("the schedule never came through");
  return { ...world, run };
}

describe("a run that is killed at any point, and begun again", () => {
  it("ends with exactly one report a unit, whole, and one letter a person", async () => {
    const calm = await live([]);
    const effects = calm.effects();
    const campaign = buildCampaign();
    const units = freezeUnits().map(({ id }) => id);
    expect(calm.run).toMatchObject({ campaign: campaign.id, whole: true });
    expect(calm.run.units.toSorted()).toEqual(units.toSorted());
    expect(await calm.letters()).toEqual([1, 1, 1]);

    const trouble = fc.record({
      at: fc.integer({ min: 1, max: effects }),
      kind: fc.constantFrom("killedBefore", "killedAfter", "fails"),
    }) as fc.Arbitrary<Trouble>;
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { minLength: 1, maxLength: 3 }), async (troubles) => {
        const { store, run, letters, lost, struck } = await live(troubles);
        expect(struck()).toBeGreaterThan(0);
        const jobs = await store.reportRuns.jobsOf(run);
        expect([...jobs.values()].map(runUnitStatusOf)).toEqual(units.map(() => "made"));
        for (const unit of units) {
          const reports = await store.reports.list(unit);
          expect(reports).toHaveLength(1);
          const made = reports[0]?.made;
          const files = made?.files.map((format) => fileKey(made.prefix, format)) ?? [];
          expect(files).toHaveLength(5);
          // Nothing lies there but what the record points to.
          const kept = await documents.list(`reports/${unit}/`);
          expect(kept).toEqual([...files, `${made?.prefix}view.json`].toSorted());
        }
        const got = await letters();
        expect(Math.max(...got)).toBe(1);
        expect(got.filter((count) => count === 0)).toHaveLength(lost());
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);
});
