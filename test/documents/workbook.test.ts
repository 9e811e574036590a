import { crc32 } from "node:zlib";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import {
  type Cell,
  type Column,
  dayOf,
  headOf,
  type PlainCell,
  serialOf,
} from "../../functions/documents/spreadsheet/workbook.ts";
import { type ReadPart, readWorkbook } from "../../functions/documents/spreadsheet/workbook-reader.ts";
import {
  joinSegments,
  noProgress,
  packSegment,
} from "../../functions/documents/spreadsheet/workbook-segments.ts";
import { type FilledSheet, writeWorkbook } from "../../functions/documents/spreadsheet/workbook-writer.ts";
import type { ReadCell } from "../../functions/documents/spreadsheet/worksheet-reader.ts";

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await Array.fromAsync(chunks)));
}

const write = (...filled: FilledSheet[]) => gather(writeWorkbook(filled));
const read = (file: Uint8Array): Promise<ReadPart[]> => Array.fromAsync(readWorkbook(file));

async function readRows(file: Uint8Array): Promise<Map<number, ReadCell>[]> {
  return (await read(file)).flatMap((part) => (part.kind === "row" ? [part.cells] : []));
}

const columns: Column[] = [
  { key: "title", header: "Tên sáng kiến", kind: "text", required: true },
  { key: "value", header: "Giá trị", kind: "number" },
  { key: "day", header: "Ngày", kind: "day" },
];
const sheet = { name: "Sổ tiếp nhận", columns };

/** What a cell is to come back as. */
function expected(cell: PlainCell): ReadCell | undefined {
  if (cell === null || cell === "") return undefined;
  if (typeof cell === "number") return { kind: "number", value: cell };
  if (typeof cell === "string") return { kind: "text", value: cell };
  return "share" in cell ? { kind: "number", value: cell.share } : { kind: "day", value: cell.day };
}

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\n",
      "\r",
      " ",
      "_x000D_",
      "<",
      "&",
      '"',
      "😀",
      "ệ",
      "e\u0323\u0302",
    ),
    maxLength: 40,
  }),
  fc.constant("Đường quê ".repeat(3_200)),
);
const day = fc
  .date({ min: new Date("1900-03-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => ({ day: date.toISOString().slice(0, 10) }));
const number = fc.oneof(
  fc.maxSafeInteger().map((n) => Math.trunc(n / 10) || 0),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
);

test("what is written is read back the same", async () => {
  const row = fc.tuple(fc.option(text), fc.option(number), fc.option(day));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const [heads, ...cells] = await readRows(await write({ sheet, rows }));
      expect([...(heads ?? [])].map(([, cell]) => cell)).toEqual(
        columns.map((column) => ({ kind: "text", value: headOf(column) })),
      );
      const kept = rows.map((each) => each.map(expected)).filter((each) => each.some((cell) => cell));
      expect(cells.map((each) => columns.map((_, n) => each.get(n)))).toEqual(kept);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("days and their serial numbers answer to each other, as spreadsheets count them", () => {
  fc.assert(fc.property(day, (each) => dayOf(serialOf(each.day) ?? 0) === each.day));
  expect([serialOf("1900-03-01"), serialOf("2026-11-22"), serialOf("1900-02-28")]).toEqual([61, 46348, null]);
  expect([dayOf(1), dayOf(59), dayOf(60), dayOf(61.75), dayOf(0, true), dayOf(-1)]).toEqual([
    "1900-01-01",
    "1900-02-28",
    null,
    "1900-03-01",
    "1904-01-01",
    null,
  ]);
  expect(() => serialOf("2026-02-30")).toThrow(RangeError);
});

test("the same rows give the same bytes", async () => {
  const filled = (): FilledSheet => ({ sheet, rows: [["Thắp sáng", 12, { day: "2026-11-22" }]] });
  expect(await write(filled())).toEqual(await write(filled()));
});

test("several sheets come in their order, the lists hidden behind them", async () => {
  const choices = Array.from({ length: 65 }, (_, n) => `Xã số ${n + 1}`);
  const unit: Column = { key: "unit", header: "Đơn vị", kind: "text", choices };
  const file = await write(
    { sheet: { name: "Đơn vị", columns: [unit] }, rows: [], emptyRows: 100 },
    { sheet, rows: [["=1+1", null, null]] },
  );
  const parts = await read(file);
  expect(parts.filter(({ kind }) => kind === "sheet")).toEqual([
    { kind: "sheet", sheet: "Đơn vị", hidden: false },
    { kind: "sheet", sheet: "Sổ tiếp nhận", hidden: false },
    { kind: "sheet", sheet: "Danh mục", hidden: true },
  ]);
  expect(parts.at(4)).toEqual({
    kind: "row",
    sheet: "Sổ tiếp nhận",
    row: 2,
    cells: new Map([[0, { kind: "text", value: "=1+1" }]]),
  });
});

test("a fault stands in its cell and in the last column of its row", async () => {
  const rows: Cell[][] = [
    ["Máy gặt", { fault: "Nhập một số.", value: "mười" }, { fault: "Nhập ngày.", value: null }],
  ];
  const [, cells] = await readRows(await write({ sheet, rows, faults: true }));
  expect(cells?.get(1)).toEqual({ kind: "text", value: "mười" });
  expect(cells?.get(3)).toEqual({ kind: "text", value: "Giá trị: Nhập một số.; Ngày: Nhập ngày." });
});

test("text that no spreadsheet keeps is cut or left out, never a file that does not open", async () => {
  const rows = [
    ["a\u0000b\u0008c\ud800", null, null],
    [`${"x".repeat(32_766)}😀`, null, null],
  ];
  const [, first, second] = await readRows(await write({ sheet, rows }));
  expect(first?.get(0)).toEqual({ kind: "text", value: "abc" });
  expect(second?.get(0)).toEqual({ kind: "text", value: "x".repeat(32_766) });
});

test("a sheet packed in pieces, each knowing only how far the one before came, is the sheet whole", async () => {
  const row = fc.tuple(fc.option(text), fc.option(number), fc.option(day));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      async (runs) => {
        let progress = noProgress;
        const pieces: Uint8Array[] = [];
        for (const [n, rows] of runs.entries()) {
          const last = n === runs.length - 1;
          const done = await packSegment(sheet, JSON.parse(JSON.stringify(progress)), rows, last);
          pieces.push(done.piece);
          progress = done.progress;
        }
        const joined = await gather(joinSegments(sheet, progress, pieces));
        expect(await read(joined)).toEqual(await read(await write({ sheet, rows: runs.flat() })));
        // Programs that unpack whole files look at the checksum too: zlib's own reckoning of it.
        const xml = unzipSync(joined)["xl/worksheets/sheet1.xml"] ?? new Uint8Array();
        expect([crc32(xml), xml.length]).toEqual([progress.crc, progress.size]);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
