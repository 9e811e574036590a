import { execFile } from "node:child_process";
import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReportModel } from "#core/report/model.ts";
import { projectPath } from "../../local/project.ts";

const run = promisify(execFile);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-command-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What `npm run report` runs, in a data folder of the test's own. */
const report = (...args: string[]) =>
  run(process.execPath, [projectPath("operations/report.ts"), ...args], {
    env: { ...process.env, DATA_DIR: join(folder, "data") },
  });

test("npm run report loads the example into an empty folder and writes the report", async () => {
  const out = join(folder, "out", "deep");
  const { stdout } = await report("--unit", "dien-khanh", "--from", "2019", "--to", "2021", "--out", out);
  const names = [
    "annual-report.docx",
    "annual-report.html",
    "annual-report.json",
    "annual-report.pdf",
    "annual-report.xlsx",
  ];
  expect((await readdir(out)).toSorted()).toEqual(names);
  for (const name of names) expect(stdout).toContain(join(out, name));
  const written = JSON.parse(await readFile(join(out, "annual-report.json"), "utf8")) as ReportModel;
  expect(written.figures).toHaveLength(39);
  // Counted though nothing pumped the stream.
  expect(written.figures).toContainEqual(
    expect.objectContaining({ key: "recognised", from: 2020, counted: 11 }),
  );
  expect(stdout).toContain(written.dataHash);

  // What was kept verifies, and nothing has moved.
  const place = ["--unit", "dien-khanh", "--from", "2019", "--to", "2021"];
  const verified = await report(...place, "--verify");
  for (const name of names) expect(verified.stdout).toMatch(new RegExp(`ok +${name}`));
  expect(verified.stdout).toContain("no figure has moved");

  // Somebody alters a file where it lies, under the S3 server's folder.
  const kept = await readdir(join(folder, "data"), { recursive: true });
  const html = kept.find((path) => /annual-report\.html/.test(path) && /_object$/.test(path));
  await appendFile(join(folder, "data", html ?? ""), "<p>one more</p>");
  await expect(report(...place, "--verify")).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/DIFFERS +annual-report\.html/),
  });
}, 240_000);

test.each([
  [[], "missing: --unit, --from, --to, --out"],
  [["--unit", "dien-khanh", "--from", "2019"], "missing: --to, --out"],
  [["--unit", "dien-khanh", "--verify"], "missing: --from, --to"],
  [["--years", "2019"], "Unknown option '--years'.*"],
])("%j is refused with what to type", async (args, message) => {
  await expect(report(...args)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(new RegExp(`^${message}\nUsage: npm run report`)),
  });
});

test("an unknown unit and a period that is none are told plainly", async () => {
  const out = join(folder, "none");
  await expect(
    report("--unit", "nowhere", "--from", "2019", "--to", "2021", "--out", out),
  ).rejects.toMatchObject({
    stderr: expect.stringContaining("no unit nowhere in the data"),
  });
  await expect(
    report("--unit", "dien-khanh", "--from", "2021", "--to", "2019", "--out", out),
  ).rejects.toMatchObject({
    stderr: expect.stringContaining("--from and --to are years"),
  });
  await expect(
    report("--unit", "xa-dien-khanh", "--from", "2026", "--to", "2026", "--verify"),
  ).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("no report of this unit") });
}, 90_000);
