import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { summariseError } from "#core/base/error-summary.ts";
import { failJob, isUnfinished, type Job, type JobKind, jobAttempts } from "#core/jobs/job.ts";
import { handleMessages } from "../store/aws/messages.ts";
import type { Store } from "../store/store.ts";
import { readJobImage } from "../store/stream-image.ts";

/**
 * One step of a job, at most half a minute long. A step may repeat or be killed, so its writes must be
 * idempotent.
 */
export type JobStep = (job: Job) => Promise<Job>;

interface JobDeps {
  jobs: Store["jobs"];
  steps: Partial<Record<JobKind, JobStep>>;
  clock: () => string;
  log: (message: string, details: Record<string, unknown>) => void;
}

/**
 * Saving a job queues its next step. Messages about past versions are ignored. A job fails after
 * `jobAttempts` faults.
 */
export function createJobsHandler({ jobs, steps, clock, log }: JobDeps) {
  const work = async (id: string, version: number): Promise<void> => {
    const job = await jobs.get(id);
    if (!job || job.version !== version || !isUnfinished(job)) return;
    const step = steps[job.kind];
    const tries = await jobs.countAttempt(job, clock());
    const next = step && tries <= jobAttempts ? await step(job) : failJob(job, clock());
    await jobs.save(next);
  };
  return (event: SQSEvent): Promise<SQSBatchResponse> =>
    handleMessages(
      event,
      async (image) => {
        const job = readJobImage(image);
        if (job && isUnfinished(job)) await work(job.id, job.version);
      },
      (messageId, error, image) => {
        const { id, kind } = readJobImage(image) ?? {};
        log("job step failed", { messageId, job: id, kind, fault: summariseError(error) });
      },
    );
}
