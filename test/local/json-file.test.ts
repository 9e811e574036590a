import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { claimDataDir, writeFormatVersion } from "../../local/data-dir.ts";
import { readJsonFile, writeJsonFile } from "../../local/json-file.ts";

test("whoever takes a data folder removes what kills in the midst of writing left in it, and nothing else", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "test-kept-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  await mkdir(join(dataDir, "children"));
  await writeJsonFile(join(dataDir, "jobs.json"), { at: 1 });
  const left = [
    "jobs.json.0b0e5b9e-0f55-4be1-9d0c-2a4a43f0a3cd",
    "receipts.json.6f1f3a0e-7ac1-4d5e-8d35-0d1c9a3f9d11",
    "children/17.json.aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
  ];
  const others = ["notes.json.old", "jobs.json.txt", "0b0e5b9e-0f55-4be1-9d0c-2a4a43f0a3cd"];
  for (const name of [...left, ...others]) await writeFile(join(dataDir, name), "{");
  const claim = await claimDataDir(dataDir);
  expect((await readdir(dataDir, { recursive: true })).sort()).toEqual(
    ["children", "jobs.json", "lock.json", ...others].sort(),
  );
  expect(await readJsonFile(join(dataDir, "jobs.json"))).toEqual({ at: 1 });
  await claim.release();
});

test("a data folder that another version filled is refused with a sentence that says what to do, and left as it is", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "test-form-"));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const refused = /chuyển thư mục này đi nơi khác hoặc xóa.*move the folder away or delete it/;
  // Nothing in it yet: anybody may begin.
  await (await claimDataDir(dataDir)).release();
  await mkdir(join(dataDir, "dynamodb"));
  await expect(claimDataDir(dataDir)).rejects.toThrow(refused);
  await writeJsonFile(join(dataDir, "form.json"), { version: 1 });
  await expect(claimDataDir(dataDir)).rejects.toThrow(refused);
  expect(await readdir(dataDir)).toEqual(["dynamodb", "form.json"]);
  await writeFormatVersion(dataDir);
  await (await claimDataDir(dataDir)).release();
});
