import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeRows } from "../../functions/documents/spreadsheet/csv-writer.ts";
import type { Cell, Column } from "../../functions/documents/spreadsheet/workbook.ts";

const columns: Column[] = [
  { key: "title", header: "Tên sáng kiến", kind: "text", required: true },
  { key: "value", header: "Giá trị", kind: "number" },
  { key: "day", header: "Ngày", kind: "day" },
];

const write = (rows: Cell[][]): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(encodeRows(columns, rows, true));

test("a file begins with the mark that Excel asks for, heads first, lines ended as RFC 4180 has it", () => {
  const file = write([
    ['Máy "gặt", nhỏ\ncho ruộng', -1.5, { day: "2026-11-22" }],
    ["", null, null],
  ]);
  expect(file).toBe(
    '\ufeffTên sáng kiến,Giá trị,Ngày\r\n"Máy ""gặt"", nhỏ\ncho ruộng",-1.5,2026-11-22\r\n,,\r\n',
  );
});

/** What a spreadsheet begins a formula with. */
const live = /^[\s"]*[=+\-@＝＋－＠]/;

/** Where a spreadsheet with this separator could begin a field: quotes that stand inside one protect nothing. */
const fieldsBy = (file: string, separator: ";" | "\t"): string[] =>
  file.split(separator === ";" ? /[;\r\n]/ : /[\t\r\n]/);

test("what a spreadsheet would run is text", () => {
  const wicked = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", '"=1'];
  const rows = parse(write(wicked.map((text) => [text, 1, null])), { bom: true, from: 2 });
  const shown = wicked.map((text) => (/^[\t\r]/.test(text) ? `${text[0]}'${text.slice(1)}` : `'${text}`));
  expect(rows.map(([text = ""]: string[]) => text)).toEqual(shown);
});

test.each([
  ["x;=1+1", "x;'=1+1"],
  ["x\t=1+1", "x\t'=1+1"],
  ["x\n=1+1", "x\n'=1+1"],
  ['x; "=1+1"', `x;' "=1+1"`],
  ["Việc làm:\n- việc một\n- việc hai", "Việc làm:\n– việc một\n– việc hai"],
  ["- một", "– một"],
  ["0912345678", "0912 345 678"],
  ["02583822123", "0258 382 2123"],
  ["+84905111222", "+84 905 111 222"],
  ["a-b = c; d", "a-b = c; d"],
  ["ten@example.vn; 15/QĐ-UBND", "ten@example.vn; 15/QĐ-UBND"],
  ["2026-12-25", "2026-12-25"],
])("%j is written as %j", (text, written) => {
  expect(parse(write([[text, 1, null]]), { bom: true, from: 2 })[0]?.[0]).toBe(written);
});

test("no field is a formula, whichever separator a spreadsheet expects", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(..."=+-@;\t\n\r,\"' x1＝"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  });
  const numbers = /^[+-]?[\d\s.]+$/;
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
      const file = write(rows.map(([one, other]) => ["a", 1, null, one, other] as Cell[]));
      const fields = [
        ...(parse(file, { bom: true, relax_column_count: true }) as string[][]).flat(),
        ...fieldsBy(file, ";"),
        ...fieldsBy(file, "\t"),
      ];
      expect(fields.filter((field) => live.test(field) && !numbers.test(field))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("any text comes back, but for the apostrophes and dashes that keep it from running", () => {
  const text = fc.string({ unit: "grapheme" });
  const plain = (each: string) => each.replaceAll(/[\s'–-]/g, "");
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const rows = parse(write(texts.map((each) => [each, 1, null])), { bom: true, from: 2 });
      rows.forEach(([read = ""]: string[], n: number) => {
        expect(plain(read)).toBe(plain(texts[n] ?? ""));
      });
    }),
  );
});
