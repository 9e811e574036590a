import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeJsonFile } from "../../local/json-file.ts";
import { takeLock } from "../../local/lock.ts";

let file = "";
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), "test-lock-")), "lock.json");
});
afterEach(() => rm(join(file, ".."), { recursive: true }));

test("one of many takes it, and the next one when it is released", async () => {
  const locks = await Promise.all(Array.from({ length: 8 }, () => takeLock(file)));
  const taken = locks.filter((lock) => "release" in lock);
  expect(taken).toHaveLength(1);
  expect(locks.find((lock) => "holder" in lock)).toMatchObject({ holder: { pid: process.pid } });
  await taken[0]?.release();
  expect(await takeLock(file)).toHaveProperty("release");
});

test("a lock of a dead process is taken over, also where its id lives on as another process", async () => {
  await writeJsonFile(file, { pid: process.pid, identity: "an earlier process of that id" });
  expect(await takeLock(file)).toHaveProperty("release");
});

test("a lock that a kill left empty is taken over", async () => {
  await writeFile(file, "");
  await utimes(file, 0, 0);
  expect(await takeLock(file)).toHaveProperty("release");
});
