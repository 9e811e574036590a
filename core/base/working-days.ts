import * as v from "valibot";
import { boundedArray } from "./bounds.ts";
import { addDays } from "./calendar.ts";
import { type HolidayName, holidayYears } from "./holidays.ts";
import { day, isDay, optionalLine } from "./text.ts";

const isShortRange = ({ from, to }: { from: string; to: string }) =>
  !isDay(from) || !isDay(to) || (from <= to && to <= addDays(from, 31));

export const DaysOff = v.strictObject({
  off: boundedArray(
    v.pipe(
      v.strictObject({
        from: day("daysOff.day"),
        to: day("daysOff.day"),
        note: optionalLine("daysOff.note", 120),
      }),
      v.forward(
        v.check((range) => isShortRange(range), "daysOff.range"),
        ["to"],
      ),
    ),
    { max: 60, many: "daysOff.tooMany" },
  ),
  worked: boundedArray(day("daysOff.day"), { max: 60, many: "daysOff.tooMany" }),
});
export type DaysOff = v.InferOutput<typeof DaysOff>;

export const noDaysOff: DaysOff = { off: [], worked: [] };

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

export function dayOffReason(on: string, own: DaysOff = noDaysOff): DayOffReason | null {
  if (own.worked.includes(on)) return null;
  if (own.off.some(({ from, to }) => from <= on && on <= to)) return "own";
  const holiday = announced.get(on);
  if (holiday) return holiday;
  if (worked.has(on)) return null;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? "weekend" : null;
}

/** A deadline on a day off moves to the next working day (Bộ luật Dân sự 2015, điều 148 khoản 5). */
export function workingDayFrom(on: string, own: DaysOff = noDaysOff): string {
  let next = on;
  // Returns `on` if 62 days contain no working day, because such input is wrong.
  for (let tries = 0; tries < 62; tries++) {
    if (dayOffReason(next, own) === null) return next;
    next = addDays(next, 1);
  }
  return on;
}

export function workingDaysBetween(from: string, to: string, own: DaysOff = noDaysOff): number {
  let count = 0;
  let next = from;
  for (let tries = 0; next < to && tries < 3_660; tries++) {
    next = addDays(next, 1);
    if (dayOffReason(next, own) === null) count++;
  }
  return count;
}

/** Latest day that lies more than `count` working days before today. */
export function latestDayOverdueBy(today: string, count: number): string {
  let day = today;
  for (let worked = 0; worked <= count; day = addDays(day, -1)) if (dayOffReason(day) === null) worked++;
  return day;
}

export function holidayCertainty(on: string): "announced" | "expected" | "unknown" {
  const year = Number(on.slice(0, 4));
  if (!knownYears.has(year)) return "unknown";
  return expectedYears.has(year) || announced.get(on) === "culture" ? "expected" : "announced";
}
