import { Problem } from "#core/base/problems.ts";
import { type Action, type Resource, roleFor, type StaffRole, type Viewer } from "#core/staff/access.ts";
import { type Ctx, staffViewer } from "./context.ts";

/**
 * Returns the viewer's role for an action. Throws `session.missing` without a session, `access.denied` for
 * other staff.
 */
export function authoriseStaff(c: Ctx, action: Action, resource: Resource = {}): StaffRole {
  const role = roleFor(staffViewer(c.var.session), action, resource);
  if (role === null || role === "public" || role === "author" || role === "coAuthor")
    throw new Problem(c.var.session ? "access.denied" : "session.missing");
  return role;
}

/**
 * Returns the role for an action on a record. Throws `initiative.notFound` for viewers who are neither staff
 * nor its author.
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
