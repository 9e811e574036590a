import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { qualifiers } from "#core/figures/figure.ts";
import { buildReport } from "#core/report/report.ts";
import { recipientOfTimes } from "#core/report/warnings/warnings.ts";
import { declare, declaredInput, exampleInput } from "./example-input.ts";

const warningsOf = (...declared: DeclaredFigure[]) =>
  buildReport(declaredInput(declared)).warnings.map(({ code, figures }) => `${code} ${figures.join(" ")}`);

const collective = "lượt tập thể";
const individual = "lượt cá nhân";

describe("a total under a wrong label", () => {
  const a = declare("commendation.movement.collective", 305, { measure: collective });
  const b = declare("commendation.movement.individual", 419, { measure: individual });
  const sum = declare("commendation.district.excellent.individual", 724, { measure: individual });

  test("is suspected where lượt of one kind equal two others of different kinds", () => {
    expect(warningsOf(a, b, sum)).toEqual(["total.mislabelled commendation.district.excellent.individual"]);
  });

  test.each([
    ["the addends are of one kind", [{ ...a, measure: individual }, b, sum]],
    ["one is no lượt", [{ ...a, measure: "tập thể" }, b, sum]],
    ["the sum is of both kinds by its own words", [a, b, { ...sum, measure: "lượt tập thể, cá nhân" }]],
    ["the periods differ", [a, { ...b, from: "2018" }, sum]],
    ["an addend is declared as a part of it", [a, { ...b, partOf: [sum.key] }, sum]],
    ["an addend is part of the other", [{ ...a, partOf: [b.key] }, b, sum]],
    ["an addend is zero", [{ ...a, value: 0 }, { ...b, value: 724 }, sum]],
    ["a number is not exact", [a, b, { ...sum, qualifier: "moreThan" as const }]],
    ["a number is unknown", [{ ...a, value: null }, b, sum]],
    ["the sum is another", [a, b, { ...sum, value: 725 }]],
  ])("is not suspected where %s", (_, rows) => {
    expect(warningsOf(...rows)).toEqual([]);
  });

  test("is told once, however many pairs add up to it", () => {
    const c = declare("commendation.a.collective", 300, { measure: collective });
    const d = declare("commendation.b.individual", 424, { measure: individual });
    expect(warningsOf(a, b, c, d, sum)).toHaveLength(1);
  });

  test.each([
    ["lượt cá nhân", "individual"],
    ["lượt tập thể", "collective"],
    ["lượt đơn vị", "collective"],
    ["lượt hộ gia đình", "household"],
    ["lượt hội viên là cán bộ", "individual"],
    ["lượt", null],
    ["cá nhân", null],
    ["lượt tập thể và cá nhân", null],
  ])("reads “%s” as %s", (measure, kind) => {
    expect(recipientOfTimes(measure)).toBe(kind);
  });
});

describe("a part", () => {
  const whole = declare("models.built", 61, { measure: "mô hình" });
  const part = declare("models.replicated", 12, { measure: "mô hình" });

  test("within its whole is no matter", () => expect(warningsOf(whole, part)).toEqual([]));

  test("greater than its whole is", () => {
    expect(warningsOf(whole, { ...part, value: 62 })).toEqual(["part.exceedsWhole models.replicated"]);
  });

  test("of one year is compared with a whole over more", () => {
    expect(warningsOf(whole, { ...part, value: 62, to: "2019" })).toEqual([
      "part.exceedsWhole models.replicated",
    ]);
  });

  test("may lie across its wholes: then only their sum bounds it", () => {
    const wholes = [
      declare("x.collective", 67, { measure: "tập thể" }),
      declare("x.individual", 274, { measure: "cá nhân" }),
    ];
    const household = declare("x.household", 300, {
      measure: "hộ",
      partOf: ["x.collective", "x.individual"],
    });
    expect(warningsOf(...wholes, household)).toEqual([]);
    expect(warningsOf(...wholes, { ...household, value: 342 })).toEqual(["part.exceedsWhole x.household"]);
  });

  test("is not compared with “more than 61”, but with “nearly 61”", () => {
    expect(warningsOf({ ...whole, qualifier: "moreThan" }, { ...part, value: 62 })).toEqual([]);
    expect(warningsOf({ ...whole, qualifier: "nearly" }, { ...part, value: 62 })).toHaveLength(1);
  });
});

describe("a declared total", () => {
  const year = (from: string, value: number | null) =>
    declare("registered", value, { from, to: from, measure: "hồ sơ" });
  const total = (value: number) =>
    declare("registered", value, { from: "2019", to: "2021", measure: "hồ sơ" });
  const differing = (...rows: DeclaredFigure[]) =>
    warningsOf(...rows).filter((text) => text.startsWith("total.differs"));

  test("that is the sum of its years is right", () => {
    expect(differing(year("2019", 48), year("2020", 46), year("2021", 45), total(139))).toEqual([]);
  });

  test("that is another is told", () => {
    expect(differing(year("2019", 48), year("2020", 46), year("2021", 45), total(140))).toEqual([
      "total.differs registered",
    ]);
  });

  test("may exceed the years that are known, but not fall short of them", () => {
    expect(differing(year("2019", 48), year("2020", 46), year("2021", null), total(139))).toEqual([]);
    expect(differing(year("2019", 48), year("2020", 46), year("2021", null), total(93))).toHaveLength(1);
  });

  test("of people is not compared with its years: they may be the same ones", () => {
    const people = (from: string, to: string, value: number) =>
      declare("recognised.front", value, { from, to, measure: "cán bộ" });
    expect(
      differing(people("2019", "2019", 4), people("2020", "2020", 5), people("2019", "2020", 7)),
    ).toEqual([]);
  });

  test("is compared with like alone", () => {
    const other = { ...year("2019", 200), measure: "sáng kiến" };
    expect(differing(other, total(139))).toEqual([]);
  });
});

describe("a count from records", () => {
  const rows = (value: number, more: Partial<DeclaredFigure> = {}) =>
    declaredInput(
      [declare("recognised", value, { from: "2019", to: "2019", measure: "sáng kiến", ...more })],
      {
        rows: {
          declared: [
            declare("recognised", value, { from: "2019", to: "2019", measure: "sáng kiến", ...more }),
          ],
          counted: [{ unit: "xa-thu", key: "recognised", dimension: "", year: 2019, value: 7 }],
        },
      },
    );

  test("beside a greater declaration is no matter", () => {
    expect(buildReport(rows(20)).warnings).toEqual([]);
  });

  test("above the declaration warns, and the declared value stays", () => {
    const { figures, warnings } = buildReport(rows(6));
    expect(warnings).toMatchObject([
      { code: "counted.exceedsDeclared", figures: ["recognised"], from: 2019, to: 2019 },
    ]);
    expect(figures).toMatchObject([{ value: 6, counted: 7, origin: "declaration" }]);
  });

  test("above “more than 6” does not", () => {
    expect(buildReport(rows(6, { qualifier: "moreThan" })).warnings).toEqual([]);
  });
});

describe("a count beside a declaration", () => {
  const beside = (key: string, measure: string) => {
    const declared = [declare(key, 6, { from: "2019", to: "2019", measure })];
    const counted = [{ unit: "xa-thu", key, dimension: "", year: 2019, value: 7 }];
    return buildReport(declaredInput(declared, { rows: { declared, counted } })).warnings;
  };

  test.each([
    ["launch.organisations", "cơ quan/tổ chức/đơn vị"],
    ["launch.hamlets", "thôn/tổ dân phố"],
    ["recognised.front", "cán bộ"],
    ["recognised.memberOrganisations", "cán bộ"],
    ["commended.front", "cán bộ"],
    ["commended.memberOrganisations", "cán bộ"],
  ])("of times is not compared with declared persons or places: %s", (key, measure) => {
    expect(beside(key, measure)).toEqual([]);
  });

  test.each([
    ["recognised", "sáng kiến", "từ hồ sơ"],
    ["outreach.sessions", "buổi", "từ dữ liệu đã nhập"],
    ["models.built", "mô hình", "từ dữ liệu đã nhập"],
    ["replications", "lượt", "từ dữ liệu đã nhập"],
  ])("says of %s what was counted", (key, measure, words) => {
    const [warning] = beside(key, measure);
    expect(warning).toMatchObject({ code: "counted.exceedsDeclared" });
    expect(warning?.message).toContain(`đếm được 7 ${words}.`);
  });
});

test.each([
  ["2019-12-31T16:59:59Z", ["value.implausible"]],
  ["2019-12-31T17:00:00Z", []],
])("a period of 2020 declared at %s is in the future by the day in Vietnam", (at, codes) => {
  const declaredBy = { staff: "a", name: "A", at };
  const row = declare("models.built", 3, { from: "2020", to: "2020", measure: "mô hình", declaredBy });
  expect(buildReport(declaredInput([row])).warnings.map(({ code }) => code)).toEqual(codes);
});

describe("a year not evaluated", () => {
  test("is told though there is no rate at all", () => {
    const rows = declare("registered", 5, { from: "2021", to: "2021", measure: "hồ sơ" });
    expect(warningsOf(rows)).toEqual(["rate.unfinishedYear registered"]);
  });
});

const year = fc.integer({ min: 2015, max: 2023 });
const unrelated = fc
  .record({
    name: fc.stringMatching(/^[a-z]{1,8}$/),
    first: year,
    length: fc.integer({ min: 0, max: 4 }),
    value: fc.option(fc.integer({ min: 0, max: 800 })),
    qualifier: fc.option(fc.constantFrom(...qualifiers)),
    measure: fc.constantFrom(collective, individual, "lượt đơn vị", "mô hình", "hồ sơ", "tỷ đồng"),
    partOf: fc.subarray(["commendation.movement.individual", "models.built", "registered"]),
  })
  .map(({ name, first, length, partOf, ...rest }) =>
    declare(`extra.${name}`, rest.value, {
      ...rest,
      unit: "dien-khanh",
      from: String(first),
      to: String(first + length),
      partOf,
    }),
  );

test("warnings never alter a figure: whatever else is declared, those of the report stay as they are", () => {
  const input = exampleInput();
  const before = buildReport(input).figures;
  fc.assert(
    fc.property(
      fc.uniqueArray(unrelated, { selector: ({ key, from, to }) => `${key}${from}${to}` }),
      (extra) => {
        const rows = { ...input.rows, declared: [...input.rows.declared, ...extra] };
        const after = buildReport({ ...input, rows }).figures;
        const added = new Set(extra.map(({ key }) => key));
        expect(after.filter(({ key }) => !added.has(key))).toEqual(before);
        for (const row of extra) {
          const figure = after.find(({ id }) => id === `${row.key}/${row.from}-${row.to}`);
          if (figure) expect(figure).toMatchObject({ value: row.value, qualifier: row.qualifier });
        }
      },
    ),
    { numRuns: 150 },
  );
});
