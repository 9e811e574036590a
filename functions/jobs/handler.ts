import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { failJob, isUnfinished, type Job, type JobKind, jobAttempts } from "#core/jobs/job.ts";
import type { Store } from "../store/store.ts";
import { readJobImage } from "../store/stream-image.ts";

/**
 * One step of a job: at most half a minute of work, then the job as it stands. It may be run any number of times for the same version, and be
 * killed at any point, so all that it writes must be the same again.
 */
export type JobStep = (job: Job) => Promise<Job>;

interface WorkDeps {
  jobs: Store["jobs"];
  steps: Partial<Record<JobKind, JobStep>>;
  clock: () => string;
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Works on jobs as the table's stream tells of them: the item's version is done once, its write begins the next step. A record of a version that is past
 * is nothing to do, so duplicates, retries and reordering change nothing. Each try is counted before it begins; a fault gives the record back to the
 * stream, which waits and tries again, until the job says that it failed.
 */
export function createWorkHandler({ jobs, steps, clock, log }: WorkDeps) {
  const work = async (id: string, version: number): Promise<void> => {
    const job = await jobs.get(id);
    if (!job || job.version !== version || !isUnfinished(job)) return;
    const step = steps[job.kind];
    const tries = await jobs.countAttempt(job, clock());
    const next = step && tries <= jobAttempts ? await step(job) : failJob(job, clock());
    await jobs.save(next);
  };
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      const job = readJobImage(record.dynamodb?.NewImage);
      if (!job || !isUnfinished(job)) continue;
      try {
        await work(job.id, job.version);
      } catch (error) {
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
        log("job step failed", { itemIdentifier, job: job.id, kind: job.kind, fault: summariseError(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
