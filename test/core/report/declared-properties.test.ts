import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue } from "#core/figures/catalogue.ts";
import { figureSections } from "#core/figures/section.ts";
import type { ListItem, ReportModel, Run, Section } from "#core/report/model.ts";
import { buildReport } from "#core/report/report.ts";
import { describeWhen, nameMeasure } from "#core/report/wording.ts";
import { declare, declaredInput, statedIn } from "./example-input.ts";

const keys = [
  ...Object.keys(catalogue).filter((key) => key !== "recognitionRate"),
  "own.mot.aaaaa",
  "own.hai.aaaaa",
  "own.ba.aaaaa",
];

const bounds = fc.oneof(
  fc
    .integer({ min: 2019, max: 2021 })
    .map((year) => ({ from: `${year}`, to: `${year}`, kind: "flow" as const })),
  fc.constant({ from: "2019", to: "2021", kind: "flow" as const }),
  fc.constant({ from: "2020-01-01", to: "2020-06-30", kind: "flow" as const }),
  fc.constantFrom("2020-07-31", "2021-02-14").map((day) => ({ from: day, to: day, kind: "stock" as const })),
);

/** Labels and measures that share no word with the catalogue. */
const declared = fc.uniqueArray(
  fc
    .record({
      key: fc.constantFrom(...keys),
      bounds,
      value: fc.option(fc.integer({ min: 0, max: 5_000 }), { freq: 6 }),
      qualifier: fc.option(fc.constantFrom("moreThan" as const, "nearly" as const), { freq: 3 }),
      label: fc.constantFrom("Ruộng bậc thang", "Bờ kè", "Trong đó chum vại"),
      measure: fc.constantFrom("gốc", "bao", "gốc/bao", "%"),
      section: fc.option(fc.constantFrom(...figureSections)),
      place: fc.option(fc.nat(9)),
      wholes: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 2 }),
    })
    .map(({ key, bounds, wholes, value, ...rest }) =>
      declare(key, value, {
        ...rest,
        ...bounds,
        qualifier: value === null ? null : rest.qualifier,
        partOf: wholes.filter((whole) => whole !== key),
      }),
    ),
  { selector: ({ key, from, to }) => `${key}#${from}#${to}`, maxLength: 9 },
);

const say = (runs: readonly Run[]) => runs.map((run) => (typeof run === "string" ? run : run.text)).join("");

/** Each figure that a paragraph or list states, with all that is said around it. */
function statements({ paragraphs, lists }: Section): { id: string; around: string }[] {
  const inRuns = (runs: readonly Run[], before: string) =>
    runs.flatMap((run) =>
      typeof run === "object" && "figure" in run
        ? [{ id: run.figure, around: `${before} ${say(runs)}` }]
        : [],
    );
  const inItem = (item: ListItem, before: string): { id: string; around: string }[] => [
    ...inRuns(item.runs, before),
    ...item.items.flatMap((part) => inItem(part, `${before} ${say(item.runs)}`)),
  ];
  return [
    ...paragraphs.flatMap((runs) => inRuns(runs, "")),
    ...lists.flatMap(({ lead, items }) => [
      ...inRuns(lead, ""),
      ...items.flatMap((item) => inItem(item, say(lead))),
    ]),
  ];
}

const holds = (check: (model: ReportModel) => void) =>
  fc.assert(
    fc.property(declared, (rows) =>
      check(buildReport(declaredInput(rows, { period: { from: "2019", to: "2021" } }))),
    ),
    { numRuns: 400 },
  );

describe("whatever is declared", () => {
  test("no sentence uses a label, measure or giver that was not recorded", () => {
    const foreign =
      /hồ sơ|sáng kiến|mô hình|cán bộ|cơ quan|thôn|khu dân cư|Mặt trận|UBND|phát động|biểu dương|nhân rộng|khen|cấp (tỉnh|huyện|xã)/i;
    holds(({ sections }) => {
      for (const { paragraphs, lists, tables } of sections) {
        expect(tables).toEqual([]);
        const items = (list: readonly ListItem[]): string[] =>
          list.flatMap((item) => [say(item.runs), ...items(item.items)]);
        const said = [
          ...paragraphs.map(say),
          ...lists.flatMap(({ lead, items: own }) => [say(lead), ...items(own)]),
        ];
        for (const text of said) expect(text).not.toMatch(foreign);
      }
    });
  });

  test("every statement has number, measure and period, and every figure is stated once", () => {
    holds(({ sections, figures }) => {
      const told = sections.flatMap(statements);
      const wholes = told.filter(({ around }) => !around.startsWith(" Trong số "));
      expect(new Set(told.map(({ id }) => id))).toEqual(new Set(figures.map(({ id }) => id)));
      expect(wholes).toHaveLength(figures.length);
      for (const { id, around } of told) {
        const figure = figures.find((each) => each.id === id);
        if (!figure) throw new Error(`${id} leads nowhere`);
        expect(around.toLowerCase()).toContain(describeWhen(figure));
        expect(around).toContain(figure.value === null ? "chưa có số liệu" : nameMeasure(figure.measure));
      }
    });
  });

  test("no figure that names a section ends among other figures, and a part never stands beside its whole", () => {
    holds(({ sections, figures }) => {
      const other = new Set(sections.filter(({ id }) => id === "other").flatMap(statedIn));
      for (const { id, section } of figures) if (section !== null) expect(other).not.toContain(id);
      for (const { lists } of sections)
        for (const { items } of lists) {
          const ids = new Map(
            items.flatMap(({ runs }) =>
              runs.flatMap((run) =>
                typeof run === "object" && "figure" in run ? [[run.figure, run] as const] : [],
              ),
            ),
          );
          const here = figures.filter(({ id }) => ids.has(id));
          const parts = here.filter(
            (part) =>
              part.partOf.length === 1 &&
              here.some(
                (whole) =>
                  whole.key === part.partOf[0] &&
                  describeWhen(whole) === describeWhen(part) &&
                  !reaches(whole.key, part.key, figures),
              ),
          );
          expect(parts.map(({ id }) => id)).toEqual([]);
        }
    });
  });
});

/** Whether a key is part of another over any number of steps. */
function reaches(from: string, to: string, figures: ReportModel["figures"]): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    for (const figure of figures) if (figure.key === key) open.push(...figure.partOf);
  }
  return [...seen].some((key) => key === to);
}
