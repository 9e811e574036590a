import { isWholeYears, overlaps, yearsOf } from "#core/base/period.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import { type CountedFigure, type DeclaredFigure, unplaced } from "#core/figures/figure.ts";
import { figureSections, sectionOf } from "#core/figures/section.ts";
import { writeDay } from "../../dates.ts";

/** Report sections; `own` for figures without one. */
export const groups = [...figureSections, "own"] as const;
export type Group = (typeof groups)[number];

export const groupOf = (figure: DeclaredFigure, all: readonly DeclaredFigure[]): Group =>
  sectionOf(figure, all) ?? "own";

/** Counted value for a figure's period; null if years cannot be added or nothing was counted. */
export function countedBeside(figure: DeclaredFigure, counted: readonly CountedFigure[]): number | null {
  if (!definitionOf(figure.key)?.additive || !isWholeYears(figure)) return null;
  const years = yearsOf(figure);
  const rows = counted.filter((row) => row.key === figure.key && years.includes(row.year));
  return rows.length > 0 ? rows.reduce((sum, row) => sum + row.value, 0) : null;
}

/** Period as text, e.g. 2019, 2016–2020, 01/01/2021–30/06/2021. */
export function writePeriod({ from, to }: { from: string; to: string }): string {
  const write = (bound: string) => (bound.length === 4 ? bound : writeDay(bound));
  return from === to ? write(from) : `${write(from)}–${write(to)}`;
}

const unplacedLast = Number.MAX_SAFE_INTEGER;

export interface Filter {
  year: number | null;
  group: Group | null;
  withdrawn: boolean;
}

export function filterDeclared(declared: readonly DeclaredFigure[], filter: Filter): DeclaredFigure[] {
  const year = String(filter.year);
  return declared
    .filter(
      (figure) =>
        (filter.withdrawn || !figure.withdrawn) &&
        (filter.group === null || groupOf(figure, declared) === filter.group) &&
        (filter.year === null || overlaps(figure, { from: year, to: year })),
    )
    .toSorted(
      (a, b) =>
        groups.indexOf(groupOf(a, declared)) - groups.indexOf(groupOf(b, declared)) ||
        (a.place ?? unplacedLast) - (b.place ?? unplacedLast) ||
        a.label.localeCompare(b.label, "vi") ||
        (a.to < b.to ? 1 : -1),
    );
}

export function formFor(figure: DeclaredFigure | null, year: number): DeclaredForm {
  if (!figure)
    return {
      key: "launch.organisations",
      from: String(year),
      to: String(year),
      value: null,
      qualifier: null,
      measure: definitionOf("launch.organisations")?.measure ?? "",
      label: definitionOf("launch.organisations")?.label ?? "",
      partOf: [],
      ...unplaced,
      document: null,
      note: "",
      why: "",
      withdrawn: false,
    };
  const { key, from, to, value, qualifier, measure, label, partOf, document, note, withdrawn } = figure;
  const { kind, section, place, sentence } = figure;
  return {
    key,
    from,
    to,
    value,
    qualifier,
    measure,
    label,
    partOf: [...partOf],
    kind,
    section,
    place,
    sentence,
    document,
    note,
    why: "",
    withdrawn,
  };
}
