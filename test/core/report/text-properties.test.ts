import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yearsOf } from "#core/base/period.ts";
import { catalogue, definitionOf } from "#core/figures/catalogue.ts";
import { type CountedFigure, qualifiers } from "#core/figures/figure.ts";
import { textSections } from "#core/figures/section.ts";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import type { RecognisedInitiative, ReportInput, ReportModel, Run } from "#core/report/model.ts";
import { buildReport } from "#core/report/report.ts";
import { nameMeasure } from "#core/report/wording.ts";
import { levels, systems } from "#core/units/unit.ts";
import { renderHtml } from "../../../functions/documents/html/html.ts";
import { composeReport } from "../../../functions/jobs/report-making/document.ts";
import { buildCampaign } from "../../support/units.ts";
import { declare, declaredInput } from "./example-input.ts";

const year = fc.integer({ min: 2018, max: 2022 });

const period = fc.oneof(
  { weight: 3, arbitrary: year.map((from) => ({ from: `${from}`, to: `${from}` })) },
  fc
    .tuple(year, fc.integer({ min: 1, max: 3 }))
    .map(([from, more]) => ({ from: `${from}`, to: `${from + more}` })),
  year.map((from) => ({ from: `${from}-01-01`, to: `${from}-06-30` })),
  year.map((from) => ({ from: `${from}-03-15`, to: `${from + 1}-08-09` })),
);

const measures = ["hồ sơ", "sáng kiến", "cán bộ", "lượt cá nhân", "thôn/tổ dân phố", "tỷ đồng"];
const keys = [
  ...Object.keys(catalogue).filter((key) => key !== "recognitionRate"),
  "commendation.movement.individual",
  "commendation.fiveYear.province.praise.collective",
  "commendation.district.praise.individual",
  "benefit.money",
];

/** Markup that would do harm, and a word by which it is found again; no digits, which would pass for numbers of the report. */
const hostile = fc.constantFrom(
  `<x-hostile onload="a()">`,
  "</p><x-hostile>",
  `"><x-hostile a='`,
  "&lt;<x-hostile/>",
  "]]><x-hostile>\n\n<x-hostile>",
);

const amount = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom(7, 7.002, 7.25),
  fc.integer({ min: 0, max: 5_000_000 }),
  fc.integer({ min: 0, max: 10 ** 8 }).map((hundredths) => hundredths / 100),
);

/** Year upon year of one key, so that there is something to compare and to add. */
const series = fc
  .record({
    key: fc.constantFrom("registered", "recognised", "models.built"),
    values: fc.array(
      fc.option(fc.tuple(amount, fc.option(fc.constantFrom(...measures), { freq: 8 })), { freq: 6 }),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
  })
  .map(({ key, values }) =>
    values.map((value, i) =>
      declare(key, value?.[0] ?? null, {
        ...{ from: `${2017 + i}`, to: `${2017 + i}` },
        label: definitionOf(key)?.label ?? key,
        measure: value?.[1] ?? definitionOf(key)?.measure ?? "",
      }),
    ),
  );

const scattered = fc.uniqueArray(
  fc
    .record({
      key: fc.constantFrom(...keys),
      period,
      value: fc.option(amount),
      qualifier: fc.option(fc.constantFrom(...qualifiers), { freq: 5 }),
      measure: fc.option(fc.constantFrom(...measures), { freq: 3 }),
      label: fc.constantFrom("Bằng khen", "trong đó Lãnh đạo", "Giá trị làm lợi <x-hostile>"),
      whole: fc.option(fc.constantFrom(...keys), { freq: 3 }),
    })
    .map(({ key, period, value, qualifier, measure, label, whole }) =>
      declare(key, value, {
        ...period,
        qualifier,
        measure: measure ?? definitionOf(key)?.measure ?? "lượt tập thể",
        label: definitionOf(key)?.label ?? label,
        partOf: whole && whole !== key ? [whole] : [],
      }),
    ),
  { selector: ({ key, from, to }) => `${key}#${from}#${to}`, maxLength: 10 },
);

const declared = fc
  .tuple(fc.array(series, { maxLength: 2 }), scattered)
  .map(([several, others]) => [
    ...new Map(
      [...several.flat(), ...others].map((row) => [`${row.key}#${row.from}#${row.to}`, row]),
    ).values(),
  ]);

const counted = fc.uniqueArray(
  fc.record({
    unit: fc.constant("xa-thu"),
    key: fc.constantFrom("registered", "recognised", "recognised"),
    dimension: fc.constantFrom(
      "",
      "",
      ...levels.map((level) => `level:${level}`),
      ...systems.map((system) => `system:${system}`),
    ),
    year: fc.integer({ min: 2017, max: 2023 }),
    value: fc.integer({ min: 0, max: 3_000 }),
  }),
  { selector: ({ key, dimension, year }: CountedFigure) => `${key}#${dimension}#${year}`, maxLength: 16 },
);

const recognised = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-z]{8}$/),
      year,
      title: fc.oneof(hostile, fc.constant("Đường hoa nông thôn")),
      system: fc.constantFrom(...systems),
      organisation: fc.option(hostile),
      level: fc.constantFrom(...levels),
      published: fc.option(hostile),
    })
    .map(
      ({ id, year, title, system, organisation, level, published }): RecognisedInitiative => ({
        summary: {
          ...{ id, title, year, system, organisation, unit: "xa-thu" },
          ...{ number: null, publicAuthors: [], authorSystems: [] },
          recognitions: [{ level, decision: null, revoked: null }],
        },
        titleAsPublished: published,
        document: null,
        unitName: "Xã Thử",
      }),
    ),
  { selector: ({ summary }) => summary.id, maxLength: 5 },
);

const campaigns = fc
  .uniqueArray(fc.record({ year, evaluated: fc.boolean() }), { selector: ({ year }) => year, maxLength: 4 })
  .map((list) =>
    list.map(({ year, evaluated }) =>
      buildCampaign({
        id: `dot-${year}`,
        year,
        demo: false,
        evaluatedOn: evaluated ? `${year}-12-20` : null,
      }),
    ),
  );

const input: fc.Arbitrary<ReportInput> = fc
  .record({
    period,
    declared,
    counted,
    recognised,
    campaigns,
    evaluatedBefore: fc.constantFrom(null, true, false),
    texts: fc.record({ outreach: hostile, shortcomings: hostile, directions: hostile, proposals: hostile }),
    layout: fc.constantFrom(...ReportLayout.options),
  })
  .map(({ declared, counted, ...rest }) => declaredInput([], { ...rest, rows: { declared, counted } }));

/** All runs of the sections that the program writes: not the texts of people. */
function runsOf({ sections }: ReportModel): Run[] {
  const items = (list: ReportModel["sections"][number]["lists"][number]["items"]): Run[] =>
    list.flatMap(({ runs, items: below }) => [...runs, ...items(below)]);
  const written: readonly string[] = textSections;
  return sections.flatMap(({ id, paragraphs, tables, lists }) =>
    [
      ...paragraphs.flat(),
      ...tables.flatMap(({ rows }) => rows.flat(2)),
      ...lists.flatMap(({ lead, items: below }) => [...lead, ...items(below)]),
    ].filter((run) => typeof run === "object" || !written.includes(id)),
  );
}

const styled = /^\d{1,3}(\.\d{3})*(,\d{1,4})?$/;
const numbersIn = (text: string) => text.match(/\d+([.,]\d+)*/g) ?? [];
/** What its style means: 1.234,5. */
const readNumber = (text: string) => Number(text.replaceAll(".", "").replace(",", "."));
const holds = (check: (model: ReportModel, input: ReportInput) => void, numRuns = 300) =>
  fc.assert(
    fc.property(input, (given) => check(buildReport(given), given)),
    { numRuns },
  );

describe("whatever is known of a unit", () => {
  test("every figure is stated, and every statement is the value of its figure in Vietnamese style", () => {
    holds((model) => {
      const figures = new Map(model.figures.map((figure) => [figure.id, figure]));
      expect(figures.size).toBe(model.figures.length);
      const stated = runsOf(model).filter((run) => typeof run === "object" && "figure" in run);
      expect(new Set(stated.map(({ figure }) => figure))).toEqual(new Set(figures.keys()));
      for (const { text, figure: id } of stated) {
        const figure = figures.get(id);
        if (!figure) throw new Error(`${text} leads nowhere`);
        const [said, ...more] = numbersIn(text);
        expect(more).toEqual([]);
        if (figure.value === null) expect(text).toBe("chưa có số liệu");
        else if (said === undefined) {
          expect(figure.value).toBe(0);
          expect(text).toBe(`không có ${nameMeasure(figure.measure)}`);
        } else {
          expect(said).toMatch(styled);
          const share = figure.numerator === undefined ? 1 : 100;
          const exact = Math.abs(readNumber(said) - figure.value * share);
          expect(exact).toBeLessThanOrEqual(share === 1 ? 0.00001 : 0.0501);
          expect(/^(hơn|gần|khoảng|trên) /.test(text)).toBe(figure.qualifier !== null);
        }
      }
    });
  });

  test("no sentence holds a number in another style, nor a nothing of its own", () => {
    holds((model) => {
      const plain = runsOf(model).flatMap((run) => (typeof run === "string" ? [run] : []));
      // Days, months and years; a quantity as long as a year would have its point: 2.019.
      const said = plain.map((text) =>
        text
          .replace(/\d{2}\/\d{1,2}\/\d{4}/g, "")
          .replace(/(?<=tháng )\d{1,2}(?! tháng)/g, "")
          .replace(/(?<![\d.,])20[12]\d(?![.,]?\d)/g, ""),
      );
      for (const text of said)
        for (const number of numbersIn(text)) {
          expect(`${number} in ${text}`).toMatch(/^\d{1,3}(\.\d{3})*(,\d{1,4})? in /);
          expect(readNumber(number), text).not.toBe(0);
        }
    });
  });

  test("a total adds known years of one measure alone", () => {
    holds((model) => {
      const totals = model.figures.filter(
        ({ origin, numerator }) => origin === "derived" && numerator === undefined,
      );
      for (const total of totals) {
        const years = yearsOf({ from: `${total.from}`, to: `${total.to}` });
        const parts = model.figures.filter(
          ({ key, from, to }) => key === total.key && from === to && years.includes(Number(from)),
        );
        expect(parts.map(({ measure }) => measure)).toEqual(years.map(() => total.measure));
        const values = parts.map(({ value }) => value ?? Number.NaN);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total.value ?? Number.NaN, 6);
      }
    });
  });

  test("a rate rests on years of which both numbers are known and every campaign is evaluated", () => {
    holds((model, { campaigns }) => {
      const open = campaigns.flatMap(({ year, evaluatedOn }) => (evaluatedOn ? [] : [year]));
      for (const { numerator, from, to } of model.figures)
        for (const year of numerator === undefined ? [] : yearsOf({ from: `${from}`, to: `${to}` })) {
          expect(open).not.toContain(year);
          for (const wanted of ["registered", "recognised"])
            expect(
              model.figures.find(({ key, from, to }) => key === wanted && from === year && to === year)
                ?.value,
            ).toEqual(expect.any(Number));
        }
    });
  });

  test("the order of what is given makes no difference", () => {
    fc.assert(
      fc.property(input, fc.infiniteStream(fc.nat(1_000)), (given, draws) => {
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, place: draws.next().value }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ item }) => item);
        const turned = {
          ...given,
          rows: { declared: shuffle(given.rows.declared), counted: shuffle(given.rows.counted) },
          recognised: shuffle(given.recognised),
          campaigns: shuffle(given.campaigns),
        };
        expect(buildReport(turned)).toEqual(buildReport(given));
      }),
      { numRuns: 100 },
    );
  });

  test("markup in texts, titles and names stays text", () => {
    holds((model) => {
      const html = renderHtml(composeReport(model, null));
      expect(html).toContain("&lt;x-hostile");
      expect(html).not.toContain("<x-hostile");
    }, 60);
  });
});
