import { describe, expect, test } from "vitest";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import type { ReportInput, UnitBelow } from "#core/report/model.ts";
import { buildReport } from "#core/report/report.ts";
import { composeReport } from "../../../functions/jobs/report-making/document.ts";
import { declare, declaredInput, exampleInput } from "./example-input.ts";

const numbers = (
  registered: number | null,
  recognised: number | null,
  more: Partial<DeclaredFigure> = {},
) => [
  declare("registered", registered, { measure: "hồ sơ", ...more }),
  declare("recognised", recognised, { measure: "sáng kiến", ...more }),
];

const below = (name: string, declared: DeclaredFigure[]): UnitBelow => ({
  unit: { id: name.toLowerCase(), name },
  takesPart: true,
  rows: { declared: declared.map((row) => ({ ...row, from: "2020", to: "2020" })), counted: [] },
  approved: null,
});

const reportOf = (children: UnitBelow[], more: Partial<ReportInput> = {}) =>
  buildReport(declaredInput([], { period: { from: "2020", to: "2020" }, children, ...more }));

const ranked = (children: UnitBelow[]) =>
  reportOf(children).annexes.unitsRanked.map(({ rank, name, rate }) => [rank, name, rate]);

describe("units below", () => {
  const units = [
    below("A", numbers(10, 5)),
    below("B", numbers(4, 3)),
    below("C", numbers(20, 10)),
    below("D", numbers(5, 1)),
    below("E", numbers(9, null)),
    below("F", []),
    below("G", numbers(2, 2, { qualifier: "moreThan" })),
    below("H", numbers(3, 0)),
  ];

  test("are ranked by an exact rate; equal ones share a rank, the next counts on, and who has none has no rank", () => {
    expect(ranked(units)).toEqual([
      [1, "B", 0.75],
      [2, "C", 0.5],
      [2, "A", 0.5],
      [4, "D", 0.2],
      [5, "H", 0],
      [null, "G", 1],
      [null, "E", null],
      [null, "F", null],
    ]);
    expect(ranked(units.toReversed())).toEqual(ranked(units));
  });

  test("are told with their qualifiers, and unknown ones as unknown", () => {
    const annex = composeReport(reportOf(units), null).annexes.find(
      ({ subject }) => subject === "Kết quả của các đơn vị",
    );
    const [table] = annex?.blocks ?? [];
    if (table?.kind !== "table") throw new Error("no table of units");
    const row = (name: string) =>
      table.rows
        .map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join("")))
        .find((cells) => cells[1] === name);
    expect(row("G")).toEqual(["–", "G", "hơn 2", "hơn 2", "khoảng 100%"]);
    expect(row("E")).toEqual(["–", "E", "9", "chưa có số liệu", "chưa có số liệu"]);
    expect(row("H")).toEqual(["5", "H", "3", "0", "0%"]);
  });

  test("stand in the report of a unit of which nothing itself is known", () => {
    const { annexes } = composeReport(reportOf([below("A", numbers(10, 5))]), null);
    expect(annexes.map(({ subject }) => subject)).toContain("Kết quả của các đơn vị");
  });
});

describe("recognised initiatives", () => {
  const [given] = exampleInput().recognised;
  const many = (count: number) => {
    if (!given) throw new Error("the example names nothing");
    return Array.from({ length: count }, (_, i) => ({
      ...given,
      summary: { ...given.summary, id: `sk-${i}`, year: 2020 },
    }));
  };
  const composed = (count: number) =>
    composeReport(
      buildReport(
        exampleInput({
          period: { from: "2020", to: "2020" },
          recognised: many(count),
          rows: {
            declared: [],
            counted: [{ unit: "dien-khanh", key: "recognised", dimension: "", year: 2020, value: count }],
          },
        }),
      ),
      null,
    );
  const blocksOf = (count: number) =>
    composed(count).annexes.find(({ subject }) => subject.startsWith("Danh sách sáng kiến"))?.blocks ?? [];

  test("are a table of up to 2,000 rows; of more the annex says that they are in the workbook", () => {
    expect(blocksOf(2_000)[0]).toMatchObject({ kind: "table", rows: { length: 2_000 } });
    const [only, ...more] = blocksOf(2_001);
    expect(more).toEqual([]);
    expect(JSON.stringify(only)).toContain("2.001 dòng");
  });

  test("beyond that are one source of their figure", () => {
    const sourcesOf = (count: number) =>
      buildReport(
        declaredInput([], {
          period: { from: "2020", to: "2020" },
          recognised: many(count),
          rows: {
            declared: [],
            counted: [{ unit: "xa-thu", key: "recognised", dimension: "", year: 2020, value: count }],
          },
        }),
      ).figures.find(({ key }) => key === "recognised")?.sources ?? [];
    expect(sourcesOf(2_000)).toHaveLength(2_000);
    expect(sourcesOf(2_001)).toEqual([{ type: "initiatives", unit: "xa-thu", year: 2020, count: 2_001 }]);
  });
});
