import { describe, expect, test } from "vitest";
import type { CountedFigure } from "#core/figures/figure.ts";
import { describeChange } from "#core/report/comparison.ts";
import type { ReportInput } from "#core/report/model.ts";
import { buildReport } from "#core/report/report.ts";
import type { System } from "#core/units/unit.ts";
import { composeReport } from "../../../functions/jobs/report-making/document.ts";
import { buildCampaign } from "../../support/units.ts";
import { declare, declaredInput, exampleInput, figureAt, textOf } from "./example-input.ts";

const amount = (value: number | null, measure = "sáng kiến", qualifier: "moreThan" | null = null) => ({
  value,
  measure,
  qualifier,
});

describe("a year beside the one before", () => {
  test.each([
    [20, 21, "tăng 1 sáng kiến, 5,0%"],
    [48, 46, "giảm 2 sáng kiến, 4,2%"],
    [1_000, 2_500, "tăng 1.500 sáng kiến, 150,0%"],
    [20, 20, "bằng"],
    [0, 3, "tăng 3 sáng kiến"],
    [3, 0, "giảm 3 sáng kiến, 100,0%"],
    [10_000, 10_001, "tăng 1 sáng kiến"],
  ])("%d, then %d: %s", (before, now, words) => {
    expect(describeChange(amount(now), amount(before))).toBe(words);
  });

  test("is not compared where it is unknown, not exact or of another measure", () => {
    for (const other of [amount(null), amount(20, "sáng kiến", "moreThan"), amount(20, "hồ sơ")]) {
      expect(describeChange(amount(21), other)).toBe("");
      expect(describeChange(other, amount(21))).toBe("");
    }
  });
});

const counted = (year: number, counts: Record<string, number>): CountedFigure[] =>
  Object.entries(counts).map(([row, value]) => {
    const [key = "", dimension = ""] = row.split("#");
    return { unit: "xa-thu", key, dimension, year, value };
  });

/** A commune's year of records alone, five recognised of nine; the year before seven of eight. */
function ofRecords(changes: Partial<ReportInput> = {}): ReportInput {
  return declaredInput([], {
    period: { from: "2026", to: "2026" },
    rows: {
      declared: [],
      counted: [
        ...counted(2025, { registered: 8, recognised: 7, "recognised#level:commune": 7 }),
        ...counted(2026, {
          registered: 9,
          recognised: 5,
          "recognised#level:commune": 5,
          "recognised#level:province": 2,
          "recognised#system:front": 5,
          "recognised#field:f": 5,
        }),
      ],
    },
    campaigns: [buildCampaign({ year: 2026, evaluatedOn: "2026-12-20" })],
    evaluatedBefore: true,
    ...changes,
  });
}

const said = (input: ReportInput) => buildReport(input).sections.map(textOf).join("\n");

describe("a year of records", () => {
  test("is beside the year before, which is told since it has no place of its own", () => {
    expect(said(ofRecords())).toContain(
      "5 sáng kiến được công nhận trên 9 hồ sơ đăng ký, giảm 2 sáng kiến, 28,6% so với năm 2025 (7 sáng kiến)",
    );
    expect(said(ofRecords())).toContain("tăng 1 hồ sơ, 12,5% so với năm 2025 (8 hồ sơ)");
    expect(buildReport(ofRecords()).figures.every(({ from }) => from === 2026)).toBe(true);
  });

  test.each([
    ["this one", { campaigns: [buildCampaign({ year: 2026 })] }],
    ["the one before", { evaluatedBefore: false }],
  ])("compares no recognitions while %s is not evaluated", (_, changes) => {
    expect(said(ofRecords(changes))).not.toContain("giảm 2 sáng kiến");
    expect(said(ofRecords(changes))).toContain("tăng 1 hồ sơ");
  });

  test("tells its parts by level and system as figures of their own, and no others", () => {
    const { figures } = buildReport(ofRecords());
    expect(figures.map(({ key, value }) => [key, value])).toEqual([
      ["registered", 9],
      ["recognised", 5],
      ["recognised.level.commune", 5],
      ["recognised.level.province", 2],
      ["recognised.system.front", 5],
      ["recognitionRate", 5 / 9],
    ]);
    expect(figureAt(figures, "recognised.level.province", 2026)).toMatchObject({
      label: "Sáng kiến được công nhận cấp tỉnh",
      partOf: ["recognised"],
    });
  });

  test("splits by the authors' systems where known, by the units' where not, and says by which", () => {
    const rows = (parts: Record<string, number>) => ({
      declared: [],
      counted: counted(2026, { registered: 9, recognised: 5, ...parts }),
    });
    const front = (parts: Record<string, number>) =>
      figureAt(buildReport(ofRecords({ rows: rows(parts) })).figures, "recognised.system.front", 2026);
    const byUnit = { "recognised#system:front": 5 };
    expect(front(byUnit)).toMatchObject({ value: 5, byUnit: 5 });
    expect(said(ofRecords({ rows: rows(byUnit) }))).toContain("và hệ thống; hệ thống theo đơn vị nhận hồ sơ");
    const mixed = {
      "recognised#system:government": 5,
      "recognised#knownSystem:government": 3,
      "recognised#authorSystem:front": 2,
      "recognised#authorSystem:member": 2,
    };
    expect(front(mixed)).toMatchObject({
      ...{ value: 2, byUnit: 0 },
      label: "Sáng kiến được công nhận thuộc hệ thống Mặt trận (hệ thống theo tác giả)",
    });
    const text = said(ofRecords({ rows: rows(mixed) }));
    expect(text).toContain("(tác giả thuộc nhiều hệ thống thì tính ở từng hệ thống)");
    expect(text).toContain(
      "; hệ thống theo tác giả; 2 sáng kiến chưa rõ tác giả thuộc đâu thì theo đơn vị nhận hồ sơ",
    );
    const known = {
      "recognised#system:front": 5,
      "recognised#knownSystem:front": 5,
      "recognised#authorSystem:other": 5,
    };
    expect(() => front(known)).toThrow("no figure");
    expect(said(ofRecords({ rows: rows(known) }))).toContain("và hệ thống; hệ thống theo tác giả");
  });

  test("tells counted officers as times, since one may be the author of several initiatives", () => {
    const rows = {
      declared: [],
      counted: counted(2026, { registered: 9, recognised: 5, "recognised.front": 3 }),
    };
    expect(said(ofRecords({ rows }))).toContain("có 3 lượt cán bộ thuộc hệ thống Mặt trận có sáng kiến");
  });

  test("tells counted officers as times in the years' table and among the commended", () => {
    const officers = { "recognised.memberOrganisations": 4, "commended.front": 2 };
    const rows = {
      declared: [],
      counted: [
        ...counted(2025, { registered: 8, recognised: 7, "recognised.front": 3 }),
        ...counted(2026, { registered: 9, recognised: 5, ...officers }),
      ],
    };
    const report = buildReport(ofRecords({ rows, period: { from: "2025", to: "2026" } }));
    const table = report.sections.find(({ id }) => id === "recognised")?.tables[0];
    const cells = table?.rows.map((row) =>
      row.map((cell) => cell.map((run) => (typeof run === "string" ? run : run.text)).join("")),
    );
    expect(cells?.slice(0, 2)).toEqual([
      ["2025", "8", "7", "3 lượt cán bộ", "–"],
      ["2026", "9", "5", "–", "4 lượt cán bộ"],
    ]);
    expect(report.sections.map(textOf).join("\n")).toContain(
      "Năm 2026, 2 lượt cán bộ thuộc hệ thống Mặt trận được biểu dương.",
    );
  });

  test("says a nothing that is known in words, and what is begun to be unfinished", () => {
    const rows = (recognised: number) => ({
      declared: [],
      counted: counted(2026, { registered: 9, recognised }),
    });
    expect(said(ofRecords({ rows: rows(0) }))).toContain(
      "Năm 2026: không có sáng kiến được công nhận trong 9 hồ sơ đăng ký; tỷ lệ công nhận là 0%.",
    );
    const open = said(ofRecords({ rows: rows(2), campaigns: [buildCampaign({ year: 2026 })] }));
    expect(open).toContain("Năm 2026 chưa hoàn thành đánh giá nên chưa tính tỷ lệ công nhận.");
    expect(open).toContain("Năm 2026: đã có 2 sáng kiến được công nhận trên 9 hồ sơ đăng ký.");
  });

  describe.each([
    [
      "sentence",
      { sentence: "Năm 2026, 2 sáng kiến được xã công nhận sớm." },
      "2 sáng kiến được xã công nhận sớm.",
    ],
    ["label", { label: "Sáng kiến được xã công nhận sớm" }, "2 sáng kiến được xã công nhận sớm"],
  ])("stated by the writer's own %s", (_, own, words) => {
    const declared = [declare("recognised", 2, { from: "2026", to: "2026", measure: "sáng kiến", ...own })];
    const rows = {
      declared,
      counted: [...counted(2025, { registered: 8, recognised: 7 }), ...counted(2026, { registered: 9 })],
    };
    const campaigns = [2025, 2026].map((year) => buildCampaign({ year }));
    const report = buildReport(ofRecords({ rows, campaigns, period: { from: "2025", to: "2026" } }));

    test("is begun to be evaluated, like any other", () => {
      const text = report.sections.map(textOf).join("\n");
      expect(text).toContain("Năm 2025 và năm 2026 chưa hoàn thành đánh giá");
      expect(text).not.toContain("chưa có kết quả đánh giá");
    });

    test("is in the table of the years, which does not silence the writer", () => {
      const section = report.sections.find(({ id }) => id === "recognised");
      expect(section?.tables[0]?.rows.map(([year, , recognised]) => [year, recognised])).toMatchObject([
        [["2025"], [{ text: "7" }]],
        [["2026"], [{ figure: "recognised/2026-2026" }]],
        [["2025–2026"], expect.anything()],
      ]);
      expect(section && textOf({ ...section, tables: [] })).toContain(words);
    });
  });

  test.each([
    [60, " Gồm:", 60],
    [61, " Danh sách tại Phụ lục II.", 0],
  ])("names %d titles in its text or leads to the annex", (count, end, shown) => {
    const recognised = Array.from({ length: count }, (_, i) => ({
      ...{ titleAsPublished: null, document: null, unitName: "Xã Thử" },
      summary: {
        ...{ id: `sk-${i}`, title: `Sáng kiến ${i}`, year: 2026, unit: "xa-thu", organisation: null },
        ...{ number: null, publicAuthors: [], authorSystems: [] },
        ...{ system: "front" as const, recognitions: [] },
      },
    }));
    const rows = { declared: [], counted: counted(2026, { registered: 99, recognised: count }) };
    const report = buildReport(ofRecords({ recognised, rows }));
    const [list] = report.sections.find(({ id }) => id === "recognised")?.lists ?? [];
    expect(list?.lead.at(-1)).toBe(end);
    expect(list?.items.flatMap(({ items }) => items)).toHaveLength(shown);
    expect(report.annexes.recognised).toHaveLength(count);
    const annex = composeReport(report, null).annexes.find(({ title }) => title === "Phụ lục II");
    expect(annex?.subject).toBe("Danh sách sáng kiến được công nhận");
  });

  test("lists a title of two systems under both names, as the figures count it", () => {
    const title = (id: string, authorSystems: System[]) => ({
      ...{ titleAsPublished: null, document: null, unitName: "Xã Thử" },
      summary: {
        ...{ id, title: id, year: 2026, unit: "xa-thu", organisation: null, number: null, publicAuthors: [] },
        ...{ authorSystems, system: "government" as const, recognitions: [] },
      },
    });
    const recognised = [
      title("một", ["front"]),
      title("hai", ["member", "front"]),
      title("ba", []),
      title("bốn", ["front", "member", "other"]),
    ];
    const rows = { declared: [], counted: counted(2026, { registered: 9, recognised: 4 }) };
    const report = buildReport(ofRecords({ recognised, rows }));
    const [list] = report.sections.find(({ id }) => id === "recognised")?.lists ?? [];
    expect(list?.items.map(({ runs }) => runs)).toEqual([
      ["Hệ thống Mặt trận:"],
      ["Chính quyền:"],
      ["Hệ thống Mặt trận và các tổ chức thành viên:"],
      ["Hệ thống Mặt trận, các tổ chức thành viên và đơn vị khác:"],
    ]);
  });

  test("warns whoever adds up levels, where an initiative was recognised at several", () => {
    const note = "(công nhận ở nhiều cấp thì tính ở từng cấp)";
    expect(said(ofRecords())).toContain(note);
    const once = counted(2026, { registered: 9, recognised: 5, "recognised#level:commune": 5 });
    const text = said(ofRecords({ rows: { declared: [], counted: once } }));
    expect(text).toContain("Sáng kiến được công nhận theo cấp và hệ thống");
    expect(text).not.toContain(note);
  });

  test("has no parts where more are declared than were counted", () => {
    const declared = declare("recognised", 6, { from: "2026", to: "2026", measure: "sáng kiến" });
    const { rows } = ofRecords();
    const { figures } = buildReport(ofRecords({ rows: { ...rows, declared: [declared] } }));
    expect(figures.map(({ key }) => key)).toEqual(["registered", "recognised", "recognitionRate"]);
  });
});

test("registrations begin with the report's own period, and its years stand below it", () => {
  const registered = (period: { from: string; to: string }) => {
    const { sections } = buildReport(exampleInput({ period }));
    return sections
      .filter(({ id }) => id === "registered")
      .flatMap((section) => textOf(section).split("\n").slice(1));
  };
  expect(registered({ from: "2019", to: "2019" })).toEqual([
    "Năm 2019, toàn huyện có 48 hồ sơ đăng ký.",
    "Giai đoạn 2019–2021, toàn huyện có 139 hồ sơ đăng ký.",
  ]);
  expect(registered({ from: "2019", to: "2020" })).toEqual([
    "Giai đoạn 2019–2020, toàn huyện có 94 hồ sơ đăng ký, trong đó:",
    "Năm 2019: 48 hồ sơ",
    "Năm 2020: 46 hồ sơ, giảm 2 hồ sơ, 4,2% so với năm 2019",
    "Giai đoạn 2019–2021, toàn huyện có 139 hồ sơ đăng ký.",
  ]);
});

test("years outside a total do not stand below it", () => {
  const registered = (from: number, to: number, value: number | null) =>
    declare("registered", value, { from: `${from}`, to: `${to}`, measure: "hồ sơ" });
  const text = said(
    declaredInput([
      registered(2018, 2019, 9),
      registered(2019, 2019, 5),
      registered(2020, 2020, null),
      registered(2021, 2021, 4),
    ]),
  );
  expect(text).toContain("Giai đoạn 2018–2019, toàn xã có 9 hồ sơ đăng ký.");
  expect(text).not.toContain("trong đó");
});

test("half a year is beside the same half of the year before, where both were declared", () => {
  const half = (year: number, value: number) =>
    declare("registered", value, { from: `${year}-01-01`, to: `${year}-06-30`, measure: "hồ sơ" });
  const ofHalf = (...declared: ReturnType<typeof half>[]) =>
    declaredInput([], {
      period: { from: "2026-01-01", to: "2026-06-30" },
      rows: { declared, counted: counted(2025, { registered: 8 }) },
    });
  expect(said(ofHalf(half(2026, 6), half(2025, 8)))).toContain(
    "6 tháng đầu năm 2026, toàn xã có 6 hồ sơ đăng ký, giảm 2 hồ sơ, 25,0% so với cùng kỳ năm 2025 (8 hồ sơ).",
  );
  expect(said(ofHalf(half(2026, 6)))).toContain("toàn xã có 6 hồ sơ đăng ký.");
  expect(buildReport(ofHalf(half(2026, 6), half(2024, 8)))).toEqual(buildReport(ofHalf(half(2026, 6))));
});

test.each([
  ["front", "BAN THƯỜNG TRỰC"],
  ["government", "BAN THƯỜNG TRỰC"],
  ["member", "XÃ THỬ"],
] as const)("a commune's unit of the %s's tree reports as %s", (system, issuer) => {
  const { unit } = declaredInput([]);
  const report = buildReport(declaredInput([], { unit: { ...unit, system } }));
  expect(composeReport(report, null).letterhead.issuer).toBe(issuer);
});
