import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitColumns, type UnsizedColumn } from "../../functions/documents/columns.ts";
import type { Inline } from "../../functions/documents/official-document.ts";

const cell = (text: string): Inline[] => [{ text }];
const table = (columns: readonly UnsizedColumn[], rows: string[][]) =>
  fitColumns({
    kind: "table",
    caption: "",
    columns,
    rows: rows.map((cells) => ({ cells: cells.map(cell) })),
  });
const left = (title: string, whole = false): UnsizedColumn => ({
  title,
  align: "left",
  ...(whole ? { whole } : {}),
});

describe("columns sized by what they hold", () => {
  test("give long texts the room, and short numbers no more than they need", () => {
    const rows = Array.from({ length: 190 }, (_, i) => [
      String(i + 1),
      "Một số giải pháp nâng cao chất lượng, hiệu quả hoạt động của Ban công tác Mặt trận ở khu dân cư",
      "Xã Diên Khánh",
    ]);
    const [number = 0, title = 0, unit = 0] = table(
      [left("TT", true), left("Tên sáng kiến"), left("Đơn vị")],
      rows,
    ).columns.map(({ width }) => width);
    expect(number).toBeLessThan(9);
    expect(title).toBeGreaterThan(65);
    expect(unit).toBeGreaterThan(10);
  });

  test("keep the longest code on one line", () => {
    const code = "4682/KHLT-MTTQ-UBND";
    const long = "Nội dung rất dài của một văn bản, lặp lại nhiều lần. ".repeat(20);
    const { columns } = table([left("Số"), left("Nội dung")], [[code, long]]);
    // Points a letter takes on average in the text face of tables.
    expect((columns[0]?.width ?? 0) * 4.5).toBeGreaterThan(code.length * 6);
  });

  test("fill the width of the text, whatever the rows", () => {
    const word = fc.stringMatching(/^[a-zà-ỹ/-]{0,40}$/);
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 12 }), (rows) => {
        const { columns } = table([left("Một"), left("Hai", true), left("Ba")], rows);
        expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 6);
        for (const { width } of columns) expect(width).toBeGreaterThan(0);
      }),
    );
  });
});
