import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runJobId } from "#core/report/run.ts";
import { projectPath } from "../../local/project.ts";
import { startStorage } from "../../local/standins/storage.ts";
import { buildCampaign, commune, seedDirectory } from "../support/units.ts";

/** Runs an entry in a process of its own, by its environment alone, and gives what it returns. */
async function runEntry(file: string, message: object, env: Record<string, string>) {
  const entry = JSON.stringify(projectPath(file));
  // A function's console is silent but for what it tells of itself: its answer is the last line.
  const code = `const { handler } = await import(${entry}); process.stdout.write(JSON.stringify(await handler(${JSON.stringify(message)})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
    env: { PATH: process.env.PATH, ...env },
  });
  return JSON.parse(stdout.split("\n").at(-1) ?? "");
}

test("the cloud's own entries of the schedules run here by their environment alone, and do what is due", {
  timeout: 90_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "test-entry-"));
  const storage = await startStorage({ dataDir, table: "memory" });
  try {
    await seedDirectory(storage.store);
    const campaign = buildCampaign();
    const message = { scheduledAt: `${campaign.year}-12-25T00:00:00Z` };
    const { runs } = await runEntry("functions/annual-report/lambda.ts", message, storage.env);
    expect(runs).toMatchObject([{ id: `${campaign.year}-12-25~${campaign.id}`, whole: true }]);
    expect(runs[0].units).toContain(commune.id);
    expect(await storage.store.jobs.get(runJobId(runs[0], commune.id))).toMatchObject({
      kind: "report",
      unit: commune.id,
      state: "waiting",
    });

    const night = { scheduledAt: `${campaign.year}-12-25T18:30:00Z` };
    expect(await runEntry("functions/history-heads/lambda.ts", night, storage.env)).toMatchObject({
      written: [{ day: `${campaign.year}-12-25`, heads: 0 }],
    });
    expect(await storage.heads.days()).toEqual([`${campaign.year}-12-25`]);
  } finally {
    await storage.stop();
    await rm(dataDir, { recursive: true });
  }
});
