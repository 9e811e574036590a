import { isWholeYears, type Period, years, yearsOf } from "#core/base/period.ts";
import { definitionOf, isCatalogued } from "./catalogue.ts";
import { type EvaluatedYears, type Figure, figureOf, unplaced } from "./figure.ts";

/** Derives totals over several whole years if every year is known in one measure and the total is not declared. */
export function deriveTotals(figures: Figure[], period: Period): Figure[] {
  if (!isWholeYears(period) || period.from === period.to) return [];
  const keys = [...new Set(figures.map(({ key }) => key))].filter((key) => {
    const definition = definitionOf(key);
    return definition?.additive && definition.kind === "flow";
  });
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
    const label = labelOfSum(parts.flatMap((part) => part ?? []));
    if (label === null) return [];
    return [
      {
        ...first,
        ...period,
        label,
        value: values.reduce((sum, value) => sum + value, 0),
        counted: null,
        qualifier: qualifierOfSum(parts.flatMap((part) => part?.qualifier ?? [])),
        origin: "derived" as const,
        partOf: definitionOf(key)?.partOf ?? [],
        sentence: "",
        document: null,
      },
    ];
  });
}

/** Catalogue label, or the label that all years share; null if labels differ. */
function labelOfSum([first, ...others]: Figure[]): string | null {
  if (!first) return null;
  if ([first, ...others].every(isCatalogued)) return definitionOf(first.key)?.label ?? first.label;
  return others.every(({ label }) => label === first.label) ? first.label : null;
}

export function qualifierOfSum(words: NonNullable<Figure["qualifier"]>[]): Figure["qualifier"] {
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

/** Groups consecutive years, so that no rate covers an unfinished year. */
function groupRuns(finished: FinishedYear[]): FinishedYear[][] {
  const runs: FinishedYear[][] = [];
  for (const year of finished) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === year.year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs;
}

/** Recognised ÷ registered, one rate per run of finished years. */
export function deriveRates(figures: Figure[], period: Period, evaluated: EvaluatedYears): Figure[] {
  return groupRuns(finishedYears(figures, period, evaluated)).flatMap((run) => deriveRate(figures, run));
}

/** True if both figures have the catalogue's measures and `findSharedWhole` finds nothing. */
function areComparable(recognised: Figure, registered: Figure, figures: Figure[]): boolean {
  if ([recognised, registered].some(({ key, measure }) => definitionOf(key)?.measure !== measure))
    return false;
  return findSharedWhole(recognised, figures) === undefined;
}

/** Finds a declared number of initiatives in the registered dossiers, such as 31 initiatives in 18 dossiers. */
export function findSharedWhole(recognised: Figure, figures: Figure[]): Figure | undefined {
  return figures.find(
    ({ key, partOf, measure, from, to }) =>
      key !== recognised.key &&
      definitionOf(key) === null &&
      partOf.includes("registered") &&
      measure === recognised.measure &&
      from === recognised.from &&
      to === recognised.to,
  );
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
  if (!run.every(({ recognised, registered }) => areComparable(recognised, registered, figures))) return [];
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
