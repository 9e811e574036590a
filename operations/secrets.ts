import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { SSMClient } from "@aws-sdk/client-ssm";
import { stageNamed, stages } from "../infra/stages.ts";
import { runCommand } from "./command.ts";
import { ensureSecrets } from "./secrets-store.ts";

const usage = `Usage: npm run secrets -- --stage ${Object.keys(stages).join("|")} [--rotate NAME]… [--set NAME < FILE]
Makes the secrets that the stage lacks in SSM's parameter store, draws those named by --rotate anew, and takes one from another provider
from the standard input. Prints names, never values. What was rotated counts from the next npm run deploy on.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      stage: { type: "string" },
      rotate: { type: "string", multiple: true },
      set: { type: "string" },
    },
  });
  const { stage, rotate = [], set } = values;
  if (!stage) throw new Error(usage);
  const { region } = stageNamed(stage);
  const given = set ? { [set]: (await text(process.stdin)).trim() } : {};
  const { written } = await ensureSecrets(new SSMClient({ region }), stage, { rotate, given });
  console.log(written.length === 0 ? "all there, none changed" : `written: ${written.join(", ")}`);
});
