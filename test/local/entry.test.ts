import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { KeptReport } from "../../functions/report/handler.ts";
import { projectPath } from "../../local/project.ts";
import { startStorage } from "../../local/storage.ts";
import { province, seedDirectory } from "../support/units.ts";

test("the cloud's own entry of the report runs here by its environment alone", {
  timeout: 90_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "test-entry-"));
  const storage = await startStorage({ dataDir, inMemory: true });
  try {
    await seedDirectory(storage.store);
    const message = JSON.stringify({ unit: province.id, year: "2026" });
    const entry = JSON.stringify(projectPath("functions/report/lambda.ts"));
    const code = `const { handler } = await import(${entry}); console.log(JSON.stringify(await handler(${message})));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
      env: { PATH: process.env.PATH, ...storage.env },
    });
    const [kept] = JSON.parse(stdout) as KeptReport[];
    expect(kept?.files).toContain(`reports/${province.id}/2026-2026/annual-report.json`);
    expect(await storage.bucket.list("reports/")).toEqual(kept?.files.toSorted());
  } finally {
    await storage.stop();
    await rm(dataDir, { recursive: true });
  }
});
