import { parseArgs } from "node:util";
import { stageNamed } from "../infra/stages.ts";
import { runCommand } from "./command.ts";
import { readStack } from "./stack.ts";

const usage = `Usage: eval "$(npm run --silent where -- --stage prod)"
Prints where a stage keeps its data, as what a shell sets: then export, restore, rebuild-figures, verify-heads, import and invite work on it. What
the functions and the user pool are called stands there too, for commands of AWS's own (docs/operations.md).`;

const functions = [
  "PublicApi",
  "StaffApi",
  "Figures",
  "Dispatch",
  "Notices",
  "Jobs",
  "Accounts",
  "Uploads",
  "AnnualReport",
  "HistoryHeads",
] as const;

await runCommand(async () => {
  const { stage } = parseArgs({ options: { stage: { type: "string" } } }).values;
  if (!stage) throw new Error("--stage is needed");
  const stack = await readStack(stage);
  const bucket = (construct: string) => stack.find("AWS::S3::Bucket", construct);
  const [userPool] = stack.all("AWS::Cognito::UserPool");
  const settings: Record<string, string> = {
    AWS_REGION: stack.region,
    TABLE_NAME: stageNamed(stage).restoredTable?.name ?? stack.find("AWS::DynamoDB::Table", "Table"),
    DOCUMENTS_BUCKET: bucket("Documents"),
    UPLOADS_BUCKET: bucket("UploadsBucket"),
    HEADS_BUCKET: bucket("HeadsBucket"),
    ...Object.fromEntries(
      functions.map((name) => [`${name.toUpperCase()}_FUNCTION`, stack.find("AWS::Lambda::Function", name)]),
    ),
    // Another provider has no user pool.
    ...(userPool ? { USER_POOL: userPool } : {}),
  };
  for (const [name, value] of Object.entries(settings)) console.log(`export ${name}='${value}'`);
}, usage);
