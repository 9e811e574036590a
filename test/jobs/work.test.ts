import { marshall } from "@aws-sdk/util-dynamodb";
import type { SQSEvent } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advanceJob, beginJob, type Job, jobAttempts } from "#core/jobs/job.ts";
import { createJobsHandler, type JobStep } from "../../functions/jobs/handler.ts";
import { jobKey } from "../../functions/store/keys.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { createTestTable } from "../support/table.ts";
import { testNow } from "../support/units.ts";

const { store } = await createTestTable(() => testNow);
const steps = 4;

let drawn = 0;
const begin = async (): Promise<Job> => {
  const id = `job-${String(++drawn).padStart(18, "0")}`;
  const request = { id, kind: "export", unit: "xa", year: null, parameters: {} } as const;
  const job = beginJob(request, { staff: null, role: null }, testNow);
  await store.jobs.create(job);
  return job;
};

/** The message about a job at this version. */
const eventOf = (job: Job): SQSEvent => ({
  Records: queueEvent(marshall({ ...jobKey(job.id), job })).Records.map((record) => ({
    ...record,
    messageId: String(job.version),
  })),
});

const open = (step: JobStep) =>
  createJobsHandler({ jobs: store.jobs, steps: { export: step }, clock: () => testNow, log: () => {} });

/** Counts to `steps`, a step at a time. */
const countUp: JobStep = async (job) =>
  advanceJob(
    job,
    { done: job.done + 1, ...(job.done + 1 === steps ? { state: "done" as const } : {}) },
    testNow,
  );

/** Delivers the job as it is now until it is at its end, as the queue does that gets a message about each write. */
async function runOut(handler: ReturnType<typeof open>, id: string): Promise<Job> {
  for (let tries = 0; tries < 50; tries++) {
    const job = await store.jobs.get(id);
    if (!job) throw new Error("lost");
    if (job.state !== "waiting" && job.state !== "running") return job;
    await handler(eventOf(job));
  }
  throw new Error("no end");
}

describe("a job", () => {
  it("goes on with each of its own writes, until it is done", async () => {
    const { id } = await begin();
    expect(await runOut(open(countUp), id)).toMatchObject({ state: "done", done: steps, version: 1 + steps });
  });

  it("comes to the same end whatever the queue delivers twice, late, or in another order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 1 + steps }), { maxLength: 12 }),
        async (versions) => {
          const job = await begin();
          const handler = open(countUp);
          for (const version of versions)
            expect(await handler(eventOf({ ...job, version }))).toEqual({
              batchItemFailures: [],
            });
          expect(await runOut(handler, job.id)).toMatchObject({ state: "done", done: steps });
        },
      ),
      { numRuns: 15 },
    );
  });

  it("that two workers take up at once makes each step once", async () => {
    const job = await begin();
    const handler = open(countUp);
    await Promise.all([1, 2, 3].map(() => handler(eventOf(job))));
    expect(await store.jobs.get(job.id)).toMatchObject({ done: 1, version: 2 });
  });

  it("whose step is killed before its write makes the same step again", async () => {
    const job = await begin();
    let kills = 2;
    const handler = open(async (each) => {
      const next = await countUp(each);
      if (kills-- > 0) throw new Error("killed");
      return next;
    });
    expect(await handler(eventOf(job))).toEqual({
      batchItemFailures: [{ itemIdentifier: "1" }],
    });
    expect(await store.jobs.get(job.id)).toMatchObject({ done: 0, state: "waiting" });
    expect(await runOut(handler, job.id)).toMatchObject({ state: "done", done: steps });
  });

  it("that fails each time says so in the end, and is not tried again", async () => {
    const job = await begin();
    let tried = 0;
    const handler = open(async () => {
      tried++;
      throw new Error("no");
    });
    expect(await runOut(handler, job.id)).toMatchObject({ state: "failed", problem: "job.failed", done: 0 });
    await handler(eventOf(job));
    expect(tried).toBe(jobAttempts);
  });
});
