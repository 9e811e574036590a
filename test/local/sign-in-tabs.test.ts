import { afterAll, beforeAll, expect, test } from "vitest";
import type { System } from "../../local/system.ts";
import { startTestSystem } from "../support/system.ts";
import { seedDirectory, staff } from "../support/units.ts";
import { createVisitor } from "../support/visitor.ts";

let system: System;

beforeAll(async () => {
  system = await startTestSystem({ empty: true });
  await seedDirectory(system.store);
});
afterAll(() => system.stop());

const { email } = staff.reviewer;
type Visitor = ReturnType<typeof createVisitor>;

/** Opens the provider's page in a tab of this browser. */
const begin = async (visitor: Visitor, to: string) =>
  (await visitor.visit(`${system.origin}/api/session/sign-in?to=${encodeURIComponent(to)}`)).url.href;
/** Chooses the account on the provider's page of a tab. */
const finish = async (visitor: Visitor, page: string) =>
  (await visitor.visit(page, { method: "POST", body: new URLSearchParams({ email }) })).url;
const signedIn = async (visitor: Visitor) =>
  (await visitor.visit(`${system.origin}/api/session`)).response.status === 200;

test("two tabs that sign in at once both come to the page that they asked for", async () => {
  const visitor = createVisitor();
  const first = await begin(visitor, "/quan-tri/ho-so");
  const second = await begin(visitor, "/quan-tri/bao-cao");
  expect((await finish(visitor, first)).pathname).toBe("/quan-tri/ho-so");
  expect((await finish(visitor, second)).pathname).toBe("/quan-tri/bao-cao");
  expect(await signedIn(visitor)).toBe(true);
});

test.each(["foreign", ""])(
  "a callback with the state '%s' ends no attempt that is under way",
  async (state) => {
    const visitor = createVisitor();
    const page = await begin(visitor, "/quan-tri/ho-so");
    const { url } = await visitor.visit(`${system.origin}/api/session/callback?code=x&state=${state}`);
    expect(`${url.pathname}${url.search}`).toBe("/quan-tri?signIn=failed");
    expect((await finish(visitor, page)).pathname).toBe("/quan-tri/ho-so");
  },
);

test("whoever is signed in goes on to the page that they wanted, without the provider", async () => {
  const visitor = createVisitor();
  await visitor.signIn(system.origin, email);
  const again = await visitor.visit(`${system.origin}/api/session/sign-in?to=/quan-tri/ho-so`);
  expect(again.url.href).toBe(`${system.origin}/quan-tri/ho-so`);
  const stale = await visitor.visit(`${system.origin}/api/session/callback?code=x&state=of-yesterday`);
  expect(stale.url.href).toBe(`${system.origin}/quan-tri`);
});

test("a browser keeps five attempts at the most, the latest", async () => {
  const visitor = createVisitor();
  const pages: string[] = [];
  for (let i = 0; i < 8; i++) pages.push(await begin(visitor, `/quan-tri/ho-so?n=${i}`));
  expect(visitor.cookieNames().filter((name) => name.startsWith("__Host-sign-in-"))).toHaveLength(5);
  expect((await finish(visitor, pages[0] ?? "")).search).toBe("?signIn=failed");
  expect((await finish(visitor, pages[7] ?? "")).search).toBe("?n=7");
});

test("the session before is ended where somebody else signs in after it", async () => {
  const visitor = createVisitor();
  const first = await begin(visitor, "/quan-tri");
  const second = await begin(visitor, "/quan-tri");
  await finish(visitor, first);
  const before = visitor.cookie("__Host-session");
  await finish(visitor, second);
  const old = await fetch(`${system.origin}/api/session`, {
    headers: { cookie: `__Host-session=${before}` },
  });
  expect(old.status).toBe(401);
  expect(await signedIn(visitor)).toBe(true);
});
