import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import type { App as SstApp } from "sst/constructs";
import { type Stage, stageNamed, stages } from "./stages.ts";

interface AssemblySettings {
  stage: string;
  /** What is to be otherwise than the stage has it, this once. */
  options?: Partial<Stage>;
  region?: string | undefined;
  /** Where the templates and bundles are written. */
  outdir: string;
  /** Given the app with its stacks, before anything is written: for checks that look at every construct. */
  inspect?: (app: SstApp) => void;
}

/**
 * Writes the CloudFormation of a stage and the bundles of its functions, offline. Under any other NODE_ENV than `test` SST asks AWS who it is
 * first; it must be set before SST is imported, which therefore happens here and not above.
 */
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
  // Bundles are built in a folder of this run's own, so that two runs at once do not take each other's away.
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
