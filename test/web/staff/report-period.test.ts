import fc from "fast-check";
import { expect, test } from "vitest";
import {
  chosenPeriod,
  type PeriodChoice,
  periodKinds,
} from "../../../web/src/staff/reports/period-choice.ts";

const day = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const year = fc.option(fc.integer({ min: 1800, max: 2300 }), { nil: null });
const choice: fc.Arbitrary<PeriodChoice> = fc.record({
  kind: fc.constantFrom(...periodKinds),
  year,
  toYear: year,
  from: fc.oneof(day, fc.constant("")),
  to: fc.oneof(day, fc.constant("")),
});

test("what is chosen is a period that does not end before it begins, or none", () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const period = chosenPeriod(chosen);
      if (period) expect(period.from <= period.to && period.from.length === period.to.length).toBe(true);
    }),
  );
});

test.each([
  ["year", { kind: "year", year: 2026 }, { from: "2026", to: "2026" }],
  ["years", { kind: "years", year: 2019, toYear: 2021 }, { from: "2019", to: "2021" }],
  ["years the wrong way round", { kind: "years", year: 2021, toYear: 2019 }, null],
  ["first half", { kind: "firstHalf", year: 2026 }, { from: "2026-01-01", to: "2026-06-30" }],
  ["second half", { kind: "secondHalf", year: 2026 }, { from: "2026-07-01", to: "2026-12-31" }],
  ["days", { kind: "days", from: "2026-03-15", to: "2026-09-20" }, { from: "2026-03-15", to: "2026-09-20" }],
  [
    "days of whole years",
    { kind: "days", from: "2025-01-01", to: "2026-12-31" },
    { from: "2025", to: "2026" },
  ],
  ["a day that does not exist", { kind: "days", from: "2026-02-30", to: "2026-09-20" }, null],
] as const)("%s", (_, chosen, period) => {
  expect(chosenPeriod({ year: null, toYear: null, from: "", to: "", ...chosen })).toEqual(period);
});
