import type { CellError, JobSummary } from "#core/jobs/job.ts";

/** `POST /api/jobs`, `GET /api/jobs/:id`. */
export interface JobView extends JobSummary {
  /** Empty for those who may not read the rows that they quote; `errorCount` counts all. */
  errors: CellError[];
  parameters: Record<string, unknown>;
  /** Whether there is a result that this viewer may download: `GET /api/jobs/:id/result`. */
  hasResult: boolean;
}

/** The answer to a click on a download, where a script asks: the link is good for some minutes. A browser is sent there instead (302). */
export interface DownloadView {
  url: string;
}

/** `GET /api/units/:unit/jobs`. */
export interface JobsView {
  jobs: JobSummary[];
}
