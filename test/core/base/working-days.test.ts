import { CalendarVietnamese } from "date-chinese";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#core/base/calendar.ts";
import { holidayYears } from "#core/base/holidays.ts";
import {
  dayOffReason,
  holidayCertainty,
  noDaysOff,
  workingDayFrom,
  workingDaysBetween,
} from "#core/base/working-days.ts";

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const pad = (n: number) => String(n).padStart(2, "0");

/** A day of the Vietnamese lunar calendar, reckoned by sun and moon at UTC+7, by a library of its own. */
function lunarDay(year: number, month: number, day: number): string {
  const calendar = new CalendarVietnamese();
  calendar.fromJDE(calendar.newYear(year));
  const moment = new CalendarVietnamese(calendar.cycle, calendar.year, month, false, day);
  const { year: y, month: m, day: d } = moment.toGregorian();
  return `${y}-${pad(m)}-${pad(d)}`;
}

describe("the holidays", () => {
  it("are weekdays, in their year, and each stretch runs forward", () => {
    for (const { year, holidays, worked } of holidayYears) {
      for (const { from, to } of holidays) {
        expect(from <= to).toBe(true);
        expect([from.slice(0, 4), to.slice(0, 4)]).toEqual([String(year), String(year)]);
        expect([0, 6]).not.toContain(weekday(from));
        expect([0, 6]).not.toContain(weekday(to));
      }
      for (const day of worked) expect(weekday(day)).toBe(6);
    }
  });

  it.each(holidayYears.map(({ year }) => year))("of %i hold Tết and Giỗ Tổ by the moon", (year) => {
    const newYear = lunarDay(year, 1, 1);
    for (const day of [addDays(newYear, -1), newYear, addDays(newYear, 1), addDays(newYear, 2)])
      expect(dayOffReason(day), day).not.toBeNull();
    expect(holidayYears.find((each) => each.year === year)?.holidays).toContainEqual(
      expect.objectContaining({ name: "tet" }),
    );
    expect(dayOffReason(lunarDay(year, 3, 10))).not.toBeNull();
  });

  it.each(holidayYears.map(({ year }) => year))("of %i give as many weekdays as the law", (year) => {
    const { holidays = [] } = holidayYears.find((each) => each.year === year) ?? {};
    const count = new Map<string, number>();
    for (const { from, to, name } of holidays)
      for (let day = from; day <= to; day = addDays(day, 1))
        if (![0, 6].includes(weekday(day))) count.set(name, (count.get(name) ?? 0) + 1);
    const law: Record<string, number> = {
      newYear: 1,
      tet: 5,
      hungKings: 1,
      reunification: 1,
      labour: 1,
      nationalDay: year < 2021 ? 1 : 2,
      ...(year >= 2026 && { culture: 1 }),
    };
    count.delete("swap");
    expect(Object.fromEntries(count)).toEqual(law);
  });

  it("know Tết 2030 of Vietnam, a day before China's", () => {
    expect(lunarDay(2030, 1, 1)).toBe("2030-02-02");
    expect(dayOffReason("2030-02-01")).toBe("tet");
  });
});

describe("a term", () => {
  it("that ends in Tết ends on the first day worked after it", () => {
    expect(workingDayFrom("2026-02-14")).toBe("2026-02-23");
    expect(workingDayFrom("2026-02-13")).toBe("2026-02-13");
    expect(workingDayFrom("2025-04-30")).toBe("2025-05-05");
    expect(dayOffReason("2025-04-26")).toBeNull();
  });

  it("follows the campaign's own days before the announced ones", () => {
    const own = { off: [{ from: "2026-03-02", to: "2026-03-04", note: "bão" }], worked: ["2026-02-16"] };
    expect(workingDayFrom("2026-03-02", own)).toBe("2026-03-05");
    expect(workingDayFrom("2026-02-16", own)).toBe("2026-02-16");
  });

  it("ends on a day worked, never earlier, and no day worked lies between", () => {
    const day = fc.integer({ min: 0, max: 365 * 14 }).map((n) => addDays("2018-06-01", n));
    fc.assert(
      fc.property(day, (on) => {
        const end = workingDayFrom(on);
        expect(end >= on).toBe(true);
        expect(dayOffReason(end)).toBeNull();
        expect(workingDaysBetween(addDays(on, -1), end)).toBe(1);
      }),
    );
  });

  it("says how sure its holidays are", () => {
    expect(holidayCertainty("2026-02-17")).toBe("announced");
    expect(holidayCertainty("2026-11-24")).toBe("expected");
    expect(holidayCertainty("2028-02-01")).toBe("expected");
    expect(holidayCertainty("2050-02-01")).toBe("unknown");
  });

  it("does not run away where everything is off", () => {
    const own = { off: [{ from: "2026-01-01", to: "2027-12-31", note: "" }], worked: [] };
    expect(workingDayFrom("2026-05-05", own)).toBe("2026-05-05");
    expect(workingDaysBetween("2026-01-01", "2026-01-31", noDaysOff)).toBe(21);
  });
});
