import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openCommandStorage } from "../local/command-storage.ts";
import { exportData } from "./data/export-data.ts";

const usage = `Usage: npm run export -- --out DIR [--rate 1000]
Writes the table, in the format of DynamoDB's own export, and the objects of all buckets into an empty folder. It holds people's data: keep it as such.
--rate: items, and objects, a second; 0 for as many as go.
Of the data in DATA_DIR (default .local), beside a running system or without one; of the cloud's where TABLE_NAME is set (npm run where).`;

try {
  const { values } = parseArgs({
    options: { out: { type: "string" }, rate: { type: "string", default: "1000" } },
  });
  const rate = Number(values.rate);
  if (!values.out || !(rate >= 0)) throw new Error("--out DIR is needed, and --rate is a number");
  const clock = () => new Date().toISOString();
  const storage = await openCommandStorage(clock);
  try {
    const out = resolve(values.out);
    const { leftOut } = await exportData({ storage, out, rate, clock, progress: console.log });
    for (const [what, count] of Object.entries(leftOut)) console.log(`left out: ${count} ${what}`);
    console.log(out);
  } finally {
    await storage.stop();
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 1;
}
