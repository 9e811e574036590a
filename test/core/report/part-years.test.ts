import { describe, expect, test } from "vitest";
import type { FigureRows } from "#core/figures/figure.ts";
import { buildReport } from "#core/report/report.ts";
import { declare, declaredInput, textOf } from "./example-input.ts";

const counted = (year: number, key = "registered", value = 12, dimension = "") => ({
  ...{ unit: "xa-thu", key, dimension, year, value },
});

const reportOf = (from: string, to: string, rows: Partial<FigureRows>) =>
  buildReport(declaredInput([], { period: { from, to }, rows: { declared: [], counted: [], ...rows } }));

const said = (report: ReturnType<typeof reportOf>) =>
  report.figures.map(({ id, value, counted, origin }) => [id, value, counted, origin]);

describe("a report of half a year", () => {
  const half = (key: string, value: number | null) =>
    declare(key, value, { from: "2021-01-01", to: "2021-06-30", measure: "hồ sơ" });

  test("does not say what records count for the year, nor its parts, nor a rate: that is unknown", () => {
    const report = reportOf("2021-01-01", "2021-06-30", {
      counted: [
        counted(2021),
        counted(2021, "recognised", 5),
        counted(2021, "recognised", 5, "level:commune"),
        counted(2020),
      ],
    });
    expect(said(report)).toEqual([
      ["registered/2021-01-01-2021-06-30", null, null, "records"],
      ["recognised/2021-01-01-2021-06-30", null, null, "records"],
    ]);
    const text = report.sections.map(textOf).join("\n");
    expect(text).toContain("6 tháng đầu năm 2021: chưa có số liệu");
    expect(text).not.toMatch(/\b(12|5) (hồ sơ|sáng kiến)|%/);
    expect(report.warnings).toEqual([]);
  });

  test("says to be unknown only what every report states", () => {
    const keys = ["registered", "recognised", "models.built", "models.replicated"];
    const silent = [
      "models.maintained",
      "outreach.sessions",
      "launch.hamlets",
      "commended.front",
      "replications",
    ];
    const rows = [...keys, ...silent].map((key) => counted(2021, key, 3));
    const report = reportOf("2021-01-01", "2021-06-30", { counted: rows });
    expect(report.figures.map(({ key, value }) => [key, value])).toEqual(keys.map((key) => [key, null]));
  });

  test("says a stock as of a day within it, and no unknown one beside it", () => {
    const day = "2021-06-30";
    const stock = declare("models.maintained", 5, { from: day, to: day, kind: "stock", measure: "mô hình" });
    const report = reportOf("2021-01-01", day, {
      declared: [stock],
      counted: [counted(2021, "models.maintained", 4)],
    });
    expect(said(report)).toEqual([["models.maintained/2021-06-30-2021-06-30", 5, 4, "declaration"]]);
  });

  test("says what was declared for it, and what was declared for the year with the year", () => {
    const declared = [
      half("registered", 7),
      declare("recognised", 3, { from: "2021", to: "2021", measure: "sáng kiến" }),
    ];
    const report = reportOf("2021-01-01", "2021-06-30", { declared, counted: [counted(2021)] });
    expect(said(report)).toEqual([
      ["registered/2021-01-01-2021-06-30", 7, null, "declaration"],
      ["recognised/2021-2021", 3, null, "declaration"],
    ]);
  });

  test("beside whole years says those, and of the part that it is unknown", () => {
    const report = reportOf("2020", "2021-06-30", {
      counted: [counted(2020, "registered", 9), counted(2021)],
    });
    expect(said(report)).toEqual([
      ["registered/2020-2020", 9, 9, "records"],
      ["registered/2021-01-01-2021-06-30", null, null, "records"],
    ]);
  });

  test("over days that make up years is one of these", () => {
    const report = reportOf("2020-01-01", "2020-12-31", { counted: [counted(2020, "registered", 9)] });
    expect(said(report)).toEqual([["registered/2020-2020", 9, 9, "records"]]);
  });
});
