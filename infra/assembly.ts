import type { CloudAssembly } from "aws-cdk-lib/cx-api";

interface AssemblySettings {
  stage: string;
  region?: string | undefined;
  /** Where the templates and bundles are written. */
  outdir: string;
}

/**
 * Writes the CloudFormation of a stage and the bundles of its functions, offline. Under any other NODE_ENV than `test` SST asks AWS who it is
 * first; it must be set before SST is imported, which therefore happens here and not above.
 */
export async function synthesise({ stage, region, outdir }: AssemblySettings): Promise<CloudAssembly> {
  process.env.NODE_ENV = "test";
  const [{ initProject, useProject }, { App }, { default: config }] = await Promise.all([
    import("sst/project.js"),
    import("sst/constructs"),
    import("../sst.config.ts"),
  ]);
  await initProject({ stage, ...(region ? { region } : {}) });
  const project = useProject().config;
  const app = new App({ ...project, mode: "deploy", stage, account: "000000000000" }, { outdir });
  config.stacks(app);
  await app.finish();
  return app.synth();
}
