import { type Job, summariseJob } from "../core/job.ts";
import type { Ctx } from "./context.ts";
import type { JobView } from "./views.ts";

/** A job as its page shows it, with a link to what came out. */
export async function viewJob(c: Ctx, job: Job): Promise<JobView> {
  const { result } = job;
  const name = result?.split("/").at(-1) ?? "";
  return {
    ...summariseJob(job),
    errors: job.errors,
    parameters: job.parameters,
    url: result && (await c.var.deps.documents.link(result, name)),
  };
}
