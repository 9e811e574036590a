import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { clock, runCommand, withStorage } from "./command.ts";
import { exportData } from "./data/export-data.ts";

const usage = `Usage: npm run export -- --out DIR [--rate 1000]
Writes the table, in the format of DynamoDB's own export, and the objects of all buckets into an empty folder. It holds people's data: keep it as such.
--rate: items, and objects, a second; 0 for as many as go.
Of the data in DATA_DIR (default .local), beside a running system or without one; of the cloud's where TABLE_NAME is set (npm run where).`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { out: { type: "string" }, rate: { type: "string", default: "1000" } },
  });
  const rate = Number(values.rate);
  const { out } = values;
  if (!out || !(rate >= 0)) throw new Error("--out DIR is needed, and --rate is a number");
  await withStorage(async (storage) => {
    const path = resolve(out);
    const { leftOut } = await exportData({ storage, out: path, rate, clock, progress: console.log });
    for (const [what, count] of Object.entries(leftOut)) console.log(`left out: ${count} ${what}`);
    console.log(path);
  });
}, usage);
