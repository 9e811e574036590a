import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { Hono } from "hono/tiny";
import * as v from "valibot";
import { hashSecret } from "#core/base/canonical.ts";
import { fromBase64Url, toBase64Url } from "#core/base/ids.ts";
import { Problem, type ProblemCode } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { may } from "#core/staff/access.ts";
import { signInRefusal } from "#core/staff/staff.ts";
import { reachOf } from "#core/units/unit.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { limit } from "../middleware/limit.ts";
import { setSessionCookie, takeSessionCookie } from "../middleware/session.ts";
import { nameGrant } from "./record.ts";
import type { SignIn } from "./sign-in.ts";
import { SessionView, SignOutView } from "./views.ts";

/** Each sign-in attempt has its own cookie, so that tabs do not disturb each other. */
const attemptPrefix = "__Host-sign-in-";
const attemptCookie = (state: string) => `${attemptPrefix}${hashSecret(state).slice(0, 16)}`;
const attemptSeconds = 600;
/** Limits the size of the Cookie header. */
const mostAttempts = 5;
/** Lets a whole office behind one address sign in within ten minutes. */
const signInLimit = { count: 600, seconds: 600 };

const refusals = new Map<ProblemCode, string>([
  ["signIn.failed", "failed"],
  ["signIn.unknownStaff", "unknown"],
  ["signIn.deactivated", "deactivated"],
  ["signIn.unused", "unused"],
]);

const Attempt = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  to: v.string(),
  at: v.string(),
});
type Attempt = v.InferOutput<typeof Attempt>;

export const sessionAt = (signIn: SignIn) =>
  new Hono<Env>()
    .get(
      "/",
      describe("session.read", "Who is signed in, and what they answer for", SessionView),
      async (c) => {
        return c.json(await viewSession(c));
      },
    )
    .get(
      "/sign-in",
      describe("session.begin", "Go to the OpenID provider to sign in", null, {
        status: 302,
        query: { to: "The page to come back to" },
      }),
      limit("signIn", signInLimit),
      async (c) => {
        const to = ownPage(c.req.query("to"));
        // Another tab has signed in.
        if (c.var.session) return c.redirect(to);
        const { url, attempt } = await signIn.begin();
        forgetOldest(c);
        const kept: Attempt = { ...attempt, to, at: c.var.deps.clock() };
        const value = toBase64Url(new TextEncoder().encode(JSON.stringify(kept)));
        setCookie(c, attemptCookie(attempt.state), value, {
          path: "/",
          secure: true,
          httpOnly: true,
          sameSite: "Lax",
          maxAge: attemptSeconds,
        });
        return c.redirect(url);
      },
    )
    .get(
      "/callback",
      describe("session.begin", "Back from the OpenID provider", null, { status: 302 }),
      async (c) => {
        const attempt = readAttempt(getCookie(c, attemptCookie(c.req.query("state") ?? "")));
        // The attempt is missing if the user went back to the provider's page and forward again.
        if (!attempt) return c.redirect(c.var.session ? "/quan-tri" : "/quan-tri?signIn=failed");
        forgetAttempt(c, attempt);
        try {
          await beginSession(c, signIn, attempt);
        } catch (error) {
          const refusal = error instanceof Problem ? refusals.get(error.code) : undefined;
          if (refusal) return c.redirect(`/quan-tri?signIn=${refusal}`);
          throw error;
        }
        return c.redirect(attempt.to);
      },
    )
    .delete(
      "/",
      describe("session.end", "Sign out; the answer says where the browser goes next", SignOutView),
      async (c) => {
        const { store, origin } = c.var.deps;
        const token = takeSessionCookie(c);
        if (token) await store.staff.endSession(hashSecret(token));
        return c.json({ signOut: await signIn.endUrl(`${origin}/quan-tri`) });
      },
    );

/** Accepts only paths of this site: `//host` and `/\\host` lead elsewhere. */
function ownPage(to: string | undefined): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : "/quan-tri";
}

function readAttempt(cookie = ""): Attempt | null {
  try {
    const parsed = validate(Attempt, JSON.parse(new TextDecoder().decode(fromBase64Url(cookie))));
    return parsed.ok ? { ...parsed.value, to: ownPage(parsed.value.to) } : null;
  } catch {
    return null;
  }
}

const forgetAttempt = (c: Ctx, { state }: Pick<Attempt, "state">) =>
  deleteCookie(c, attemptCookie(state), { path: "/", secure: true });

function forgetOldest(c: Ctx): void {
  const cookies = Object.entries(getCookie(c)).filter(([name]) => name.startsWith(attemptPrefix));
  const begun = cookies.map(([name, cookie]) => ({ name, at: readAttempt(cookie)?.at ?? "" }));
  begun.sort((a, b) => b.at.localeCompare(a.at));
  for (const { name } of begun.slice(mostAttempts - 1)) deleteCookie(c, name, { path: "/", secure: true });
}

async function beginSession(c: Ctx, signIn: SignIn, attempt: Attempt): Promise<void> {
  const { store, clock, random, origin } = c.var.deps;
  const callback = new URL(`/api/session/callback${new URL(c.req.url).search}`, origin);
  const { email } = await signIn.finish(callback, attempt);
  const staff = await store.staff.byEmail(email);
  if (!staff) throw new Problem("signIn.unknownStaff");
  const now = clock();
  const refusal = signInRefusal(staff, await store.staff.lastSignIn(staff.id), now);
  await store.staff.putSignIn(staff.id, { at: now, outcome: refusal ?? "signedIn" }, toBase64Url(random(6)));
  if (refusal) throw new Problem(refusal);
  const token = toBase64Url(random(32));
  await store.staff.putSession({
    tokenHash: hashSecret(token),
    staff: { id: staff.id, name: staff.name, email: staff.email },
    signedInAt: now,
    seenAt: now,
  });
  // Ends the earlier session, because its cookie is replaced.
  const before = takeSessionCookie(c);
  if (before) await store.staff.endSession(hashSecret(before));
  setSessionCookie(c, token);
}

async function viewSession(c: Ctx): Promise<SessionView> {
  const { store, clock } = c.var.deps;
  const current = c.var.session;
  if (!current) throw new Problem("session.missing");
  const [units, councils] = await Promise.all([store.directory.units(), store.directory.councils()]);
  const viewer = staffViewer(current);
  return {
    name: current.staff.name,
    email: current.staff.email,
    now: clock(),
    grants: current.grants.map((grant) => nameGrant({ units, councils }, grant)),
    units: [...units.values()]
      .filter((unit) => may(viewer, "figures.read", { units: reachOf(units, unit.id) }))
      .map(({ id, name, code, validTo }) => ({ id, name, code, validTo }))
      .sort(
        (a, b) =>
          Number(a.validTo !== null) - Number(b.validTo !== null) || a.name.localeCompare(b.name, "vi"),
      ),
  };
}
