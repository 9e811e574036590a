import { parseArgs } from "node:util";
import { synthesise } from "./assembly.ts";

/*
 * npm run synth -- --stage prod [--region ap-southeast-1]: CloudFormation and bundles under cdk.out/, without AWS.
 */
const { values } = parseArgs({ options: { stage: { type: "string" }, region: { type: "string" } } });
const { stage, region } = values;
if (!stage || !/^[a-z][a-z0-9-]{0,19}$/.test(stage)) {
  console.error("npm run synth -- --stage <name>: small letters, digits and hyphens, as prod");
  process.exit(1);
}
const assembly = await synthesise({ stage, region, outdir: "cdk.out" });
for (const stack of assembly.stacks) console.log(`cdk.out/${stack.templateFile}`);
