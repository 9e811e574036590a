import * as v from "valibot";
import { boundedArray } from "./bounds.ts";
import { addDays } from "./calendar.ts";
import { type HolidayName, holidayYears } from "./holidays.ts";
import { day, isDay, optionalLine } from "./text.ts";

/** From a day to one within a month of it. Also asked where one is no day: that is told by its own rule. */
const isStretch = ({ from, to }: { from: string; to: string }) =>
  !isDay(from) || !isDay(to) || (from <= to && to <= addDays(from, 31));

/** Days off and days worked of one campaign's own, over what the State announced: a local holiday, an office closed by a storm, a swap. */
export const DaysOff = v.strictObject({
  off: boundedArray(
    v.pipe(
      v.strictObject({
        from: day("daysOff.day"),
        to: day("daysOff.day"),
        note: optionalLine("daysOff.note", 120),
      }),
      v.forward(
        v.check((stretch) => isStretch(stretch), "daysOff.range"),
        ["to"],
      ),
    ),
    { max: 60, many: "daysOff.tooMany" },
  ),
  /** Days worked although they would be off; they come before what is off. */
  worked: boundedArray(day("daysOff.day"), { max: 60, many: "daysOff.tooMany" }),
});
export type DaysOff = v.InferOutput<typeof DaysOff>;

/** Nothing but what the State announced. */
export const noDaysOff: DaysOff = { off: [], worked: [] };

/** Why nobody works on a day: the weekend, a public holiday by name, or the campaign's own. */
export type DayOffReason = "weekend" | HolidayName | "own";

const announced = new Map<string, HolidayName>();
const worked = new Set<string>();
for (const { holidays, worked: saturdays } of holidayYears) {
  for (const { from, to, name } of holidays)
    for (let each = from; each <= to; each = addDays(each, 1)) announced.set(each, name);
  for (const each of saturdays) worked.add(each);
}
const expectedYears = new Set(holidayYears.filter(({ expected }) => expected).map(({ year }) => year));
const knownYears = new Set(holidayYears.map(({ year }) => year));

/** Why `on` (YYYY-MM-DD) is off, or null where it is worked. Own days win over announced ones. */
export function dayOffReason(on: string, own: DaysOff = noDaysOff): DayOffReason | null {
  if (own.worked.includes(on)) return null;
  if (own.off.some(({ from, to }) => from <= on && on <= to)) return "own";
  const holiday = announced.get(on);
  if (holiday) return holiday;
  if (worked.has(on)) return null;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? "weekend" : null;
}

/**
 * The day itself where it is worked, else the next one that is. A term that ends on a weekend or a holiday ends with the next working day
 * (Bộ luật Dân sự 2015, điều 148 khoản 5).
 */
export function workingDayFrom(on: string, own: DaysOff = noDaysOff): string {
  let next = on;
  // Two months of nothing but days off are a slip in the campaign's own days: the law's day stands.
  for (let tries = 0; tries < 62; tries++) {
    if (dayOffReason(next, own) === null) return next;
    next = addDays(next, 1);
  }
  return on;
}

/** How many days are worked after `from` up to and including `to`; 0 where `to` is not later. At most ten years are counted. */
export function workingDaysBetween(from: string, to: string, own: DaysOff = noDaysOff): number {
  let count = 0;
  let next = from;
  for (let tries = 0; next < to && tries < 3_660; tries++) {
    next = addDays(next, 1);
    if (dayOffReason(next, own) === null) count++;
  }
  return count;
}

/** The latest day from which more than `count` days have been worked until `today`, that one included. */
export function latestDayOverdueBy(today: string, count: number): string {
  let day = today;
  for (let worked = 0; worked <= count; day = addDays(day, -1)) if (dayOffReason(day) === null) worked++;
  return day;
}

/** How sure the holidays of a day's year are: announced, expected by law and lunar calendar, or unknown to this version. */
export function holidayCertainty(on: string): "announced" | "expected" | "unknown" {
  const year = Number(on.slice(0, 4));
  if (!knownYears.has(year)) return "unknown";
  // Ngày Văn hóa has been decided in principle; that it is off in 2026 was not announced when this was written.
  return expectedYears.has(year) || announced.get(on) === "culture" ? "expected" : "announced";
}
