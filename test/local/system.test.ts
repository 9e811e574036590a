import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { findRunning } from "../../local/data-dir.ts";
import { startStorage } from "../../local/standins/storage.ts";
import { type System, startSystem } from "../../local/system.ts";
import { submissionHeaders } from "../support/proof.ts";
import { buildBody, drawIdempotencyKey } from "../support/submissions.ts";
import { buildCampaign, commune, seedDirectory, staff, testYear } from "../support/units.ts";
import { createVisitor } from "../support/visitor.ts";
import { waitFor } from "../support/wait.ts";

// A start takes two seconds alone, and several times that beside other tests.
vi.setConfig({ testTimeout: 90_000 });

const systems: System[] = [];
const folders: string[] = [];

async function start(...settings: Parameters<typeof startSystem>): Promise<System> {
  const system = await startSystem(...settings);
  systems.push(system);
  return system;
}

async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "test-data-"));
  folders.push(folder);
  return folder;
}

async function submit(origin: string): Promise<{ id: string; accessKey: string }> {
  const response = await fetch(`${origin}/api/initiatives`, {
    method: "POST",
    headers: await submissionHeaders(origin, drawIdempotencyKey()),
    body: JSON.stringify(buildBody()),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string; accessKey: string };
}

const registered = async ({ store }: System) =>
  (await store.figures.rows(commune.id, testYear)).counted
    .filter(({ key, dimension }) => key === "registered" && dimension === "")
    .reduce((sum, { value }) => sum + value, 0);

/** Any day will do: the campaign of the tests is open throughout 2026, so the clock stands in its midst. */
const clock = () => new Date(Date.parse("2026-06-15T05:00:00Z") + performance.now()).toISOString();

afterEach(async () => {
  await Promise.all(systems.splice(0).map((system) => system.stop()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

test("two systems run side by side, each with its own data, and each counts what it is sent", async () => {
  const [one, other] = await Promise.all([
    start({ table: "memory", empty: true, clock }),
    start({ table: "memory", empty: true, clock }),
  ]);
  expect(one.origin).not.toBe(other.origin);
  for (const { origin } of [one, other]) {
    const health = await fetch(`${origin}/api/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
  }
  const byNumber = await fetch(`${one.origin.replace("localhost", "127.0.0.1")}/gui?a=1`, {
    redirect: "manual",
  });
  expect(byNumber.headers.get("location")).toBe(`${one.origin}/gui?a=1`);
  await Promise.all([seedDirectory(one.store), seedDirectory(other.store)]);
  const { id } = await submit(one.origin);
  await waitFor(async () => expect(await registered(one)).toBe(1));
  expect(await one.store.initiatives.get(id)).not.toBeNull();
  expect(await other.store.initiatives.get(id)).toBeNull();
  expect(await registered(other)).toBe(0);
});

test("a restart on the same folder keeps records, figures, documents, and staff signed in", async () => {
  const dataDir = await makeDataDir();
  const before = await start({ dataDir, empty: true, clock });
  await seedDirectory(before.store);
  const { id, accessKey } = await submit(before.origin);
  await waitFor(async () => expect(await registered(before)).toBe(1));
  await before.bucket.put("bao-cao/thu.txt", new TextEncoder().encode("Đoàn kết"), "text/plain");
  const visitor = createVisitor();
  await visitor.signIn(before.origin, staff.reviewer.email);
  const port = Number(new URL(before.origin).port);
  await before.stop();
  expect(await findRunning(dataDir)).toBeNull();

  const after = await start({ dataDir, port, empty: true, clock });
  const followed = await fetch(`${after.origin}/api/initiatives/${id}`, {
    headers: { authorization: `Bearer ${accessKey}` },
  });
  expect(followed.status).toBe(200);
  expect(await registered(after)).toBe(1);
  expect(new TextDecoder().decode(await after.bucket.get("bao-cao/thu.txt"))).toBe("Đoàn kết");
  expect((await visitor.visit(`${after.origin}/api/session`)).response.status).toBe(200);
  // Who is signed in goes on; on a shared computer one signs out first, which ends the session.
  const again = await visitor.visit(`${after.origin}/api/session/sign-in`);
  expect(again.url.pathname).toBe("/quan-tri");
});

test("a command finds the system that runs on a folder, and nobody else can take that folder", async () => {
  const dataDir = await makeDataDir();
  const system = await start({ dataDir, empty: true });
  await seedDirectory(system.store);
  expect((await findRunning(dataDir))?.origin).toBe(system.origin);
  const storage = await startStorage({ dataDir });
  expect(await storage.store.directory.campaign(buildCampaign().id)).toEqual(buildCampaign());
  await storage.stop();
  expect((await fetch(`${system.origin}/api/health`)).status).toBe(200);
  await expect(startSystem({ dataDir, empty: true })).rejects.toThrow(String(process.pid));
});

test("a port that is taken is said at once, and nothing is left running", async () => {
  const { origin } = await start({ table: "memory", empty: true });
  const dataDir = await makeDataDir();
  const port = Number(new URL(origin).port);
  await expect(startSystem({ dataDir, port, empty: true })).rejects.toThrow(/đang bận/);
  expect(await readdir(dataDir)).toEqual([]);
});

test("the example is loaded on the first start alone", async () => {
  const dataDir = await makeDataDir();
  const first = await start({ dataDir, extent: "commune" });
  const units = await first.store.directory.units();
  expect([...units.keys()]).toContain("dien-khanh");
  expect(await first.accounts()).not.toEqual([]);
  await first.stop();
  const loaded = await readFile(join(dataDir, "first-start.json"), "utf8");
  const second = await start({ dataDir, empty: true });
  expect(await readFile(join(dataDir, "first-start.json"), "utf8")).toBe(loaded);
  expect([...(await second.store.directory.units()).keys()]).toEqual([...units.keys()]);
});
