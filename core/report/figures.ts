import type { Period } from "#core/base/period.ts";
import type { EvaluatedYears, Figure, FigureRows } from "#core/figures/figure.ts";
import { resolveFigures } from "#core/figures/resolution.ts";
import { breakDown } from "./breakdown.ts";
import { tellPartYears } from "./part-years.ts";

/** The figures that a report of this period states of a unit, from its rows: nothing of what is not known of a part of a year; then the parts. */
export function figuresFor(rows: FigureRows, period: Period, evaluated: EvaluatedYears): Figure[] {
  return breakDown(tellPartYears(resolveFigures(rows, period, evaluated), period), rows.counted);
}
