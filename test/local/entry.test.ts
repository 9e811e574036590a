import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runJobId } from "../../functions/core/report-run.ts";
import { projectPath } from "../../local/project.ts";
import { startStorage } from "../../local/storage.ts";
import { buildCampaign, commune, seedDirectory } from "../support/units.ts";

test("the cloud's own entry of the schedule runs here by its environment alone, and begins what is due", {
  timeout: 90_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "test-entry-"));
  const storage = await startStorage({ dataDir, table: "memory" });
  try {
    await seedDirectory(storage.store);
    const campaign = buildCampaign();
    const message = JSON.stringify({ scheduledAt: `${campaign.year}-12-25T00:00:00Z` });
    const entry = JSON.stringify(projectPath("functions/report/lambda.ts"));
    const code = `const { handler } = await import(${entry}); console.log(JSON.stringify(await handler(${message})));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
      env: { PATH: process.env.PATH, ...storage.env },
    });
    const { runs } = JSON.parse(stdout);
    expect(runs).toMatchObject([{ id: `${campaign.year}-12-25~${campaign.id}`, whole: true }]);
    expect(runs[0].units).toContain(commune.id);
    expect(await storage.store.jobs.get(runJobId(runs[0], commune.id))).toMatchObject({
      kind: "report",
      unit: commune.id,
      state: "waiting",
    });
  } finally {
    await storage.stop();
    await rm(dataDir, { recursive: true });
  }
});
