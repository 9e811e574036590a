import * as v from "valibot";
import { Grant } from "#core/staff/access.ts";
import { staffMoves } from "#core/staff/forms.ts";
import { StaffEntry } from "#core/staff/lifecycle.ts";
import { SignInEntry } from "#core/staff/staff.ts";
import { Named } from "../units/views.ts";

function grantWith<E extends v.ObjectEntries>(more: E) {
  const [atUnit, atCouncil] = Grant.options;
  const entries = { unitName: v.string(), councilName: v.nullable(v.string()), ...more };
  return v.variant("role", [
    v.strictObject({ ...atUnit.entries, ...entries }),
    v.strictObject({ ...atCouncil.entries, ...entries }),
  ]);
}

export const NamedGrant = grantWith({});
export type NamedGrant = v.InferOutput<typeof NamedGrant>;

/** `state`: `invited` until the first sign-in, `unused` after 45 days without one. */
export const StaffRow = v.strictObject({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  version: v.number(),
  state: v.picklist(["active", "invited", "unused", "deactivated"]),
  /** `yours`: the grant is at a unit that the viewer administers. */
  grants: v.array(grantWith({ yours: v.boolean() })),
  lastSignIn: v.nullable(v.string()),
});
export type StaffRow = v.InferOutput<typeof StaffRow>;

export const StaffListView = v.strictObject({
  unit: Named,
  staff: v.array(StaffRow),
  councils: v.array(v.strictObject({ ...Named.entries, unit: v.string() })),
});
export type StaffListView = v.InferOutput<typeof StaffListView>;

export const StaffView = v.strictObject({
  ...StaffRow.entries,
  invited: v.nullable(v.strictObject({ at: v.string(), by: v.string() })),
  deactivated: v.nullable(v.strictObject({ at: v.string(), by: v.string(), reason: v.string() })),
  own: v.boolean(),
  moves: v.array(v.picklist(staffMoves)),
  log: v.array(v.strictObject({ ...StaffEntry.entries, grants: v.array(NamedGrant) })),
  signIns: v.array(SignInEntry),
});
export type StaffView = v.InferOutput<typeof StaffView>;

/** Without a session, the response is 401 `session.missing`. */
export const SessionView = v.strictObject({
  name: v.string(),
  email: v.string(),
  grants: v.array(NamedGrant),
  now: v.string(),
  /** Units whose figures the viewer may read, by name; units that have ended come last. */
  units: v.array(v.strictObject({ ...Named.entries, code: v.string(), validTo: v.nullable(v.string()) })),
});
export type SessionView = v.InferOutput<typeof SessionView>;

export const SignOutView = v.strictObject({ signOut: v.string() });
