import type { Grant } from "#core/staff/access.ts";
import type { StaffEntry } from "#core/staff/changes.ts";
import type { StaffMove } from "#core/staff/forms.ts";
import type { SignInEntry } from "#core/staff/staff.ts";

export type NamedGrant = Grant & { unitName: string; councilName: string | null };

/** A member of staff in a list. `state` is `invited` until the first sign-in, `unused` after 45 days without one. */
export interface StaffRow {
  id: string;
  name: string;
  email: string;
  version: number;
  state: "active" | "invited" | "unused" | "deactivated";
  /** `yours`: at a unit that the viewer administers. */
  grants: (NamedGrant & { yours: boolean })[];
  /** ISO 8601, null where nobody has signed in yet. */
  lastSignIn: string | null;
}

/** `GET /api/staff?unit=…`: whoever has a role at the unit or below it, by name, and the councils that sit there. */
export interface StaffListView {
  unit: { id: string; name: string };
  staff: StaffRow[];
  councils: { id: string; name: string; unit: string }[];
}

/** `GET /api/staff/:id`, and the answer to every change of it. */
export interface StaffView extends StaffRow {
  invited: { at: string; by: string } | null;
  deactivated: { at: string; by: string; reason: string } | null;
  /** The viewer's own account, which others change. */
  own: boolean;
  moves: StaffMove[];
  /** Newest first. */
  log: (Omit<StaffEntry, "grants"> & { grants: NamedGrant[] })[];
  /** The latest of the past twelve months, newest first. */
  signIns: SignInEntry[];
}

/** `GET /api/session`: who is signed in; 401 `session.missing` otherwise. */
export interface SessionView {
  name: string;
  email: string;
  grants: (Grant & { unitName: string; councilName: string | null })[];
  /** The instant of this answer at the server. */
  now: string;
  /** Units whose figures this person may read: by name, those that have ended last. */
  units: { id: string; name: string; code: string; validTo: string | null }[];
}
