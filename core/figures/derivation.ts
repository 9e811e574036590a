import { isWholeYears, type Period, years, yearsOf } from "#core/base/period.ts";
import { definitionOf } from "./catalogue.ts";
import { type EvaluatedYears, type Figure, figureOf, unplaced } from "./figure.ts";

/** Derives totals over several whole years if every year is known in one measure and the total is not declared. */
export function deriveTotals(figures: Figure[], period: Period): Figure[] {
  if (!isWholeYears(period) || period.from === period.to) return [];
  const keys = [...new Set(figures.map(({ key }) => key))].filter((key) => definitionOf(key)?.additive);
  return keys.flatMap((key) => {
    if (
      figures.some((figure) => figure.key === key && figure.from === period.from && figure.to === period.to)
    )
      return [];
    const parts = yearsOf(period).map((year) => figureOf(figures, key, year));
    const values = parts.flatMap((part) => (part?.value == null ? [] : [part.value]));
    const first = parts.find((part) => part !== undefined);
    if (!first || values.length < parts.length) return [];
    if (parts.some((part) => part?.measure !== first.measure)) return [];
    return [
      {
        ...first,
        ...period,
        label: definitionOf(key)?.label ?? key,
        value: values.reduce((sum, value) => sum + value, 0),
        counted: null,
        qualifier: qualifierOfSum(parts.flatMap((part) => part?.qualifier ?? [])),
        origin: "derived" as const,
        partOf: definitionOf(key)?.partOf ?? [],
        document: null,
      },
    ];
  });
}

function qualifierOfSum(words: NonNullable<Figure["qualifier"]>[]): Figure["qualifier"] {
  const [first = null] = words;
  return words.every((word) => word === first) ? first : "about";
}

export function finishedYears(figures: Figure[], period: Period, evaluated: EvaluatedYears) {
  return yearsOf(period).flatMap((year) => {
    const recognised = figureOf(figures, "recognised", year);
    const registered = figureOf(figures, "registered", year);
    if (recognised?.value == null || !registered?.value) return [];
    const finished = evaluated.get(year) ?? recognised.origin !== "records";
    return finished ? [{ year, recognised, registered }] : [];
  });
}

type FinishedYear = ReturnType<typeof finishedYears>[number];

/** Groups consecutive years, so that no rate covers a year that is left out. */
function groupRuns(finished: FinishedYear[]): FinishedYear[][] {
  const runs: FinishedYear[][] = [];
  for (const year of finished) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === year.year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs;
}

/**
 * Recognised ÷ registered, one rate for each run of evaluated years. Years without an evaluation do not enter the
 * denominator.
 */
export function deriveRates(figures: Figure[], period: Period, evaluated: EvaluatedYears): Figure[] {
  return groupRuns(finishedYears(figures, period, evaluated)).flatMap((run) => deriveRate(figures, run));
}

function deriveRate(figures: Figure[], run: FinishedYear[]): Figure[] {
  const definition = definitionOf("recognitionRate");
  const [first] = run;
  const last = run.at(-1);
  if (!definition || !first || !last) return [];
  const period = years(first.year, last.year);
  const isDeclared = figures.some(
    ({ key, from, to }) => key === "recognitionRate" && from === period.from && to === period.to,
  );
  if (isDeclared) return [];
  const numerator = run.reduce((sum, { recognised }) => sum + (recognised.value ?? 0), 0);
  const denominator = run.reduce((sum, { registered }) => sum + (registered.value ?? 0), 0);
  const exact = run.every(
    ({ recognised, registered }) => recognised.qualifier === null && registered.qualifier === null,
  );
  return [
    {
      key: "recognitionRate",
      label: definition.label,
      measure: definition.measure,
      partOf: definition.partOf,
      ...unplaced,
      ...period,
      value: numerator / denominator,
      counted: null,
      qualifier: exact ? null : "about",
      origin: "derived",
      document: null,
      numerator,
      denominator,
    },
  ];
}
