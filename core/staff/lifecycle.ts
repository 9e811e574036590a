import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { Problem } from "#core/base/problems.ts";
import { isValidOn } from "#core/units/unit.ts";
import { Grant } from "./access.ts";
import { type InvitationForm, type StaffForm, type StaffMove, staffMoves } from "./forms.ts";
import { administers, checkGrants, type GrantContext, grantsInForce, withoutGrants } from "./grants.ts";
import type { Staff } from "./staff.ts";

/** Append-only log entry. `n`, `grants`: version and grants after the step. */
export const StaffEntry = v.strictObject({
  n: v.number(),
  at: v.string(),
  by: v.strictObject({ id: v.string(), name: v.string() }),
  did: v.picklist(["invite", "change", "receive", ...staffMoves]),
  grants: v.array(Grant),
  reason: v.nullable(v.string()),
  other: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
});
export type StaffEntry = v.InferOutput<typeof StaffEntry>;

/** `n` makes each letter unique. */
export interface Invitation {
  id: string;
  n: number;
  email: string;
  name: string;
  grants: Grant[];
  by: { id: string; name: string };
  at: string;
}

export interface StaffChange {
  before: Staff | null;
  after: Staff;
  entry: StaffEntry;
  invitation: Invitation | null;
}

/** Throws `staff.invalid`. */
export function inviteStaff(
  form: v.InferOutput<typeof InvitationForm>,
  context: GrantContext,
  stamp: AuditStamp,
): StaffChange {
  requireGrants([], form.grants, context);
  const after: Staff = { ...form, active: true, version: 1, invited: stamp };
  return buildChange(null, after, "invite", stamp, { invitation: true });
}

/** Throws `staff.invalid`, `staff.own`. */
export function changeStaff(
  before: Staff,
  form: v.InferOutput<typeof StaffForm>,
  context: GrantContext,
  stamp: AuditStamp,
): StaffChange {
  requireOther(before, context);
  requireGrants(before.grants, form.grants, context);
  return buildChange(before, { ...before, ...form }, "change", stamp);
}

/** Also ends all sessions. Throws `staff.moveNotAllowed`, `staff.own`, `staff.elsewhere`. */
export function deactivateStaff(
  before: Staff,
  reason: string,
  context: GrantContext,
  stamp: AuditStamp,
  to: { id: string; name: string } | null = null,
): StaffChange {
  requireWhole(before, context);
  if (!before.active) throw new Problem("staff.moveNotAllowed");
  const after: Staff = {
    ...before,
    active: false,
    sessionsSince: stamp.at,
    deactivated: { ...stamp, reason, to: to?.id ?? null },
  };
  return buildChange(before, after, to ? "handOver" : "deactivate", stamp, { reason, other: to });
}

export function reactivateStaff(
  before: Staff,
  unused: boolean,
  context: GrantContext,
  stamp: AuditStamp,
): StaffChange {
  requireWhole(before, context);
  if (before.active && !unused) throw new Problem("staff.moveNotAllowed");
  const { deactivated: _, ...rest } = before;
  return buildChange(before, { ...rest, active: true, reactivatedAt: stamp.at }, "reactivate", stamp);
}

export function inviteAgain(before: Staff, context: GrantContext, stamp: AuditStamp): StaffChange {
  requireWhole(before, context);
  if (!before.active) throw new Problem("staff.moveNotAllowed");
  return buildChange(before, { ...before, invited: stamp }, "inviteAgain", stamp, { invitation: true });
}

/** Closes one account and moves its grants in force to another. Both changes must be written together. */
export function handOverStaff(
  from: Staff,
  to: Staff,
  reason: string,
  context: GrantContext,
  stamp: AuditStamp,
): StaffChange[] {
  if (to.id === from.id || !to.active)
    throw new Problem("staff.invalid", [{ pointer: "/to", code: "staff.to.invalid" }]);
  requireOther(to, context);
  const left = deactivateStaff(from, reason, context, stamp, { id: to.id, name: to.name });
  const live = grantsInForce(from.grants, context.councils, context.today).filter(({ unit }) => {
    const found = context.units.get(unit);
    return found !== undefined && isValidOn(found, context.today);
  });
  const after = { ...to, grants: [...to.grants, ...withoutGrants(live, to.grants)] };
  const other = { id: from.id, name: from.name };
  return [left, buildChange(to, after, "receive", stamp, { reason, other })];
}

function requireGrants(before: Grant[], after: Grant[], context: GrantContext): void {
  const faults = checkGrants(before, after, context);
  if (faults.length > 0) throw new Problem("staff.invalid", faults);
}

function requireOther(staff: Staff, { by }: GrantContext): void {
  if (staff.id === by.id) throw new Problem("staff.own");
}

/** Requires an administrator of all the account's units. */
function requireWhole(staff: Staff, context: GrantContext): void {
  requireOther(staff, context);
  if (staff.grants.some(({ unit }) => !administers(context.by, context.units, unit)))
    throw new Problem("staff.elsewhere");
}

function buildChange(
  before: Staff | null,
  staff: Staff,
  did: StaffEntry["did"],
  { at, by }: AuditStamp,
  more: { reason?: string; other?: StaffEntry["other"]; invitation?: boolean } = {},
): StaffChange {
  const n = before ? before.version + 1 : 1;
  const after = { ...staff, version: n };
  const { id, email, name: called, grants: given } = after;
  return {
    before,
    after,
    entry: { n, at, by, did, grants: given, reason: more.reason ?? null, other: more.other ?? null },
    invitation: more.invitation ? { id, n, email, name: called, grants: given, by, at } : null,
  };
}

export function possibleStaffMoves(staff: Staff, lastSignIn: string | null, unused: boolean): StaffMove[] {
  if (!staff.active) return ["reactivate"];
  const moves: StaffMove[] = ["deactivate", "handOver"];
  if (unused) moves.unshift("reactivate");
  else if (lastSignIn === null && staff.invited) moves.unshift("inviteAgain");
  return moves;
}
