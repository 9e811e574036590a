import type { EvaluatedYears, Figure, FigureRows } from "./figure.ts";
import { resolveFigures } from "./figure-resolution.ts";
import type { Period } from "./period.ts";
import { breakDown } from "./report-breakdown.ts";
import { tellPartYears } from "./report-part-years.ts";

/** The figures that a report of this period states of a unit, from its rows: nothing of what is not known of a part of a year; then the parts. */
export function figuresFor(rows: FigureRows, period: Period, evaluated: EvaluatedYears): Figure[] {
  return breakDown(tellPartYears(resolveFigures(rows, period, evaluated), period), rows.counted);
}
