import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { marshall } from "@aws-sdk/util-dynamodb";
import { isUnfinished } from "#core/jobs/job.ts";
import { encodeRows } from "../functions/documents/spreadsheet/csv-writer.ts";
import type { Cell, Column } from "../functions/documents/spreadsheet/workbook.ts";
import { readWorkbook } from "../functions/documents/spreadsheet/workbook-reader.ts";
import { writeWorkbook } from "../functions/documents/spreadsheet/workbook-writer.ts";
import { commendationPartition, libraryPartition } from "../functions/store/keys.ts";
import { readSetting } from "../functions/store/settings.ts";
import { createStore } from "../functions/store/store.ts";
import { openTable, queryAll } from "../functions/store/table.ts";
import { queueEvent } from "../local/standins/queue.ts";
import { benchDecisionId } from "./decision-id.ts";

const [, , task = "", subject = "", count = "0", decisions = "0"] = process.argv;

const columns: Column[] = Array.from({ length: 12 }, (_, n) => ({
  key: `column${n}`,
  header: `Cột ${n + 1}`,
  kind: n === 0 || n === 7 ? "number" : n === 3 ? "day" : "text",
}));

function* rows(): Generator<Cell[]> {
  for (let n = 1; n <= Number(count); n++)
    yield columns.map(({ kind }, at) => {
      if (kind === "number") return n * 1.5;
      if (kind === "day") return { day: `2026-0${1 + (n % 9)}-${10 + (n % 18)}` };
      return `Sáng kiến số ${n}.${at} “Thắp sáng đường quê” ở thôn Đại Điền Đông`;
    });
}

function* csv(): Generator<Uint8Array> {
  let first = true;
  for (const row of rows()) {
    yield encodeRows(columns, [row], first);
    first = false;
  }
}

async function write(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<number> {
  await pipeline(Readable.from(chunks), createWriteStream(subject));
  return Number(count);
}

async function read(): Promise<number> {
  let found = 0;
  for await (const part of readWorkbook(await readFile(subject))) if (part.kind === "row") found++;
  return found - 1;
}

async function work(): Promise<number> {
  const { handler } = await import("../functions/jobs/lambda.ts");
  const { jobs } = createStore(openTable(readSetting("TABLE_NAME")), () => new Date().toISOString());
  for (;;) {
    const job = await jobs.get(subject);
    if (!job) throw new Error("no such job");
    if (!isUnfinished(job)) {
      if (job.state !== "done") throw new Error(`the job ended ${job.state}: ${job.problem}`);
      return job.done;
    }
    const NewImage = marshall({ pk: `JOB#${job.id}`, sk: "JOB", job });
    const { batchItemFailures } = await handler(queueEvent(NewImage));
    if (batchItemFailures.length > 0) throw new Error("a step failed");
  }
}

async function readLibrary(): Promise<number> {
  const table = openTable(readSetting("TABLE_NAME"));
  const partition = libraryPartition(subject, Number(count));
  let found = 0;
  for await (const _ of queryAll(table, { index: "byLibrary", partition })) found++;
  for (let n = 0; n < Number(decisions); n++) {
    const id = benchDecisionId(Number(count), n);
    for await (const _ of queryAll(table, { partition: commendationPartition(id) })) found++;
  }
  return found;
}

const tasks: Record<string, () => Promise<number>> = {
  xlsx: () => write(writeWorkbook([{ sheet: { name: "Sổ tiếp nhận", columns }, rows: rows() }])),
  csv: () => write(csv()),
  read,
  work,
  library: readLibrary,
};
const from = performance.now();
const done = await tasks[task]?.();
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage();
const peak = process.resourceUsage().maxRSS / 1024;
// The imported function silences the console.
process.stdout.write(`${JSON.stringify({ done, seconds, processor: (user + system) / 1_000_000, peak })}\n`);
