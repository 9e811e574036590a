import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayOf, daysBetween } from "#core/base/calendar.ts";
import { boundValue, isWholeYears, overlaps, years, yearsOf } from "#core/base/period.ts";

const days = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2200-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the day in Vietnam", () => {
  test.each([
    ["2026-12-31T16:59:59.999Z", "2026-12-31"],
    ["2026-12-31T17:00:00.000Z", "2027-01-01"],
    ["2026-06-15T00:00:00.000Z", "2026-06-15"],
    ["2026-06-15T02:00:00+07:00", "2026-06-15"],
    ["2024-02-28T17:00:00Z", "2024-02-29"],
  ])("of %s is %s: midnight there is 17:00 in UTC", (instant, day) => expect(dayOf(instant)).toBe(day));

  test("is what the time zone's own data say, at every instant since 1976", () => {
    const inVietnam = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
    const instants = fc.date({
      min: new Date("1976-01-01"),
      max: new Date("2200-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayOf(instant.toISOString())).toBe(inVietnam.format(instant));
      }),
    );
  });

  test("begins at its own midnight, every day", () => {
    fc.assert(
      fc.property(days, (day) => {
        fc.pre(day > "1976");
        expect(dayOf(`${day}T00:00:00+07:00`)).toBe(day);
        expect(dayOf(`${day}T23:59:59.999+07:00`)).toBe(day);
      }),
    );
  });
});

describe("a term in months", () => {
  test.each([
    ["2026-01-15", 1, "2026-02-15"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-08-31", 1, "2026-09-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-31", 12, "2027-12-31"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2024-02-29", -12 * 110, "1914-02-28"],
  ])("from %s, %i months, ends on %s", (day, count, end) => expect(addMonths(day, count)).toBe(end));

  test("ends in the month it should, on the same date or the month's last", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (day, count) => {
        const end = addMonths(day, count);
        const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(month(end)).toBe(month(day) + count);
        if (end.slice(8) !== day.slice(8)) expect(addDays(end, 1).slice(8)).toBe("01");
      }),
    );
  });
});

test("days are added and counted alike, over leap days and years", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  fc.assert(
    fc.property(days, fc.integer({ min: -50_000, max: 50_000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});

describe("periods", () => {
  test("overlap where they share a day", () => {
    expect(overlaps(years(2016, 2020), years(2019, 2021))).toBe(true);
    expect(overlaps(years(2016, 2018), years(2019, 2021))).toBe(false);
    expect(overlaps({ from: "2021-06-30", to: "2021-12-01" }, years(2021, 2021))).toBe(true);
    expect(overlaps({ from: "2021-06-30", to: "2021-12-01" }, { from: "2021-12-02", to: "2022" })).toBe(
      false,
    );
  });

  test("touch years, and are told as numbers where they are whole years", () => {
    expect(yearsOf({ from: "2019-11-01", to: "2021" })).toEqual([2019, 2020, 2021]);
    expect(isWholeYears({ from: "2019", to: "2021-06-30" })).toBe(false);
    expect([boundValue("2019"), boundValue("2021-06-30")]).toEqual([2019, "2021-06-30"]);
  });
});
