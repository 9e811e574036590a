import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { dayOf } from "#core/base/calendar.ts";
import { hashSecret } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { grantsInForce } from "#core/staff/grants.ts";
import { type ActiveSession, isSessionValid, refreshSession, sessionMinutes } from "#core/staff/staff.ts";
import type { Ctx, Env } from "../context.ts";

const cookieName = "__Host-session";
const seenEveryMilliseconds = 60_000;

/**
 * Knows who asks: an author's access key (bearer), or staff by the session cookie. A request that changes something under a cookie must come
 * from our own pages: SameSite=Lax keeps other sites out, and the Origin header is checked besides.
 */
export const identify = createMiddleware<Env>(async (c, next) => {
  const { deps } = c.var;
  const sent = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
  const bearer = isAccessKey(sent) ? sent : null;
  c.set("bearer", bearer);
  c.set("session", null);
  const token = bearer ? undefined : getCookie(c, cookieName);
  if (token) {
    const unsafe = !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
    if (unsafe && c.req.header("origin") !== deps.origin) throw new Problem("request.origin");
    c.set("session", await readSession(c, token));
  }
  await next();
});

/** True for what may be an access key or a co-author's token. */
export const isAccessKey = (text: string): boolean => /^[\w-]{8,128}$/.test(text);

/** The person's record is read with each request: a grant that changed, or an account that was closed, counts from then on. */
async function readSession(c: Ctx, token: string): Promise<ActiveSession | null> {
  const { store, clock } = c.var.deps;
  const session = await store.staff.session(hashSecret(token));
  const now = clock();
  if (!session || !isSessionValid(session, now)) return null;
  const live = refreshSession(session, await store.staff.byEmail(session.staff.email));
  if (!live) return null;
  const grants = await inForce(c, live.grants, dayOf(now));
  if (Date.parse(now) - Date.parse(session.seenAt) > seenEveryMilliseconds)
    await store.staff.putSession({ ...session, seenAt: now });
  return { ...live, grants };
}

/** Without what is held at a council that has ended. Councils are looked at only for those who hold something there. */
async function inForce(
  c: Ctx,
  grants: ActiveSession["grants"],
  today: string,
): Promise<ActiveSession["grants"]> {
  if (!grants.some((grant) => "council" in grant)) return grants;
  return grantsInForce(grants, await c.var.deps.store.directory.councils(), today);
}

/** Hands the session's token to the browser: out of reach of scripts, and only ever sent here. */
export function setSessionCookie(c: Ctx, token: string): void {
  setCookie(c, cookieName, token, {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
    maxAge: sessionMinutes.whole * 60,
  });
}

/** Takes the token back and returns it, if there was one. */
export function takeSessionCookie(c: Ctx): string | undefined {
  return deleteCookie(c, cookieName, { path: "/", secure: true });
}
