import { afterAll, beforeAll, expect, test } from "vitest";
import type { System } from "../../local/system.ts";
import { startTestSystem } from "../support/system.ts";
import { commune, seedDirectory, staff } from "../support/units.ts";
import { createVisitor } from "../support/visitor.ts";

let system: System;

beforeAll(async () => {
  system = await startTestSystem({ empty: true });
  await seedDirectory(system.store);
});
afterAll(() => system.stop());

test("a member of staff signs in at the provider and is known here by the session's cookie", async () => {
  const visitor = createVisitor();
  const { url } = await visitor.signIn(system.origin, staff.reviewer.email, "/quan-tri/ho-so");
  expect(url.href).toBe(`${system.origin}/quan-tri/ho-so`);
  const { response } = await visitor.visit(`${system.origin}/api/session`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    name: staff.reviewer.name,
    grants: [{ role: "reviewer", unit: commune.id }],
  });
});

test("the sign-in page offers everybody by name and role", async () => {
  const { response } = await createVisitor().visit(`${system.origin}/api/session/sign-in`);
  const page = await response.text();
  for (const { name, email } of Object.values(staff)) {
    expect(page).toContain(name);
    expect(page).toContain(email);
  }
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("an address that nobody has is refused on the page, and shown as it was typed, harmlessly", async () => {
  const visitor = createVisitor();
  const { response, url } = await visitor.signIn(system.origin, '"><b>ai@example.vn');
  expect(url.pathname).toMatch(/^\/login\//);
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(page).toContain('role="alert"');
  expect(page).not.toContain("<b>");
  expect(visitor.cookie("__Host-session")).toBeUndefined();
});

test("an account that is closed or long unused is refused with its reason, and the refusal is kept", async () => {
  const { member, neighbourReviewer } = staff;
  const old = new Date(Date.now() - 46 * 86_400_000).toISOString();
  const by = { id: staff.administrator.id, name: staff.administrator.name };
  await system.store.staff.put({ ...member, invited: { at: old, by } });
  const unused = await createVisitor().signIn(system.origin, member.email);
  expect(unused.url.search).toBe("?signIn=unused");
  await system.store.staff.put({ ...neighbourReviewer, active: false });
  const closed = await createVisitor().signIn(system.origin, neighbourReviewer.email);
  expect(closed.url.search).toBe("?signIn=deactivated");
  const now = new Date().toISOString();
  const outcomes = async (id: string) =>
    (await system.store.staff.signIns(id, now)).map(({ outcome }) => outcome);
  expect(await outcomes(member.id)).toEqual(["signIn.unused"]);
  expect(await outcomes(neighbourReviewer.id)).toEqual(["signIn.deactivated"]);
  expect(await outcomes(staff.reviewer.id)).toEqual(["signedIn"]);
  expect(await system.store.staff.lastSignIn(staff.reviewer.id)).not.toBeNull();
});

test("signing out ends the session here and at the provider", async () => {
  const visitor = createVisitor();
  await visitor.signIn(system.origin, staff.secretary.email);
  const ended = await visitor.visit(`${system.origin}/api/session`, {
    method: "DELETE",
    headers: { origin: system.origin },
  });
  const { signOut } = (await ended.response.json()) as { signOut: string };
  const leaving = await visitor.visit(signOut);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(await leaving.response.text())?.[1] ?? "";
  const back = await visitor.visit(`${leaving.url.origin}/session/end/confirm`, {
    method: "POST",
    body: new URLSearchParams({ xsrf, logout: "yes" }),
  });
  expect(back.url.href).toBe(`${system.origin}/quan-tri`);
  expect((await visitor.visit(`${system.origin}/api/session`)).response.status).toBe(401);
  const again = await visitor.visit(`${system.origin}/api/session/sign-in`);
  expect(again.url.pathname).toMatch(/^\/login\//);
});
