import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import type { App as SstApp } from "sst/constructs";
import { type Stage, stageNamed, stages } from "./stages.ts";

interface AssemblySettings {
  stage: string;
  options?: Partial<Stage>;
  region?: string | undefined;
  outdir: string;
  inspect?: (app: SstApp) => void;
}

/** Imports SST after setting NODE_ENV, because SST would otherwise ask AWS for an identity. */
export async function synthesise({
  stage,
  options = {},
  region,
  outdir,
  inspect,
}: AssemblySettings): Promise<CloudAssembly> {
  process.env.NODE_ENV = "test";
  const [{ initProject, useProject }, { App }, { default: config }] = await Promise.all([
    import("sst/project.js"),
    import("sst/constructs"),
    import("../sst.config.ts"),
  ]);
  await initProject({ stage, ...(region ? { region } : {}) });
  const project = useProject();
  // Concurrent runs would delete each other's bundles.
  const out = await mkdtemp(join(tmpdir(), "sst-"));
  Object.assign(project.paths, { out, artifacts: join(out, "artifacts") });
  const settings = stageNamed(stage);
  stages[stage] = { ...settings, ...options };
  try {
    const app = new App({ ...project.config, mode: "deploy", stage, account: "000000000000" }, { outdir });
    config.stacks(app);
    inspect?.(app);
    await app.finish();
    return app.synth();
  } finally {
    stages[stage] = settings;
    await rm(out, { recursive: true, force: true });
  }
}
