import { overlaps, years } from "#core/base/period.ts";
import {
  type CountedFigure,
  catalogue,
  type EvaluatedYears,
  type Figure,
  figureOf,
} from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import { isOverdue } from "#core/initiatives/dossier-count.ts";
import { openStates, type State, states } from "#core/initiatives/lifecycle.ts";
import type { Warning } from "#core/report/model.ts";
import { findWarnings } from "#core/report/warnings/warnings.ts";
import type { FiguresView } from "../../../../functions/api/figures/views.ts";
import type { StaffWord } from "../words/vi/index.ts";

/** Years side by side on a dashboard. */
export const boardYears = 3;

/** Values of a year and the year before; null is unknown, not zero. */
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
  /** Shown years whose evaluation is not finished. */
  unfinished: number[];
  /** Suspicious figures; nothing is changed because of them. */
  warnings: Warning[];
}

/** Years whose councils have finished. With several campaigns in a year, all must have. */
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
    // The chart already names unfinished years.
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
 * Dossiers of a year that still need action. Null if the system has no records of the year, or if its registrations are only
 * declared and its councils have not finished: open dossiers may then exist on paper.
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
 * Known zeros: a year with dossiers or a campaign on the system has registered and recognised exactly the counted number, even zero.
 * Years that the unit declares itself may exist on paper only, so they stay unknown.
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
  label: catalogue[key]?.label ?? key,
  ...years(year, year),
  value: 0,
  counted: 0,
  qualifier: null,
  measure: catalogue[key]?.measure ?? "",
  origin: "records",
  partOf: catalogue[key]?.partOf ?? [],
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

export interface Slice {
  name: string;
  value: number;
}

/** E.g. `slicesOf(counted, "registered", "field", 2026)`. */
export function slicesOf(counted: CountedFigure[], key: string, dimension: string, year: number): Slice[] {
  const prefix = `${dimension}:`;
  return counted
    .filter((row) => row.key === key && row.year === year && row.dimension.startsWith(prefix))
    .map((row) => ({ name: row.dimension.slice(prefix.length), value: row.value }));
}

/** Dossiers of a year by state, in life-cycle order. */
export function funnelOf(counted: CountedFigure[], year: number): { state: State; value: number }[] {
  const slices = slicesOf(counted, "state", "state", year);
  const order: State[] = [...states].sort((a, b) => lifeOrder.indexOf(a) - lifeOrder.indexOf(b));
  return order.flatMap((state) => {
    const value = slices.find(({ name }) => name === state)?.value;
    return value === undefined ? [] : [{ state, value }];
  });
}

const lifeOrder: readonly State[] = [
  "registered",
  "accepted",
  "reported",
  "returned",
  "proposed",
  "inCouncil",
  "toComplete",
  "recognised",
  "notRecognised",
  "refused",
  "withdrawn",
  "revoked",
];

export interface YearRow {
  key: string;
  label: string;
  measure: string;
  cells: (Figure | null)[];
}

export function yearRows(board: Pick<Board, "figures" | "years">): YearRow[] {
  const single = board.figures.filter(({ from, to }) => from === to && from.length === 4);
  const keys = [...new Set(single.map(({ key }) => key))].filter((key) => key !== "recognitionRate");
  return keys.map((key) => {
    const cells = board.years.map((year) => figureOf(single, key, year) ?? null);
    const known = cells.find((cell) => cell !== null);
    return {
      key,
      label: catalogue[key]?.label ?? known?.label ?? key,
      measure: known?.measure ?? "",
      cells,
    };
  });
}

export function periodRows(board: Pick<Board, "figures">): Figure[] {
  return board.figures.filter(({ from, to }) => from !== to || from.length !== 4);
}

export function describeTrend({
  registered,
  recognised,
}: Pick<Board, "registered" | "recognised">): StaffWord | null {
  const a = changeOf(registered);
  const b = changeOf(recognised);
  if (a === null && b === null) return null;
  if (a !== null && b !== null) {
    if (a < 0 && b > 0) return "board.trend.moreFromLess";
    if (a > 0 && b < 0) return "board.trend.lessFromMore";
    if (a > 0 && b > 0) return "board.trend.bothUp";
    if (a < 0 && b < 0) return "board.trend.bothDown";
    if (a === 0 && b === 0) return "board.trend.same";
  }
  if (a !== null && a !== 0) return a > 0 ? "board.trend.registeredUp" : "board.trend.registeredDown";
  if (b !== null && b !== 0) return b > 0 ? "board.trend.recognisedUp" : "board.trend.recognisedDown";
  return null;
}

const changeOf = ({ now, before }: Pair) => (now === null || before === null ? null : now - before);

/**
 * Latest year up to `view.to` with known figures, for the dashboard to open on. For an existing unit a campaign without figures
 * counts too. Null if there is none.
 */
export function latestKnownYear(
  view: Pick<FiguresView, "unit" | "declared" | "counted" | "campaigns" | "to">,
): number | null {
  const { validTo } = view.unit;
  const last = Math.min(view.to, validTo === null ? view.to : Number(validTo.slice(0, 4)));
  const latest = (found: number[]) => {
    const known = found.filter((year) => year <= last);
    return known.length > 0 ? Math.max(...known) : null;
  };
  const counted = view.counted.filter(({ value }) => value !== 0).map(({ year }) => year);
  const declared = view.declared.map(({ to }) => Number(to.slice(0, 4)));
  const campaigns = view.campaigns.map(({ year }) => year);
  if (validTo === null) return latest([...counted, ...declared, ...campaigns]);
  return latest([...counted, ...declared]) ?? last;
}

/** Unit name inside a sentence: the kind is not a proper noun and starts in lower case ("xã Diên Khánh"). */
export function withinSentence(name: string): string {
  return /^(Tỉnh|Thành phố|Huyện|Thị xã|Thị trấn|Quận|Xã|Phường|Đặc khu|Thôn|Tổ dân phố)\s/.test(name)
    ? name.charAt(0).toLocaleLowerCase("vi") + name.slice(1)
    : name;
}
