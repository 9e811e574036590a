import { hashValue } from "#core/base/canonical.ts";
import { overlaps, type Period, yearsOf } from "#core/base/period.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import { sortDecisions } from "./commendation-annexes.ts";
import { samePartBefore } from "./comparison.ts";
import { sortActivities, sortReplications } from "./entered-records.ts";
import { isReportedDimension } from "./figures.ts";
import type { ReportInput, StatedFigure, UnitBelow } from "./model.ts";

function by<T>(list: readonly T[], place: (item: T) => string): T[] {
  return list.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** Sorts rows and drops unused ones, so that hash and text do not depend on order or other years. */
export function sortInput(input: ReportInput): ReportInput {
  const declared = input.rows.declared.filter((figure) => overlaps(figure, input.period));
  const touched = new Set([input.period, ...declared].flatMap(yearsOf));
  const before = String((yearsOf(input.period)[0] ?? 0) - 1);
  const places = [{ from: before, to: before }, ...declared.map(samePartBefore)];
  const earlier = input.rows.declared.filter(
    ({ key, from, to }) =>
      definitionOf(key)?.additive && places.some((place) => place.from === from && place.to === to),
  );
  const counted = input.rows.counted.filter(
    (row) =>
      (row.dimension === "" && (touched.has(row.year) || String(row.year) === before)) ||
      (isReportedDimension(row) && touched.has(row.year)),
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
    decisions: sortDecisions(input.decisions),
    activities: sortActivities(input.activities, input.period),
    replications: sortReplications(input.replications, input.period),
    children: sortChildren(input.children, input.period),
  };
}

export function hashInput({ texts, signing, layout, padNumbers, ...input }: ReportInput): string {
  return hashValue({
    ...input,
    rows: statedRows(input),
    children: input.children.map((child) => ({ ...child, rows: statedRows(child) })),
    // Hashed one by one, because 100,000 initiatives as one text exceed the memory.
    recognised: input.recognised.map(hashValue),
    documents: citedDocuments(input),
  });
}

function citedDocuments({
  documents,
  rows,
  campaigns,
  recognised,
}: Omit<ReportInput, "texts" | "signing" | "layout" | "padNumbers">) {
  const first = [
    ...rows.declared.map(({ document }) => document),
    ...recognised.map(({ document }) => document),
    ...campaigns.flatMap(({ basis }) => basis),
  ];
  const ids = new Set(first.flatMap((id) => (id ? [id, ...(documents.get(id)?.cites ?? [])] : [])));
  return [...ids].sort().map((id) => documents.get(id) ?? id);
}

function statedRows({ rows }: Pick<ReportInput, "rows">) {
  const declared = rows.declared.map(({ version, declaredBy, withdrawn, ...stated }) => stated);
  return { ...rows, declared };
}

function sortChildren(children: UnitBelow[], period: Period): UnitBelow[] {
  const touched = yearsOf(period);
  return by(children, ({ unit }) => unit.id).map(({ rows, approved, ...child }) => ({
    ...child,
    rows: {
      declared: by(
        rows.declared.filter((figure) => overlaps(figure, period)),
        placeOf,
      ),
      counted: by(
        rows.counted.filter(
          (row) => (row.dimension === "" || isReportedDimension(row)) && touched.includes(row.year),
        ),
        ({ key, dimension, year }) => `${key}/${dimension}/${year}`,
      ),
    },
    approved: approved && by(approved, placeOf),
  }));
}

const placeOf = ({ key, from, to }: Pick<StatedFigure, "key" | "from" | "to">) => `${key}/${from}-${to}`;
