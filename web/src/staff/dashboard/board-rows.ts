import { definitionOf } from "#core/figures/catalogue.ts";
import { type CountedFigure, type Figure, figureOf } from "#core/figures/figure.ts";
import { type State, statesInOrder } from "#core/initiatives/lifecycle.ts";
import type { FiguresView } from "../../../../functions/api/figures/views.ts";
import type { Board, Pair } from "../parts/board.ts";
import type { StaffWord } from "../words/vi/index.ts";

export interface Slice {
  name: string;
  value: number;
}

/** Example: `slicesOf(counted, "registered", "field", 2026)`. */
export function slicesOf(counted: CountedFigure[], key: string, dimension: string, year: number): Slice[] {
  const prefix = `${dimension}:`;
  return counted
    .filter((row) => row.key === key && row.year === year && row.dimension.startsWith(prefix))
    .map((row) => ({ name: row.dimension.slice(prefix.length), value: row.value }));
}

/** States in life-cycle order. */
export function funnelOf(counted: CountedFigure[], year: number): { state: State; value: number }[] {
  const slices = slicesOf(counted, "state", "state", year);
  return statesInOrder.flatMap((state) => {
    const value = slices.find(({ name }) => name === state)?.value;
    return value === undefined ? [] : [{ state, value }];
  });
}

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
      label: definitionOf(key)?.label ?? known?.label ?? key,
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
 * Latest year up to `view.to` with figures or a campaign; null if there is none. For an ended unit, campaigns do not
 * count, and the default is its last year.
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

/** Unit name inside a sentence: the kind of unit starts in lower case ("xã Diên Khánh"). */
export function withinSentence(name: string): string {
  return /^(Tỉnh|Thành phố|Huyện|Thị xã|Thị trấn|Quận|Xã|Phường|Đặc khu|Thôn|Tổ dân phố)\s/.test(name)
    ? name.charAt(0).toLocaleLowerCase("vi") + name.slice(1)
    : name;
}
