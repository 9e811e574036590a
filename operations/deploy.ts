import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { edgeRegion, firewallParameter } from "../infra/firewall.ts";
import { type Stage, stageNamed, stages } from "../infra/stages.ts";
import { runCommand } from "./command.ts";
import { findEarlierStyles } from "./earlier-styles.ts";
import { findPlaceholders, findShortage, listRemaining } from "./readiness.ts";
import { ensureSecrets } from "./secrets-store.ts";

const usage = `Usage: npm run deploy -- --stage ${Object.keys(stages).join("|")}
Deploys the stage to the account of the AWS credentials in the environment (AWS_PROFILE or AWS_ACCESS_KEY_ID …): makes the secrets that are missing,
builds the pages and deploys the stack. The same again deploys what has changed. infra/stages.ts says what each stage is.`;

function run(args: string[], environment: Record<string, string> = {}): void {
  const { status, error } = spawnSync(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, SST_TELEMETRY_DISABLED: "1", ...environment },
  });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${error?.message ?? `ended with ${status}`}`);
}

const deployStack = (stage: string, environment: Record<string, string>, ...more: string[]) =>
  run(["node_modules/sst/cli/sst.js", "deploy", "--stage", stage, ...more], environment);

async function bringFirewall(stage: string, { region }: Stage): Promise<void> {
  const Name = firewallParameter(stage);
  const { Parameter } = await new SSMClient({ region: edgeRegion }).send(new GetParameterCommand({ Name }));
  const put = new PutParameterCommand({ Name, Type: "String", Value: Parameter?.Value, Overwrite: true });
  await new SSMClient({ region }).send(put);
}

async function deploy(name: string): Promise<void> {
  const stage = stageNamed(name);
  const placeholders = findPlaceholders(stage);
  if (placeholders.length > 0)
    throw new Error(
      [
        `stages.${name} in infra/stages.ts is not yet your own:`,
        ...placeholders.map((each) => `  ${each}`),
      ].join("\n"),
    );
  const settings = await new LambdaClient({ region: stage.region }).send(new GetAccountSettingsCommand({}));
  const shortage = findShortage(stage, settings.AccountLimit?.ConcurrentExecutions ?? 0);
  if (shortage) throw new Error(shortage);
  const { written, version } = await ensureSecrets(new SSMClient({ region: stage.region }), name);
  if (written.length > 0) console.log(`Secrets made: ${written.join(", ")}`);
  run(["web/build.ts"]);
  const earlier = await findEarlierStyles(name);
  const environment = { SECRETS_VERSION: version, EARLIER_STYLES: earlier.join(" ") };
  if (stage.firewall && stage.region !== edgeRegion) {
    deployStack(name, environment, "--region", edgeRegion);
    await bringFirewall(name, stage);
  }
  deployStack(name, environment);
  const outputs: Record<string, Record<string, string>> = JSON.parse(
    await readFile(".sst/outputs.json", "utf8"),
  );
  const own = Object.entries(outputs).find(([stack]) => stack.endsWith("-movement"))?.[1] ?? {};
  for (const [output, value] of Object.entries(own)) console.log(`${output.padEnd(20)} ${value}`);
  console.log("\nOnce, by hand:");
  for (const line of listRemaining(name, stage, own)) console.log(`- ${line}`);
}

await runCommand(async () => {
  const { stage } = parseArgs({ options: { stage: { type: "string" } } }).values;
  if (!stage) throw new Error(usage);
  await deploy(stage);
});
