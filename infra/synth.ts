import { parseArgs } from "node:util";
import { synthesise } from "./assembly.ts";
import { stages } from "./stages.ts";

/*
 * npm run synth -- --stage prod [--region ap-southeast-1]: CloudFormation and bundles under cdk.out/, without AWS.
 */
const { values } = parseArgs({ options: { stage: { type: "string" }, region: { type: "string" } } });
const { stage, region } = values;
if (!stage || !(stage in stages)) {
  console.error(`npm run synth -- --stage ${Object.keys(stages).join("|")}`);
  process.exit(1);
}
const assembly = await synthesise({ stage, region, outdir: "cdk.out" });
for (const stack of assembly.stacks) console.log(`cdk.out/${stack.templateFile}`);
