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
    const [table] = blocksOf(2_000);
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.rows.filter(({ spans }) => !spans)).toHaveLength(2_000);
    const [only, ...more] = blocksOf(2_001);
    expect(more).toEqual([]);
    expect(JSON.stringify(only)).toContain("2.001 dòng");
  });

  test("are grouped by decision in order of days, titles by register number, with authors who agreed", () => {
    if (!given) throw new Error("the example names nothing");
    const decide = (number: string, signedOn: string, level: "district" | "province" = "district") => ({
      level,
      decision: { number, signedOn },
      revoked: null,
    });
    const make = (
      number: number | null,
      recognitions: ReturnType<typeof decide>[],
      authors: string[] = [],
    ) => ({
      ...given,
      summary: {
        ...given.summary,
        ...{ id: `sk-${number}`, title: `Sáng kiến ${number}`, number, recognitions },
        ...{ year: 2020, publicAuthors: authors },
      },
    });
    const late = decide("15/QĐ-UBND", "2020-12-20");
    const early = decide("7/QĐ-UBND", "2020-06-30");
    const above = decide("99/QĐ-UBND", "2021-01-15", "province");
    const recognised = [
      make(30, [late, above]),
      make(4, [late], ["Nguyễn Văn An", "Trần Thị Bình"]),
      make(12, [early]),
      make(null, []),
    ];
    const input = exampleInput({ period: { from: "2020", to: "2020" }, recognised });
    const report = buildReport(input);
    expect(report.annexes.recognised.map(({ number }) => number)).toEqual([null, 12, 4, 30]);
    expect(buildReport({ ...input, recognised: recognised.toReversed() })).toEqual(report);
    const annex = composeReport(report, null).annexes.find(({ subject }) => subject.startsWith("Danh sách"));
    const [table] = annex?.blocks ?? [];
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.columns.map(({ title }) => title)).toEqual([
      ...["TT", "Số tiếp nhận", "Tên sáng kiến", "Tác giả"],
    ]);
    expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
    const rows = table.rows.map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join(" / ")));
    expect(rows).toEqual([
      ["Năm 2020, không kèm quyết định: 1 sáng kiến"],
      ["1", "", "Sáng kiến null", ""],
      ["Quyết định số 7/QĐ-UBND ngày 30/6/2020 (cấp huyện): 1 sáng kiến"],
      ["2", "12", "Sáng kiến 12", ""],
      ["Quyết định số 15/QĐ-UBND ngày 20/12/2020 (cấp huyện): 2 sáng kiến"],
      ["3", "4", "Sáng kiến 4", "Nguyễn Văn An, Trần Thị Bình"],
      [...["4", "30"], "Sáng kiến 30 / Quyết định số 99/QĐ-UBND ngày 15/01/2021 (cấp tỉnh)", ""],
    ]);
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
