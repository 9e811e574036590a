import { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { under } from "#core/initiatives/submission.ts";
import { accessOfExport, checkExport, ExportForm } from "#core/jobs/export-request.ts";
import type { Job } from "#core/jobs/job.ts";
import { may, type StaffRole } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, staffViewer } from "../context.ts";

interface Asked {
  parameters: unknown;
  year: number | null;
  path: readonly string[];
  reach: readonly string[];
}

/** Returns the role that permits the export. Throws `job.invalid` or a refusal. */
export async function authoriseExport(c: Ctx, { parameters, year, path, reach }: Asked): Promise<StaffRole> {
  const form = validate(ExportForm, parameters);
  const errors = form.ok ? checkExport(form.value, year) : form.errors.map(under("/parameters"));
  if (!form.ok || errors.length > 0) throw new Problem("job.invalid", errors);
  const council = await councilOf(c, form.value);
  const { action, resource } = accessOfExport(form.value, { path, reach, council });
  return authoriseStaff(c, action, resource);
}

const councilOf = async (c: Ctx, { council }: ExportForm) =>
  (await c.var.deps.store.directory.councils()).get(council ?? "") ?? null;

/** True if the requester may still read the list in the same role. */
export async function mayReadExport(
  c: Ctx,
  job: Pick<Job, "kind" | "requestedBy" | "role" | "parameters">,
  place: { path: readonly string[]; reach: readonly string[] },
): Promise<boolean> {
  const viewer = staffViewer(c.var.session);
  const form = validate(ExportForm, job.parameters);
  if (!isOwnExport(c, job) || viewer.kind !== "staff" || !form.ok) return false;
  const council = await councilOf(c, form.value);
  const { action, resource } = accessOfExport(form.value, { ...place, council });
  const grants = viewer.grants.filter(({ role }) => role === job.role);
  return may({ ...viewer, grants }, action, resource);
}

/** Only the requester may read an export, because other viewers may see different rows. */
export function isOwnExport(c: Ctx, { kind, requestedBy }: Pick<Job, "kind" | "requestedBy">): boolean {
  return kind !== "export" || requestedBy === c.var.session?.staff.id;
}
