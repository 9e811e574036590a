import * as v from "valibot";
import { requiredAddress } from "#core/base/mail-address.ts";
import { Grant } from "./access.ts";

/** Who did something, when (ISO 8601), by id and name. */
const Deed = { at: v.string(), by: v.strictObject({ id: v.string(), name: v.string() }) };

/** A member of staff: known to the OpenID provider by mail address, to this system by id; the grants are kept here, never in a token. */
export const Staff = v.strictObject({
  id: v.string(),
  email: requiredAddress("staff.email"),
  name: v.string(),
  grants: v.array(Grant),
  active: v.boolean(),
  /** Each write replaces the one before. */
  version: v.number(),
  invited: v.optional(v.strictObject(Deed)),
  /** Why and by whom the account was closed, and who took over. Stays until it is opened again. */
  deactivated: v.optional(v.strictObject({ ...Deed, reason: v.string(), to: v.nullable(v.string()) })),
  reactivatedAt: v.optional(v.string()),
  /** Sessions that began before it are over, whatever became of the account since. */
  sessionsSince: v.optional(v.string()),
});
export type Staff = v.InferOutput<typeof Staff>;

/** A session as it is kept, under the hash of its token. What its person may do is read from their record with each request. Instants are ISO 8601. */
export interface Session {
  tokenHash: string;
  staff: { id: string; name: string; email: string };
  signedInAt: string;
  seenAt: string;
}

/** A session with the grants that its person has now. */
export interface ActiveSession extends Session {
  grants: Staff["grants"];
}

/** Defaults of security level 2: locked after 15 idle minutes, over after a working day. */
export const sessionMinutes = { idle: 15, whole: 12 * 60 } as const;

/** Days without a sign-in after which an account is refused until an administrator opens it again. */
export const unusedDays = 45;

/** True while the session may still be used at `now` (ISO 8601). */
export function isSessionValid(session: Session, now: string): boolean {
  const since = (instant: string) => (Date.parse(now) - Date.parse(instant)) / 60_000;
  return since(session.seenAt) < sessionMinutes.idle && since(session.signedInAt) < sessionMinutes.whole;
}

/** The session with its person's grants of now; null where the record is gone, closed, or ended the sessions of that time. */
export function refreshSession(session: Session, staff: Staff | null): ActiveSession | null {
  if (!staff?.active || staff.id !== session.staff.id) return null;
  if (staff.sessionsSince !== undefined && session.signedInAt <= staff.sessionsSince) return null;
  const { id, name, email, grants } = staff;
  return { ...session, staff: { id, name, email }, grants };
}

/** Why a person whom the provider vouches for may not come in at `now`, or null. `lastSignIn` is ISO 8601, null where there was none. */
export function signInRefusal(
  staff: Staff,
  lastSignIn: string | null,
  now: string,
): "signIn.deactivated" | "signIn.unused" | null {
  if (!staff.active) return "signIn.deactivated";
  return isUnused(staff, lastSignIn, now) ? "signIn.unused" : null;
}

/** True where nobody has signed in for 45 days since the last time, the invitation or the reopening; never where none is known. */
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

/** A sign-in that came to something, or was refused and why. Kept for twelve months; where it came from is not. */
export const SignInEntry = v.strictObject({
  at: v.string(),
  outcome: v.picklist(["signedIn", "signIn.deactivated", "signIn.unused"]),
});
export type SignInEntry = v.InferOutput<typeof SignInEntry>;

/** Months for which sign-ins are kept. */
export const signInMonths = 12;
