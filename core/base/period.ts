import * as v from "valibot";
import { isDay, requiredOrInvalid } from "./text.ts";

/** A year `2019` or a day `2021-06-30`, as sortable text. */
export const PeriodBound = v.pipe(
  v.string(requiredOrInvalid("period")),
  v.check((text) => /^[12]\d{3}$/.test(text) || isDay(text), requiredOrInvalid("period")),
  v.maxLength(10, "period.invalid"),
);

export interface Period {
  from: string;
  to: string;
}

export function years(from: number, to: number): Period {
  return { from: String(from), to: String(to) };
}

export function yearsOf({ from, to }: Period): number[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

export function isWholeYears({ from, to }: Period): boolean {
  return from.length === 4 && to.length === 4;
}

export function overlaps(a: Period, b: Period): boolean {
  return firstDay(a.from) <= lastDay(b.to) && firstDay(b.from) <= lastDay(a.to);
}

export function covers(outer: Period, inner: Period): boolean {
  return firstDay(outer.from) <= firstDay(inner.from) && lastDay(inner.to) <= lastDay(outer.to);
}

export const firstDay = (bound: string) => (bound.length === 4 ? `${bound}-01-01` : bound);

export const lastDay = (bound: string) => (bound.length === 4 ? `${bound}-12-31` : bound);

export function isReversed({ from, to }: Period): boolean {
  return firstDay(from) > lastDay(to);
}

export function boundValue(bound: string): number | string {
  return bound.length === 4 ? Number(bound) : bound;
}
