import { describe, expect, test } from "vitest";
import { compareReports } from "#core/report/difference.ts";
import { buildReport } from "#core/report/report.ts";
import { cutForPage } from "../../../functions/jobs/report-making/page-model.ts";
import { exampleInput } from "./example-input.ts";

const input = exampleInput();
const report = buildReport(input);
const [first, ...others] = input.recognised;

describe("two editions of a report", () => {
  test("of the same data and texts do not differ", () => {
    expect(compareReports(report, buildReport(exampleInput()))).toEqual({
      figures: [],
      texts: [],
      warnings: { added: [], removed: [] },
      titles: { added: [], removed: [] },
    });
  });

  test("differ by figure, in words, by text and by title", () => {
    const declared = input.rows.declared.map((row) =>
      row.key === "recognised" && row.from === "2020" && row.to === "2020" ? { ...row, value: 99 } : row,
    );
    const after = buildReport({
      ...input,
      rows: { ...input.rows, declared },
      recognised: others,
      texts: { outreach: "Đã tuyên truyền.\n\nHai buổi." },
    });
    const found = compareReports(report, after);
    expect(found.figures).toContainEqual(
      expect.objectContaining({ id: "recognised/2020-2020", after: expect.stringContaining("99") }),
    );
    expect(found.texts).toEqual([
      { section: "outreach", before: null, after: "Đã tuyên truyền.\n\nHai buổi." },
    ]);
    expect(found.titles).toEqual({ added: [], removed: [first?.titleAsPublished ?? first?.summary.title] });
    expect(compareReports(after, report).titles).toEqual({ added: found.titles.removed, removed: [] });
  });
});

describe("a model of very many initiatives", () => {
  const many = (count: number) => {
    const { recognised } = report.annexes;
    const [row] = recognised;
    if (!row) throw new Error("the example has titles");
    const rows = Array.from({ length: count }, (_, n) => ({
      ...row,
      id: `DEMO-${String(n).padStart(6, "0")}`,
      title: `Sáng kiến số ${n}`,
    }));
    return { ...report, annexes: { ...report.annexes, recognised: rows } };
  };

  test("is cut for the page until it is small enough, and says how much is left; a small one stays whole", () => {
    const page = cutForPage(many(100_000));
    expect(JSON.stringify(page).length).toBeLessThan(1_000_000);
    const kept = page.annexes.recognised.length;
    expect(kept).toBeGreaterThan(100);
    expect(page.left).toEqual({ "annexes/recognised": 100_000 - kept });
    expect(cutForPage(report)).toEqual({ ...report, left: {} });
  });

  test("that was cut tells of titles only what is certain", () => {
    const whole = many(100_000);
    const { recognised } = whole.annexes;
    const lacking = { ...whole, annexes: { ...whole.annexes, recognised: recognised.toSpliced(5, 1) } };
    const found = compareReports(cutForPage(lacking), cutForPage(whole));
    expect(found.titles).toEqual({ added: ["Sáng kiến số 5"], removed: [] });
  });
});
