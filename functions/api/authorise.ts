import { Problem } from "#core/base/problems.ts";
import { type Action, type Resource, roleFor, type StaffRole, type Viewer } from "#core/staff/access.ts";
import { type Ctx, staffViewer } from "./context.ts";

/** Returns the staff role that allows the action. Throws `session.missing` or `access.denied`. */
export function authoriseStaff(c: Ctx, action: Action, resource: Resource = {}): StaffRole {
  const role = roleFor(staffViewer(c.var.session), action, resource);
  if (role === null || role === "public" || role === "author" || role === "coAuthor")
    throw new Problem(c.var.session ? "access.denied" : "session.missing");
  return role;
}

/**
 * Returns the role that allows an action on a record. Refuses staff with `access.denied`, others with
 * `initiative.notFound`.
 */
export function authoriseOn(
  viewer: Viewer,
  action: Action,
  resource: Resource,
): "author" | "coAuthor" | StaffRole {
  const role = roleFor(viewer, action, resource);
  if (role === null || role === "public")
    throw new Problem(viewer.kind === "staff" ? "access.denied" : "initiative.notFound");
  return role;
}
