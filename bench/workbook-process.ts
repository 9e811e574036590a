import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeCsv } from "../functions/documents/csv-writer.ts";
import type { Cell, Column } from "../functions/documents/workbook.ts";
import { readWorkbook } from "../functions/documents/workbook-reader.ts";
import { writeWorkbook } from "../functions/documents/workbook-writer.ts";

/* One task of `bench/workbooks.ts`, in a process of its own: prints its rows, and the most memory it ever had, in MB. */
const [, , task = "", file = "", count = "0"] = process.argv;

const columns: Column[] = Array.from({ length: 12 }, (_, n) => ({
  key: `column${n}`,
  header: `Cột ${n + 1}`,
  kind: n === 0 || n === 7 ? "number" : n === 3 ? "day" : "text",
}));

/** Each text is another, as in a register: none can be shared. */
function* rows(): Generator<Cell[]> {
  for (let n = 1; n <= Number(count); n++)
    yield columns.map(({ kind }, at) => {
      if (kind === "number") return n * 1.5;
      if (kind === "day") return { day: `2026-0${1 + (n % 9)}-${10 + (n % 18)}` };
      return `Sáng kiến số ${n}.${at} “Thắp sáng đường quê” ở thôn Đại Điền Đông`;
    });
}

const write = (chunks: AsyncIterable<Uint8Array>) => pipeline(Readable.from(chunks), createWriteStream(file));

async function read(): Promise<number> {
  let found = 0;
  for await (const part of readWorkbook(await readFile(file))) if (part.kind === "row") found += part.cells.size;
  return found;
}

const sheet = { name: "Sổ tiếp nhận", columns };
if (task === "xlsx") await write(writeWorkbook([{ sheet, rows: rows() }]));
else if (task === "csv") await write(writeCsv(columns, rows()));
else console.log(`${await read()} cells`);
console.log(JSON.stringify({ peak: Math.round(process.resourceUsage().maxRSS / 1024) }));
