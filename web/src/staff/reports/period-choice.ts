import type { Period } from "#core/base/period.ts";
import { isDay } from "#core/base/text.ts";

export const periodKinds = ["year", "years", "firstHalf", "secondHalf", "days"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Years as numbers, days as YYYY-MM-DD. Only the fields of the chosen `kind` count. */
export interface PeriodChoice {
  kind: PeriodKind;
  year: number | null;
  toYear: number | null;
  from: string;
  to: string;
}

/** Null if incomplete. Days from 1 January to 31 December become years, so that two reports cannot cover the same days. */
export function chosenPeriod({ kind, year, toYear, from, to }: PeriodChoice): Period | null {
  if (kind === "days") {
    if (!isDay(from) || !isDay(to) || from > to) return null;
    const whole = from.endsWith("-01-01") && to.endsWith("-12-31");
    return whole ? { from: from.slice(0, 4), to: to.slice(0, 4) } : { from, to };
  }
  if (year === null || !/^(19|20|21)\d{2}$/.test(String(year))) return null;
  if (kind === "firstHalf") return { from: `${year}-01-01`, to: `${year}-06-30` };
  if (kind === "secondHalf") return { from: `${year}-07-01`, to: `${year}-12-31` };
  if (kind === "year") return { from: String(year), to: String(year) };
  if (toYear === null || !/^(19|20|21)\d{2}$/.test(String(toYear)) || toYear < year) return null;
  return { from: String(year), to: String(toYear) };
}
