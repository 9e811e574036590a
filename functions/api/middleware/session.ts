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
 * Identifies the viewer by access key or session cookie. Changes under a cookie must come from our own
 * origin.
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

export const isAccessKey = (text: string): boolean => /^[\w-]{8,128}$/.test(text);

/** Reads the account with each request, so that changes take effect at once. */
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

/** Removes grants at councils that have ended. */
async function inForce(
  c: Ctx,
  grants: ActiveSession["grants"],
  today: string,
): Promise<ActiveSession["grants"]> {
  if (!grants.some((grant) => "council" in grant)) return grants;
  return grantsInForce(grants, await c.var.deps.store.directory.councils(), today);
}

export function setSessionCookie(c: Ctx, token: string): void {
  setCookie(c, cookieName, token, {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "Lax",
    maxAge: sessionMinutes.whole * 60,
  });
}

export function takeSessionCookie(c: Ctx): string | undefined {
  return deleteCookie(c, cookieName, { path: "/", secure: true });
}
