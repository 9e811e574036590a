import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { requiredAddress } from "#core/base/mail-address.ts";
import { Grant } from "./access.ts";

/** The OpenID provider identifies staff by mail address. Grants are stored here, never in a token. */
export const Staff = v.strictObject({
  id: v.string(),
  email: requiredAddress("staff.email"),
  name: v.string(),
  grants: v.array(Grant),
  active: v.boolean(),
  version: v.number(),
  invited: v.optional(AuditStamp),
  deactivated: v.optional(
    v.strictObject({ ...AuditStamp.entries, reason: v.string(), to: v.nullable(v.string()) }),
  ),
  reactivatedAt: v.optional(v.string()),
  /** Sessions that began earlier are invalid. */
  sessionsSince: v.optional(v.string()),
});
export type Staff = v.InferOutput<typeof Staff>;

/** Stored under the token's hash. Grants are read from the account on each request. */
export interface Session {
  tokenHash: string;
  staff: { id: string; name: string; email: string };
  signedInAt: string;
  seenAt: string;
}

export interface ActiveSession extends Session {
  grants: Staff["grants"];
}

/** Maximum idle and total minutes (Vietnam's information security level 2). */
export const sessionMinutes = { idle: 15, whole: 12 * 60 } as const;

export const unusedDays = 45;

export function isSessionValid(session: Session, now: string): boolean {
  const since = (instant: string) => (Date.parse(now) - Date.parse(instant)) / 60_000;
  return since(session.seenAt) < sessionMinutes.idle && since(session.signedInAt) < sessionMinutes.whole;
}

export function refreshSession(session: Session, staff: Staff | null): ActiveSession | null {
  if (!staff?.active || staff.id !== session.staff.id) return null;
  if (staff.sessionsSince !== undefined && session.signedInAt <= staff.sessionsSince) return null;
  const { id, name, email, grants } = staff;
  return { ...session, staff: { id, name, email }, grants };
}

export function signInRefusal(
  staff: Staff,
  lastSignIn: string | null,
  now: string,
): "signIn.deactivated" | "signIn.unused" | null {
  if (!staff.active) return "signIn.deactivated";
  return isUnused(staff, lastSignIn, now) ? "signIn.unused" : null;
}

export function isUnused(
  staff: Pick<Staff, "invited" | "reactivatedAt">,
  lastSignIn: string | null,
  now: string,
): boolean {
  const [since] = [lastSignIn, staff.invited?.at, staff.reactivatedAt]
    .filter((instant) => typeof instant === "string")
    .sort()
    .slice(-1);
  return since !== undefined && Date.parse(now) - Date.parse(since) > unusedDays * 86_400_000;
}

/** Kept for `signInMonths`; contains no network address. */
export const SignInEntry = v.strictObject({
  at: v.string(),
  outcome: v.picklist(["signedIn", "signIn.deactivated", "signIn.unused"]),
});
export type SignInEntry = v.InferOutput<typeof SignInEntry>;

export const signInMonths = 12;
