import * as v from "valibot";

const Grant = v.variant("role", [
  v.strictObject({ role: v.picklist(["reviewer", "administrator"]), unit: v.string() }),
  v.strictObject({ role: v.picklist(["member", "secretary"]), unit: v.string(), council: v.string() }),
]);

/** A member of staff: known to the OpenID provider by mail address, to this system by id; the grants are kept here, never in a token. */
export const Staff = v.strictObject({
  id: v.string(),
  email: v.pipe(v.string(), v.toLowerCase(), v.email("staff.email.invalid")),
  name: v.string(),
  grants: v.array(Grant),
  active: v.boolean(),
});
export type Staff = v.InferOutput<typeof Staff>;

/** A signed-in session. Kept under the hash of its token; holds the grants, so that a request looks up one item. Instants are ISO 8601. */
export interface Session {
  tokenHash: string;
  staff: { id: string; name: string; email: string };
  grants: Staff["grants"];
  signedInAt: string;
  seenAt: string;
}

/** Defaults of security level 2: locked after 15 idle minutes, over after a working day. */
export const sessionMinutes = { idle: 15, whole: 12 * 60 } as const;

/** True while the session may still be used at `now` (ISO 8601). */
export function isAlive(session: Session, now: string): boolean {
  const since = (instant: string) => (Date.parse(now) - Date.parse(instant)) / 60_000;
  return since(session.seenAt) < sessionMinutes.idle && since(session.signedInAt) < sessionMinutes.whole;
}
