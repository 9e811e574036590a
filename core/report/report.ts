import { hashValue } from "#core/base/canonical.ts";
import { boundValue, isWholeYears, overlaps, type Period, years, yearsOf } from "#core/base/period.ts";
import { finishedYears } from "#core/figures/derivation.ts";
import { catalogue, type EvaluatedYears, figureOf } from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import { writeSections } from "#core/report/sections/sections.ts";
import { findOverlappingPeriods } from "#core/report/warnings/overlaps.ts";
import { findWarnings } from "#core/report/warnings/warnings.ts";
import { listAnnexes } from "./annexes.ts";
import { findWarningsBelow, sortChildren } from "./below.ts";
import { isTold } from "./breakdown.ts";
import { sayChange } from "./comparison.ts";
import type { Desk } from "./draft.ts";
import { figuresFor } from "./figures.ts";
import type { ReportFigure, ReportInput, ReportModel } from "./model.ts";
import { sourcesOf } from "./sources.ts";
import { describePeriod, formatQuantityOrNone, nameInSentence, periodOf, yearOf } from "./wording.ts";

/** Pure, and independent of the order of the input. */
export function buildReport(given: ReportInput): ReportModel {
  const input = sortInput(given);
  const { unit, superior, period, rows, campaigns } = input;
  const evaluated = evaluatedYears(input);
  const resolved = figuresFor(rows, period, evaluated);
  const figures = resolved.map((figure): ReportFigure => {
    const { key, label, from, to, value, counted, qualifier, measure, origin, partOf } = figure;
    const declared = rows.declared.find((row) => row.key === key && row.from === from && row.to === to);
    return {
      id: `${key}/${from}-${to}`,
      key,
      label,
      from: boundValue(from),
      to: boundValue(to),
      value,
      counted,
      qualifier,
      measure,
      origin,
      sources: sourcesOf(figure, resolved, input),
      partOf,
      note: declared?.note ?? "",
      ...(figure.numerator === undefined ? {} : { numerator: figure.numerator }),
      ...(figure.denominator === undefined ? {} : { denominator: figure.denominator }),
    };
  });
  const finished = finishedYears(resolved, period, evaluated).map(({ year }) => year);
  const open = yearsOf(period).filter(
    (year) => figureOf(resolved, "registered", year) && !finished.includes(year),
  );
  return {
    unit: { id: unit.id, name: unit.name, level: unit.level, code: unit.code, system: unit.system },
    superior: superior && {
      id: superior.id,
      name: superior.name,
      level: superior.level,
      system: superior.system,
    },
    period: { from: boundValue(period.from), to: boundValue(period.to) },
    title: `Kết quả phong trào thi đua “Đoàn kết sáng tạo” ${describePeriod(period)} của ${nameInSentence(unit)}`,
    layout: input.layout,
    demo: campaigns.some(({ demo }) => demo),
    dataHash: hashData(input),
    figures,
    warnings: [
      ...findWarnings(resolved, period, evaluated),
      ...findOverlappingPeriods(resolved),
      ...findWarningsBelow(input, evaluated),
    ],
    sections: writeSections({
      input,
      figures,
      finished,
      open,
      change: compareYears(input, figures, finished),
    }),
    annexes: listAnnexes(input, figures, evaluated),
  };
}

/** A year is evaluated if all its campaigns are. Years without a campaign are missing. */
function evaluatedYears({ campaigns }: ReportInput): EvaluatedYears {
  const years = new Map<number, boolean>();
  for (const { year, evaluatedOn } of campaigns)
    years.set(year, (years.get(year) ?? true) && evaluatedOn !== null);
  return years;
}

/** Recognitions are compared only between evaluated years; an unfinished year would seem to fall. */
function compareYears(input: ReportInput, figures: ReportFigure[], finished: number[]): Desk["change"] {
  const [first = 0] = yearsOf(input.period);
  const before = years(first - 1, first - 1);
  const evaluated = new Map(input.evaluatedBefore === null ? [] : [[first - 1, input.evaluatedBefore]]);
  const earlier = resolveFigures(input.rows, before, evaluated);
  const comparable = new Set([
    ...finished,
    ...finishedYears(earlier, before, evaluated).map(({ year }) => year),
  ]);
  return (figure) => {
    const year = yearOf(figure);
    if (year === null) return compareSamePart(input, figure);
    if (figure.key === "recognised" && !(comparable.has(year) && comparable.has(year - 1))) return "";
    const inside = figures.find((each) => each.key === figure.key && yearOf(each) === year - 1);
    const outside = year === first ? figureOf(earlier, figure.key, year - 1) : undefined;
    const other = inside ?? outside;
    const change = other ? sayChange(figure, other) : "";
    if (!other || change === "") return "";
    if (change === "bằng") return `, bằng năm ${year - 1}`;
    return `, ${change} so với năm ${year - 1}${inside ? "" : ` (${formatQuantityOrNone(other)})`}`;
  };
}

/** Declarations of the same days a year earlier. */
function compareSamePart({ rows, period }: ReportInput, figure: ReportFigure): string {
  const { from, to } = samePartBefore(periodOf(figure));
  const other = rows.declared.find((row) => row.key === figure.key && row.from === from && row.to === to);
  const change = other && catalogue[figure.key]?.additive ? sayChange(figure, other) : "";
  if (!other || change === "") return "";
  const told = overlaps(other, period) ? "" : ` (${formatQuantityOrNone(other)})`;
  return `, ${change === "bằng" ? "bằng" : `${change} so với`} cùng kỳ năm ${from.slice(0, 4)}${told}`;
}

/** Empty for whole years and longer periods. */
function samePartBefore(period: Period): Period {
  if (isWholeYears(period) || yearsOf(period).length !== 1) return { from: "", to: "" };
  const back = (bound: string) => `${Number(bound.slice(0, 4)) - 1}${bound.slice(4)}`;
  return { from: back(period.from), to: back(period.to) };
}

/** Sorts, and drops rows outside the period, so that hash and text depend on neither the store nor other years. */
function sortInput(input: ReportInput): ReportInput {
  const by = <T>(list: readonly T[], place: (item: T) => string): T[] =>
    list.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
  const declared = input.rows.declared.filter((figure) => overlaps(figure, input.period));
  const touched = new Set([input.period, ...declared].flatMap(yearsOf));
  const before = String((yearsOf(input.period)[0] ?? 0) - 1);
  const places = [{ from: before, to: before }, ...declared.map(samePartBefore)];
  const earlier = input.rows.declared.filter(
    ({ key, from, to }) =>
      catalogue[key]?.additive && places.some((place) => place.from === from && place.to === to),
  );
  const counted = input.rows.counted.filter(
    (row) =>
      (row.dimension === "" && (touched.has(row.year) || String(row.year) === before)) ||
      (isTold(row) && touched.has(row.year)),
  );
  return {
    ...input,
    rows: {
      declared: by(
        [...declared, ...earlier.filter((row) => !declared.includes(row))],
        ({ key, from, to }) => `${key}#${from}#${to}`,
      ),
      counted: by(counted, ({ key, dimension, year }) => `${key}#${dimension}#${year}`),
    },
    campaigns: by(input.campaigns, ({ year, id }) => `${year}#${id}`),
    recognised: by(input.recognised, ({ summary }) => `${summary.year}#${summary.id}`),
    children: sortChildren(input.children, input.period),
  };
}

/** Without texts and layout. */
function hashData({ texts, layout, ...input }: ReportInput): string {
  return hashValue({
    ...input,
    rows: saidRows(input),
    children: input.children.map((child) => ({ ...child, rows: saidRows(child) })),
    // Hashed one by one: 100,000 initiatives as one text exceed the memory.
    recognised: input.recognised.map(hashValue),
    documents: citedDocuments(input),
  });
}

function citedDocuments({ documents, rows, campaigns, recognised }: Omit<ReportInput, "texts" | "layout">) {
  const first = [
    ...rows.declared.map(({ document }) => document),
    ...recognised.map(({ document }) => document),
    ...campaigns.flatMap(({ basis }) => basis),
  ];
  const ids = new Set(first.flatMap((id) => (id ? [id, ...(documents.get(id)?.cites ?? [])] : [])));
  return [...ids].sort().map((id) => documents.get(id) ?? id);
}

/** Statements without their author and version. */
function saidRows({ rows }: Pick<ReportInput, "rows">) {
  const declared = rows.declared.map(({ version, declaredBy, withdrawn, ...said }) => said);
  return { ...rows, declared };
}
