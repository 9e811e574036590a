import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "../../functions/documents/csv-writer.ts";
import type { Cell, Column } from "../../functions/documents/workbook.ts";

const columns: Column[] = [
  { key: "title", header: "Tên sáng kiến", kind: "text", required: true },
  { key: "value", header: "Giá trị", kind: "number" },
  { key: "day", header: "Ngày", kind: "day" },
];

async function write(rows: Cell[][]): Promise<string> {
  const chunks = await Array.fromAsync(writeCsv(columns, rows));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(chunks));
}

test("a file begins with the mark that Excel asks for, heads first, lines ended as RFC 4180 has it", async () => {
  const file = await write([
    ['Máy "gặt", nhỏ\ncho ruộng', -1.5, { day: "2026-11-22" }],
    ["", null, null],
  ]);
  expect(file).toBe(
    '\ufeffTên sáng kiến,Giá trị,Ngày\r\n"Máy ""gặt"", nhỏ\ncho ruộng",-1.5,2026-11-22\r\n,,\r\n',
  );
});

test("what a spreadsheet would run is text", async () => {
  const wicked = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n"];
  const rows = parse(await write(wicked.map((text) => [text, 1, null])), { bom: true, from: 2 });
  expect(rows.map(([text = ""]: string[]) => text)).toEqual(wicked.map((text) => `'${text}`));
});

test("any text comes back, but for the apostrophe that keeps it from running", async () => {
  const text = fc.string({ unit: "grapheme" });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      const rows = parse(await write(texts.map((each) => [each, 1, null])), { bom: true, from: 2 });
      rows.forEach(([read = ""]: string[], n: number) => {
        expect([texts[n], `'${texts[n]}`]).toContain(read);
        expect(read).not.toMatch(/^\s*[=+\-@]/);
      });
    }),
  );
});
