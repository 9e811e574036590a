import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findRunning } from "../../local/data-dir.ts";
import { isRunning, listChildren, type ProcessRecord } from "../../local/pids.ts";
import { findFreePort } from "../../local/ports.ts";
import { projectPath } from "../../local/project.ts";
import { connectStorage, startStorage } from "../../local/standins/storage.ts";
import { submissionHeaders } from "../support/proof.ts";
import { buildBody, drawIdempotencyKey } from "../support/submissions.ts";
import { buildCampaign, commune, province, seedDirectory, testYear } from "../support/units.ts";
import { waitFor } from "../support/wait.ts";

/*
 * `npm start` from outside: the process is started, asked and ended as a person or a power cut would.
 */
const startWithin = 60_000;
const clock = () => new Date().toISOString();
let dataDir = "";
const started: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "test-start-"));
});
afterEach(async () => {
  for (const child of started.splice(0)) await end(child, "SIGKILL");
  for (const child of await children()) if (isRunning(child)) process.kill(child.pid, "SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

const byItself = [process.execPath, projectPath("local/start.ts"), "--empty"];
const byNpm = ["npm", "--prefix", projectPath(), "start", "--", "--empty"];

async function spawnStart(env: Record<string, string> = {}, line = byItself): Promise<ChildProcess> {
  const [command = "", ...words] = line;
  const child = spawn(command, words, {
    cwd: tmpdir(),
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(await findFreePort()), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

const start = async (env: Record<string, string> = {}, line = byItself) => reach(await spawnStart(env, line));

/** Waits until it can be reached; fails with what it said where it ends instead. */
async function reach(child: ChildProcess) {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  const running = await waitFor(async () => {
    if (child.exitCode !== null) return null;
    const found = await findRunning(dataDir);
    expect(found?.origin).toBeTruthy();
    return found;
  }, startWithin);
  if (!running) throw new Error(`npm start ended: ${said}`);
  return { child, origin: running.origin ?? "", storage: connectStorage(running.storage, clock) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, "exit");
  child.kill(signal);
  const [code] = await gone;
  return code;
}

/** The processes that the last start noted as its own. */
async function children(): Promise<ProcessRecord[]> {
  return (await listChildren(dataDir)).map(({ child }) => child);
}

/** Units, staff, and a campaign that is open whenever the tests run. */
async function seed(): Promise<void> {
  const storage = await startStorage({ dataDir });
  await seedDirectory(storage.store, buildCampaign({ opensOn: "2000-01-01", closesOn: "2199-12-31" }));
  await storage.stop();
}

const prepare = (origin: string) => submissionHeaders(origin, drawIdempotencyKey());

const submit = (origin: string, headers: Record<string, string>) =>
  fetch(`${origin}/api/initiatives`, { method: "POST", headers, body: JSON.stringify(buildBody()) });

async function countRegistered({ store }: ReturnType<typeof connectStorage>, unit: string): Promise<number> {
  const { counted } = await store.figures.rows(unit, testYear);
  return counted.find(({ key, dimension }) => key === "registered" && dimension === "")?.value ?? 0;
}

test("kill -9 right after a 201: the next start ends the orphan, and the record is there and counted once", async () => {
  await seed();
  const before = await start();
  const acknowledged = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const response = await submit(before.origin, await prepare(before.origin));
      expect(response.status).toBe(201);
      return ((await response.json()) as { id: string }).id;
    }),
  );
  const prepared = await Promise.all(Array.from({ length: 5 }, () => prepare(before.origin)));
  // These have no answer yet when the process goes: each is there whole, or not at all.
  const unanswered = prepared.map((headers) => submit(before.origin, headers).catch(() => null));
  await end(before.child, "SIGKILL");
  await Promise.all(unanswered);
  await before.storage.stop();
  const [orphan] = await children();
  if (!orphan) throw new Error("no child was noted");
  expect(isRunning(orphan)).toBe(true);

  const after = await start();
  expect(isRunning(orphan)).toBe(false);
  const kept = await Array.fromAsync(after.storage.store.initiatives.all());
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  for (const unit of [commune.id, province.id])
    await waitFor(async () => expect(await countRegistered(after.storage, unit)).toBe(kept.length));
  // The stream is in order, so when the next one is counted, none of those before can still come.
  expect((await submit(after.origin, await prepare(after.origin))).status).toBe(201);
  await waitFor(async () =>
    expect(await countRegistered(after.storage, commune.id)).toBeGreaterThan(kept.length),
  );
  expect(await countRegistered(after.storage, commune.id)).toBe(kept.length + 1);
  expect(await countRegistered(after.storage, province.id)).toBe(kept.length + 1);
  await after.storage.stop();
}, 120_000);

test.for(["SIGINT", "SIGTERM"] as const)(
  "%s ends everything, and says so with exit code 0",
  { timeout: 90_000 },
  async (signal) => {
    const { child, origin, storage } = await start();
    const noted = await children();
    expect(noted.filter(isRunning)).toHaveLength(1);
    expect((await fetch(`${origin}/api/health`)).status).toBe(200);
    await storage.stop();
    expect(await end(child, signal)).toBe(0);
    expect(noted.filter(isRunning)).toEqual([]);
    expect(await findRunning(dataDir)).toBeNull();
  },
);

test("SIGINT, SIGTERM or SIGKILL to npm ends what npm started, and the next start has folder and port", async () => {
  const PORT = String(await findFreePort());
  let before = await start({ PORT }, byNpm);
  for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"] as const) {
    const noted = await children();
    expect(noted.filter(isRunning), signal).toHaveLength(1);
    await before.storage.stop();
    await end(before.child, signal);
    // At once, while the one before may still be leaving.
    const next = await spawnStart({ PORT }, signal === "SIGKILL" ? byItself : byNpm);
    await waitFor(() => expect(noted.filter(isRunning), signal).toEqual([]));
    before = await reach(next);
    expect((await fetch(`${before.origin}/api/health`)).status, signal).toBe(200);
  }
  await before.storage.stop();
}, 240_000);

test("Ctrl-C while it is still starting leaves nothing behind", async () => {
  const child = await spawnStart();
  const noted = await waitFor(async () => {
    const found = await children();
    expect(found).toHaveLength(1);
    return found;
  }, startWithin);
  expect(await end(child, "SIGINT")).toBe(0);
  expect(noted.filter(isRunning)).toEqual([]);
}, 90_000);

test("an uncaught error takes its children with it", async () => {
  const fault = "process.on('SIGUSR2', () => { throw new Error('a fault on purpose') })";
  const { child, storage } = await start({
    NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(fault)}"`,
  });
  const noted = await children();
  expect(noted.filter(isRunning)).toHaveLength(1);
  await storage.stop();
  expect(await end(child, "SIGUSR2")).not.toBe(0);
  await waitFor(() => expect(noted.filter(isRunning)).toEqual([]));
}, 90_000);
