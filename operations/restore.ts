import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadOnFirstStart } from "../local/first-start.ts";
import { clock, runCommand, withStorage } from "./command.ts";
import { restoreData } from "./data/restore-data.ts";

const usage = `Usage: npm run restore -- --from DIR [--rate 1000] [--over]
Puts an export back (npm run export, or DynamoDB's own): every file is held to its sum before anything is written.
--over: also into a table that is not empty, to go on with a restore that broke off. --rate: items, and objects, a second; 0 for as many as go.
Into DATA_DIR (default .local), of a system that does not run; into the cloud's table and buckets where TABLE_NAME is set (npm run where).`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      rate: { type: "string", default: "1000" },
      over: { type: "boolean", default: false },
    },
  });
  const { from, over } = values;
  const rate = Number(values.rate);
  if (!from || !(rate >= 0)) throw new Error("--from DIR is needed, and --rate is a number");
  await withStorage(async (storage) => {
    await restoreData({ storage, from: resolve(from), rate, over, clock, progress: console.log });
    // A restored folder must not get example data.
    if (storage.dataDir !== null)
      await loadOnFirstStart({ dataDir: storage.dataDir, store: storage.store, empty: true });
  });
}, usage);
