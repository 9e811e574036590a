import { type Job, summariseJob } from "#core/jobs/job.ts";
import { may } from "#core/staff/access.ts";
import { type Ctx, staffViewer } from "../context.ts";
import { mayReadExport } from "./export-access.ts";
import type { JobView } from "./views.ts";

/** The units that answer for a job's unit: now, and as the tree has them (`findUnit`). */
export interface JobPlace {
  reach: string[];
  path: string[];
}

/** A job as its page shows it. What quotes the rows it read, only those see who may read the rows. */
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
 * Whether the viewer may read what came out of a job: it is guarded as its content. An export is read by the one who asked, as long as they may read
 * the list in the role that filled it. The marked copy of an import holds the rows as they were sent, with birth dates and contacts: it is read by the one
 * who sent them, and by those who read the personal data of the unit's records. Other results tell nothing that whoever may begin them may not know.
 */
export async function mayReadResult(c: Ctx, job: Job, place: JobPlace): Promise<boolean> {
  const viewer = staffViewer(c.var.session);
  const begins = may(viewer, `job.begin.${job.kind}`, { units: place.reach });
  if (job.kind === "export") return begins && mayReadExport(c, job, place);
  if (job.kind !== "import") return begins;
  const own = viewer.kind === "staff" && viewer.id === job.requestedBy;
  return begins && (own || may(viewer, "initiative.readPersonal", { units: place.reach }));
}
