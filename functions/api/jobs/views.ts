import * as v from "valibot";
import { Job, JobSummary } from "#core/jobs/job.ts";

export const JobView = v.strictObject({
  ...JobSummary.entries,
  /** Empty unless the viewer may read the rows that the errors quote. `errorCount` counts all errors. */
  errors: Job.entries.errors,
  parameters: Job.entries.parameters,
  hasResult: v.boolean(),
});
export type JobView = v.InferOutput<typeof JobView>;

/** Download link for scripts, valid for some minutes; browsers get a redirect. */
export const DownloadView = v.strictObject({ url: v.string() });
export type DownloadView = v.InferOutput<typeof DownloadView>;

export const JobsView = v.strictObject({ jobs: v.array(JobSummary) });
export type JobsView = v.InferOutput<typeof JobsView>;
