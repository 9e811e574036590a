import { describe, expect, test } from "vitest";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import type { ReportInput, UnitBelow } from "#core/report/model.ts";
import { buildReport } from "#core/report/report.ts";
import { declare, declaredInput } from "./example-input.ts";

const registered = (value: number | null, more: Partial<DeclaredFigure> = {}) =>
  declare("registered", value, { from: "2019", to: "2021", measure: "hồ sơ", label: "Hồ sơ", ...more });

const below = (id: string, declared: DeclaredFigure[], more: Partial<UnitBelow> = {}): UnitBelow => ({
  unit: { id, name: `Xã ${id.toUpperCase()}` },
  takesPart: true,
  rows: { declared, counted: [] },
  approved: null,
  ...more,
});

const warningsOf = (children: UnitBelow[], more: Partial<ReportInput> = {}) =>
  buildReport(declaredInput([], { children, ...more })).warnings;

describe("periods of one figure", () => {
  const overlapping = (...rows: DeclaredFigure[]) =>
    buildReport(declaredInput(rows)).warnings.filter(({ code }) => code === "period.overlaps");
  const over = (from: string, to: string, value: number | null = 9) =>
    declare("outreach.clips", value, { from, to, measure: "lượt phát", label: "Lượt phát" });

  test("that overlap, neither a part of the other, are told with both values", () => {
    expect(overlapping(over("2019", "2020", 7), over("2020", "2021"))).toMatchObject([
      {
        id: "period.overlaps/outreach.clips/2019-2020/2020-2021",
        figures: ["outreach.clips"],
        from: 2019,
        to: 2021,
        message: expect.stringContaining(
          "giai đoạn 2019–2020 (7 lượt phát) và giai đoạn 2020–2021 (9 lượt phát)",
        ),
      },
    ]);
    expect(overlapping(over("2019-07-01", "2020-06-30"), over("2020", "2020"))).toHaveLength(1);
  });

  test.each([
    ["lie side by side", [over("2019", "2020"), over("2021", "2021")]],
    ["contain each other", [over("2019", "2021"), over("2020", "2021"), over("2021-01-01", "2021-06-30")]],
    ["are of an unknown number", [over("2019", "2020", null), over("2020", "2021")]],
    ["count something else", [over("2019", "2020"), { ...over("2020", "2021"), measure: "buổi" }]],
    ["are of two figures", [over("2019", "2020"), { ...over("2020", "2021"), key: "outreach.other" }]],
  ])("that %s are no matter", (_, rows) => expect(overlapping(...rows)).toEqual([]));
});

describe("a unit that takes part and of which nothing is known", () => {
  test("is missing; an unknown number makes none known, zero does", () => {
    const found = warningsOf([
      below("a", []),
      below("b", [registered(null)]),
      below("c", [registered(0)]),
      below("d", [registered(3, { from: "2018", to: "2018" })]),
      below("e", [], { takesPart: false }),
    ]);
    expect(found).toMatchObject([
      {
        code: "units.missing",
        message: "Chưa có số liệu giai đoạn 2019–2021 của 3 đơn vị tham gia: Xã A, Xã B và Xã D.",
      },
    ]);
  });

  test("is named among twenty; the id is that of the units, whatever their order", () => {
    const many = Array.from({ length: 30 }, (_, i) => below(`x${i}`, []));
    const [first] = warningsOf(many);
    expect(first?.message).toContain("của 30 đơn vị tham gia");
    expect(first?.message).toMatch(/ và 10 đơn vị khác\.$/);
    expect(warningsOf(many.toReversed())[0]?.id).toBe(first?.id);
    expect(warningsOf(many.slice(1))[0]?.id).not.toBe(first?.id);
    expect(first?.id.length).toBeLessThan(400);
  });
});

describe("an approved report of a unit below", () => {
  const approvedOf = (value: number | null, now: number | null) =>
    warningsOf([below("a", [registered(now)], { approved: [registered(value)] })]);

  test("that says what the records say is no matter", () => expect(approvedOf(5, 5)).toEqual([]));

  test("that says something else is told with both values", () => {
    const [warning, ...more] = approvedOf(5, 6);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      code: "approved.differs",
      figures: ["registered"],
      from: 2019,
      to: 2021,
    });
    expect(warning?.message).toContain("Xã A");
    expect(warning?.message).toContain("ghi 5 hồ sơ, số liệu hiện nay là 6 hồ sơ");
    expect(approvedOf(5, 6)[0]?.id).toBe(warning?.id);
    expect(approvedOf(5, 7)[0]?.id).not.toBe(warning?.id);
  });

  test("that knows what is unknown now, or the other way, is told", () => {
    expect(approvedOf(5, null)[0]?.message).toContain("hiện nay là chưa có số liệu");
    expect(approvedOf(null, 0)[0]?.message).toContain("ghi chưa có số liệu, số liệu hiện nay là 0 hồ sơ");
    expect(warningsOf([below("a", [], { approved: [registered(5)] })])[0]?.message).toContain("không còn");
  });

  test("makes the data others, and never a figure", () => {
    const input = declaredInput([registered(40)]);
    const plain = buildReport(input);
    const told = buildReport({
      ...input,
      children: [below("a", [registered(6)], { approved: [registered(5)] })],
    });
    expect(told.dataHash).not.toBe(plain.dataHash);
    expect(told.figures).toEqual(plain.figures);
  });
});
