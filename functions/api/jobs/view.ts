import { type Job, summariseJob } from "#core/jobs/job.ts";
import { may } from "#core/staff/access.ts";
import { type Ctx, staffViewer } from "../context.ts";
import { mayReadExport } from "./export-access.ts";
import type { JobView } from "./views.ts";

export interface JobPlace {
  reach: string[];
  path: string[];
}

export async function viewJob(c: Ctx, job: Job, place: JobPlace): Promise<JobView> {
  const reads = await mayReadResult(c, job, place);
  return {
    ...summariseJob(job),
    errors: reads ? job.errors : [],
    parameters: job.parameters,
    hasResult: reads && job.result !== null,
  };
}

/**
 * Requires the right to begin a job of this kind. Only the requester reads an export. Only the sender or a
 * reader of personal data reads a marked import copy.
 */
export async function mayReadResult(c: Ctx, job: Job, place: JobPlace): Promise<boolean> {
  const viewer = staffViewer(c.var.session);
  const begins = may(viewer, `job.begin.${job.kind}`, { units: place.reach });
  if (job.kind === "export") return begins && mayReadExport(c, job, place);
  if (job.kind !== "import") return begins;
  const own = viewer.kind === "staff" && viewer.id === job.requestedBy;
  return begins && (own || may(viewer, "initiative.readPersonal", { units: place.reach }));
}
