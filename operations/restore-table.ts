import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { stageNamed } from "../infra/stages.ts";
import { runCommand } from "./command.ts";
import { readStack } from "./stack.ts";
import { completeTable, restoreTable } from "./table-restore.ts";

const usage = `Usage: npm run restore-table -- --stage prod --name NAME (--to 2026-12-01T09:30:00+07:00 | --restored)
Restores the stage's table beside itself under a new name, as it was at that instant (with its offset), and prints what goes into infra/stages.ts.
--restored: the table of that name was restored otherwise, as from the vault of AWS Backup, and only lacks its settings. Begun again, it goes on.`;

await runCommand(async () => {
  const { stage, name, to, restored } = parseArgs({
    options: {
      stage: { type: "string" },
      name: { type: "string" },
      to: { type: "string" },
      restored: { type: "boolean", default: false },
    },
  }).values;
  if (!stage || !name || (to === undefined) !== restored) throw new Error("a parameter is missing");
  // Without an offset, the operator's time zone would apply.
  if (to !== undefined && !/T[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(to))
    throw new Error(`--to ${to}: with its offset, as +07:00`);
  const { lasting, restoredTable } = stageNamed(stage);
  const stack = await readStack(stage);
  const from = restoredTable?.name ?? stack.find("AWS::DynamoDB::Table", "Table");
  const client = new DynamoDBClient({ region: stack.region });
  const given = { client, from, name, lasting, tell: console.log };
  const made =
    to === undefined ? await completeTable(given) : await restoreTable({ ...given, to: new Date(to) });
  console.log(`\nIn infra/stages.ts, in ${stage}:\n\n    restoredTable: ${JSON.stringify(made)},\n`);
}, usage);
