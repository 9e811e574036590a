import { overlaps, years } from "#core/base/period.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import {
  type CountedFigure,
  type EvaluatedYears,
  type Figure,
  figureOf,
  unplaced,
} from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import { isOverdue } from "#core/initiatives/dossier-count.ts";
import { openStates } from "#core/initiatives/lifecycle.ts";
import type { Warning } from "#core/report/model.ts";
import { findWarnings } from "#core/report/warnings/warnings.ts";
import type { FiguresView } from "../../../../functions/api/figures/views.ts";

export const boardYears = 3;

/** Values of a year and of the year before; null means unknown, not zero. */
export interface Pair {
  now: number | null;
  before: number | null;
}

export interface Board {
  year: number;
  years: number[];
  registered: Pair;
  open: Pair;
  recognised: Pair;
  /** Recognised this year, but now in another state (proposed above, or sent back). */
  recognisedElsewhere: number;
  rate: { now: Figure | null; before: Figure | null };
  overdue: Pair;
  figures: Figure[];
  counted: CountedFigure[];
  /** Shown years without finished evaluation. */
  unfinished: number[];
  warnings: Warning[];
}

export function evaluatedYears(campaigns: FiguresView["campaigns"]): EvaluatedYears {
  const evaluated = new Map<number, boolean>();
  for (const { year, evaluated: done } of campaigns)
    evaluated.set(year, (evaluated.get(year) ?? true) && done);
  return evaluated;
}

export function buildBoard(view: FiguresView): Board {
  const evaluated = evaluatedYears(view.campaigns);
  const year = view.to;
  const shown = Array.from({ length: boardYears }, (_, i) => year - boardYears + 1 + i);
  const period = years(year - boardYears + 1, year);
  const resolved = resolveFigures(view, period, evaluated);
  const figures = [...resolved, ...zerosOf(view, shown, resolved)];
  const valueIn = (key: string, of: number) => figureOf(figures, key, of)?.value ?? null;
  const rateOf = (of: number) =>
    resolveFigures(view, years(of, of), evaluated).find(
      ({ key, from, to }) => key === "recognitionRate" && from === String(of) && to === String(of),
    ) ?? null;
  const openOf = (of: number) => countOpen(view.counted, of, figures, rateOf(of) !== null);
  const overdueOf = (of: number) => (openOf(of) === null ? null : countOverdue(view.counted, of, view.today));
  const pair = (read: (of: number) => number | null): Pair => ({ now: read(year), before: read(year - 1) });
  return {
    year,
    years: shown,
    registered: pair((of) => valueIn("registered", of)),
    open: pair(openOf),
    recognised: pair((of) => valueIn("recognised", of)),
    rate: { now: rateOf(year), before: rateOf(year - 1) },
    recognisedElsewhere: countElsewhere(view.counted, year),
    overdue: pair(overdueOf),
    figures,
    counted: view.counted,
    unfinished: shown.filter((of) => valueIn("registered", of) !== null && rateOf(of) === null),
    // Leaves out unfinished years, which the chart already names.
    warnings: findWarnings(figures, period, evaluated).filter(({ code }) => code !== "rate.unfinishedYear"),
  };
}

export function isSuspect({ warnings }: Pick<Board, "warnings">, figure: Figure): boolean {
  return warnings.some(
    ({ figures, from, to }) =>
      figures.includes(figure.key) && String(from) === figure.from && String(to) === figure.to,
  );
}

/**
 * Dossiers of a year that still need action. Null if the system has no records of the year. Also null if registrations
 * are declared, the councils have not finished, and no dossier is open.
 */
function countOpen(
  counted: CountedFigure[],
  year: number,
  figures: Figure[],
  finished: boolean,
): number | null {
  const rows = counted.filter((row) => row.key === "state" && row.year === year);
  const open = rows
    .filter(({ dimension }) => openStates.some((state) => dimension === `state:${state}`))
    .reduce((sum, { value }) => sum + value, 0);
  const declared = figureOf(figures, "registered", year);
  const onPaper = declared !== undefined && declared.origin !== "records" && !finished;
  const isKnown = rows.length > 0 || declared?.origin === "records";
  return !isKnown || (open === 0 && onPaper) ? null : open;
}

/**
 * Adds zeros for uncounted figures in years with dossiers or a campaign. Years with declared figures stay unknown,
 * because dossiers may exist on paper only.
 */
function zerosOf(view: FiguresView, shown: readonly number[], figures: Figure[]): Figure[] {
  const keys = ["registered", "recognised"];
  const onSystem = (year: number) =>
    view.counted.some((row) => row.year === year && row.key === "state") ||
    (view.unit.validTo === null && view.campaigns.some((campaign) => campaign.year === year));
  const isDeclared = (year: number) =>
    view.declared.some(
      ({ key, from, to, withdrawn }) =>
        !withdrawn && keys.includes(key) && overlaps({ from, to }, years(year, year)),
    );
  return shown
    .filter((year) => onSystem(year) && !isDeclared(year))
    .flatMap((year) => keys.filter((key) => !figureOf(figures, key, year)).map((key) => zeroOf(key, year)));
}

const zeroOf = (key: string, year: number): Figure => ({
  key,
  label: definitionOf(key)?.label ?? key,
  ...years(year, year),
  value: 0,
  counted: 0,
  qualifier: null,
  measure: definitionOf(key)?.measure ?? "",
  origin: "records",
  partOf: definitionOf(key)?.partOf ?? [],
  ...unplaced,
  document: null,
});

function countElsewhere(counted: CountedFigure[], year: number): number {
  const numberAt = (key: string, dimension: string) =>
    counted.find((row) => row.key === key && row.dimension === dimension && row.year === year)?.value ?? 0;
  return Math.max(0, numberAt("recognised", "") - numberAt("state", "state:recognised"));
}

function countOverdue(counted: CountedFigure[], year: number, today: string): number {
  return counted
    .filter((row) => row.key === "open" && row.year === year && row.dimension.startsWith("due:"))
    .filter((row) => isOverdue(row.dimension.slice("due:".length), today))
    .reduce((sum, { value }) => sum + value, 0);
}
