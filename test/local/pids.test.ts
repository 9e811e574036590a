import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeJsonFile } from "../../local/json-file.ts";
import { openDataDir } from "../../local/opened-data-dir.ts";
import { endOrphans, isRunning, listChildren, recordProcess, rememberChild } from "../../local/pids.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-pids-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that waits, and its id. */
async function startWaiting() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(child, "spawn");
  return { child, pid: child.pid ?? 0, gone: once(child, "exit") };
}

test("a child whose owner lives is left alone, and one whose owner is gone is ended", async () => {
  const owner = await startWaiting();
  const orphan = await startWaiting();
  const own = await startWaiting();
  await rememberChild(folder, own.pid);
  const record = { child: recordProcess(orphan.pid), owner: recordProcess(owner.pid) };
  await writeJsonFile(join(folder, "children", `${orphan.pid}.json`), record);
  expect(await endOrphans(folder)).toBe(0);
  owner.child.kill();
  await owner.gone;
  expect(await endOrphans(folder)).toBe(1);
  await orphan.gone;
  expect(isRunning(recordProcess(own.pid))).toBe(true);
  expect((await listChildren(folder)).map(({ child }) => child.pid)).toEqual([own.pid]);
  own.child.kill();
  await own.gone;
});

test("a start that is refused ends the children of a killed run too", async () => {
  const owner = await startWaiting();
  const orphan = await startWaiting();
  const record = { child: recordProcess(orphan.pid), owner: recordProcess(owner.pid) };
  await writeJsonFile(join(folder, "children", `${orphan.pid}.json`), record);
  await writeJsonFile(join(folder, "form.json"), { version: 1 });
  owner.child.kill();
  await owner.gone;
  await expect(openDataDir(folder)).rejects.toThrow(/move the folder away or delete it/);
  await orphan.gone;
  expect(await listChildren(folder)).toEqual([]);
});

test("an id that belongs to another process by now is never touched", async () => {
  const stranger = await startWaiting();
  const gone = { pid: 2 ** 22 + 1, identity: "" };
  const child = { pid: stranger.pid, identity: "1 java -jar DynamoDBLocal.jar" };
  await writeJsonFile(join(folder, "children", `${stranger.pid}.json`), { child, owner: gone });
  expect(await endOrphans(folder)).toBe(0);
  expect(stranger.child.exitCode).toBeNull();
  expect(await listChildren(folder)).toEqual([]);
  stranger.child.kill();
  await stranger.gone;
});
