import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseId } from "#core/base/initiative-code.ts";
import { checkDays, type DayCheck } from "../functions/history-heads/check.ts";
import { openHeadsBucket } from "../functions/store/aws/heads-bucket.ts";
import { createStore } from "../functions/store/store.ts";
import { openTable } from "../functions/store/table.ts";
import { startStorage } from "../local/standins/storage.ts";
import { clock, runCommand } from "./command.ts";

const usage = `Usage: npm run verify-heads -- (--all | --day YYYY-MM-DD | --id CODE)
Holds the heads that were written down each night to the histories as they are now, and the days' files to each other.
--id: those of one initiative alone. Exit code 1 where something is broken.
On the data in DATA_DIR (default .local), or on the cloud's where TABLE_NAME and HEADS_BUCKET are set (npm run where).`;

interface Asked {
  day: string | undefined;
  id: string | undefined;
}

function readArguments(): Asked {
  const { all, day, id } = parseArgs({
    options: { all: { type: "boolean" }, day: { type: "string" }, id: { type: "string" } },
  }).values;
  if (all !== true && day === undefined && id === undefined) throw new Error("nothing is asked for");
  if (id === undefined) return { day, id };
  const code = parseId(id);
  if (code === null) throw new Error(`${id} is no code: a character is wrong or missing`);
  return { day, id: code };
}

async function openStorage() {
  const { TABLE_NAME, HEADS_BUCKET } = process.env;
  if (TABLE_NAME && HEADS_BUCKET) {
    const table = openTable(TABLE_NAME);
    return {
      store: createStore(table, clock),
      heads: openHeadsBucket(HEADS_BUCKET),
      stop: async () => table.client.destroy(),
    };
  }
  return startStorage({ dataDir: resolve(process.env.DATA_DIR ?? ".local"), clock });
}

async function run(asked: Asked): Promise<void> {
  const storage = await openStorage();
  try {
    const { store, heads: bucket } = storage;
    let days = 0;
    let heads = 0;
    for await (const check of checkDays({ store, bucket }, asked)) {
      days++;
      heads += check.heads;
      tell(check);
    }
    console.log(`${days} days, ${heads} heads`);
    if (days === 0) console.log("no day is written down");
  } finally {
    await storage.stop();
  }
}

function tell({ day, file, records }: DayCheck): void {
  for (const fault of file) console.log(`BROKEN   ${day}: the file (${fault})`);
  for (const { id, n, fault } of records) console.log(`BROKEN   ${day}: ${id}, event ${n} (${fault})`);
  if (file.length > 0 || records.length > 0) process.exitCode = 1;
}

await runCommand(async () => run(readArguments()), usage);
