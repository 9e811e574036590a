import type { StaffRole } from "../core/access.ts";
import { accessOfExport, checkExport, ExportForm } from "../core/export-request.ts";
import type { Job } from "../core/job.ts";
import { Problem } from "../core/problems.ts";
import { under } from "../core/submission.ts";
import { validate } from "../core/validation.ts";
import { authoriseStaff } from "./authorise.ts";
import type { Ctx } from "./context.ts";

interface Asked {
  parameters: unknown;
  year: number | null;
  path: readonly string[];
  reach: readonly string[];
}

/** The role under which the viewer may take a list along: whoever may read it. Throws `job.invalid`, or a refusal of the list's own. */
export async function authoriseExport(c: Ctx, { parameters, year, path, reach }: Asked): Promise<StaffRole> {
  const form = validate(ExportForm, parameters);
  const errors = form.ok ? checkExport(form.value, year) : form.errors.map(under("/parameters"));
  if (!form.ok || errors.length > 0) throw new Problem("job.invalid", errors);
  const councils = await c.var.deps.store.directory.councils();
  const council = councils.get(form.value.council ?? "") ?? null;
  const { action, resource } = accessOfExport(form.value, { path, reach, council });
  return authoriseStaff(c, action, resource);
}

/** An export is made for the one who asked: others with other rights see other lists. */
export function isOwnExport(c: Ctx, { kind, requestedBy }: Pick<Job, "kind" | "requestedBy">): boolean {
  return kind !== "export" || requestedBy === c.var.session?.staff.id;
}
