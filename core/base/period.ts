import * as v from "valibot";
import { isDay, requiredOrInvalid } from "./text.ts";

/** An end of a period: a whole year `2019` or a day `2021-06-30`. Kept as text, so that periods sort by it. */
export const PeriodBound = v.pipe(
  v.string(requiredOrInvalid("period")),
  v.check((text) => /^[12]\d{3}$/.test(text) || isDay(text), requiredOrInvalid("period")),
  v.maxLength(10, "period.invalid"),
);

export interface Period {
  from: string;
  to: string;
}

/** The period of whole years from `from` to `to`. */
export function years(from: number, to: number): Period {
  return { from: String(from), to: String(to) };
}

/** The years that a period touches, in order. */
export function yearsOf({ from, to }: Period): number[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** True for a period of whole years, whose counts by campaign year may be summed. */
export function isWholeYears({ from, to }: Period): boolean {
  return from.length === 4 && to.length === 4;
}

/** True where two periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return firstDay(a.from) <= lastDay(b.to) && firstDay(b.from) <= lastDay(a.to);
}

/** True where every day of `inner` lies in `outer`. */
export function covers(outer: Period, inner: Period): boolean {
  return firstDay(outer.from) <= firstDay(inner.from) && lastDay(inner.to) <= lastDay(outer.to);
}

/** The first day that a bound means: 1 January of a whole year. */
export const firstDay = (bound: string) => (bound.length === 4 ? `${bound}-01-01` : bound);

/** The last day that a bound means: 31 December of a whole year. */
export const lastDay = (bound: string) => (bound.length === 4 ? `${bound}-12-31` : bound);

/** True for a period that ends before it begins, as somebody may have typed it. */
export function isReversed({ from, to }: Period): boolean {
  return firstDay(from) > lastDay(to);
}

/** A bound as the report's JSON gives it: a number for a year, a text for a day. */
export function boundValue(bound: string): number | string {
  return bound.length === 4 ? Number(bound) : bound;
}
