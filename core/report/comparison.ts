import { formatNumber } from "#core/base/format-vi.ts";
import { isWholeYears, overlaps, type Period, years, yearsOf } from "#core/base/period.ts";
import { definitionOf } from "#core/figures/catalogue.ts";
import { finishedYears } from "#core/figures/derivation.ts";
import { type Figure, figureOf } from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import type { ReportFigure, ReportInput } from "./model.ts";
import type { WriterContext } from "./section-content.ts";
import { formatQuantityOrNone, nameMeasure, periodOf, yearOf } from "./wording.ts";

/** Compares recognitions only between evaluated years; an unfinished year would look like a decrease. */
export function compareYears(
  input: ReportInput,
  figures: ReportFigure[],
  finished: number[],
): WriterContext["change"] {
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
    const change = other ? describeChange(figure, other) : "";
    if (!other || change === "") return "";
    if (change === "bằng") return `, bằng năm ${year - 1}`;
    return `, ${change} so với năm ${year - 1}${inside ? "" : ` (${formatQuantityOrNone(other)})`}`;
  };
}

function compareSamePart({ rows, period }: ReportInput, figure: ReportFigure): string {
  const { from, to } = samePartBefore(periodOf(figure));
  const other = rows.declared.find((row) => row.key === figure.key && row.from === from && row.to === to);
  const change = other && definitionOf(figure.key)?.additive ? describeChange(figure, other) : "";
  if (!other || change === "") return "";
  const told = overlaps(other, period) ? "" : ` (${formatQuantityOrNone(other)})`;
  return `, ${change === "bằng" ? "bằng" : `${change} so với`} cùng kỳ năm ${from.slice(0, 4)}${told}`;
}

/** Same days a year earlier. Empty bounds for whole years and for periods across years. */
export function samePartBefore(period: Period): Period {
  if (isWholeYears(period) || yearsOf(period).length !== 1) return { from: "", to: "" };
  const back = (bound: string) => `${Number(bound.slice(0, 4)) - 1}${bound.slice(4)}`;
  return { from: back(period.from), to: back(period.to) };
}

type Compared = Pick<Figure, "value" | "qualifier" | "measure">;

/**
 * Examples: "tăng 1 sáng kiến, 5,0%", "bằng". Empty if a value is unknown or inexact, or if measures differ. No
 * percentage if the earlier value is zero.
 */
export function describeChange(now: Compared, before: Compared): string {
  if (now.value === null || before.value === null || now.measure !== before.measure) return "";
  if (now.qualifier !== null || before.qualifier !== null) return "";
  const change = now.value - before.value;
  const amount = formatNumber(Math.abs(change));
  if (amount === "0") return "bằng";
  const tenths = before.value === 0 ? 0 : Math.round((Math.abs(change) / before.value) * 1_000);
  // One decimal; omits 0,0%.
  const share = tenths === 0 ? "" : `, ${formatNumber(Math.floor(tenths / 10))},${tenths % 10}%`;
  return `${change > 0 ? "tăng" : "giảm"} ${amount} ${nameMeasure(now.measure)}${share}`;
}
