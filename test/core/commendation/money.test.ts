import { describe, expect, test } from "vitest";
import { computeMoney, moneyTables } from "#core/commendation/money.ts";
import { baseSalaries } from "#core/commendation/tables/base-salaries.ts";
import { multiples } from "#core/commendation/tables/multiples.ts";
import { roundings } from "#core/commendation/tables/rounding.ts";

const praise = {
  line: "state",
  level: "commune",
  form: "praiseCertificate",
  recipientKind: "individual",
} as const;
const amountOn = (on: string, award: object = {}, tables = moneyTables) =>
  computeMoney({ ...praise, ...award }, on, tables).amount;

describe("a bonus is a multiple of the base salary of the decision's day", () => {
  test("rounded up to the next 10,000 đồng", () => {
    expect(amountOn("2026-06-30")).toBe(710_000);
    expect(amountOn("2026-07-01")).toBe(760_000);
    expect(computeMoney(praise, "2026-07-01")).toMatchObject({ multiple: 0.3, baseSalary: 2_530_000 });
  });

  test("as it is computed where no rule of rounding holds", () => {
    const tables = { ...moneyTables, roundings: [] };
    expect(amountOn("2026-06-30", {}, tables)).toBe(702_000);
    expect(amountOn("2026-07-01", {}, tables)).toBe(759_000);
    const until = { ...moneyTables, roundings: roundings.slice(0, 1) };
    expect(amountOn("2025-06-30", {}, until)).toBe(710_000);
    expect(amountOn("2025-07-01", {}, until)).toBe(702_000);
  });

  test("of titles, flags and collectives", () => {
    expect(amountOn("2025-08-01", { form: "emulationFighter", level: "nation" })).toBe(10_530_000);
    expect(amountOn("2025-08-01", { form: "emulationFighter", level: "unit" })).toBe(2_340_000);
    const collective = { recipientKind: "collective" };
    expect(amountOn("2025-08-01", { ...collective, form: "emulationFlag", level: "province" })).toBe(
      18_720_000,
    );
    expect(amountOn("2025-08-01", { ...collective, form: "meritCertificate", level: "province" })).toBe(
      7_020_000,
    );
    expect(computeMoney({ ...praise, ...collective } as typeof praise, "2025-08-01")).toMatchObject({
      amount: 1_410_000,
      confirmed: false,
    });
  });

  test("a new base salary from a day is one row of data", () => {
    const row = { from: "2027-07-01", to: null, amount: 2_800_000, source: "Nghị định mới" };
    const tables = { ...moneyTables, baseSalaries: [...baseSalaries, row] };
    expect(amountOn("2027-06-30", {}, tables)).toBe(760_000);
    expect(amountOn("2027-07-01", {}, tables)).toBe(840_000);
  });
});

describe("nothing is invented", () => {
  test("where a table, a multiple or the day is missing", () => {
    const gapOn = (on: string | null, award: object = {}) => computeMoney({ ...praise, ...award }, on).gap;
    expect(gapOn(null)).toBe("noDate");
    expect(gapOn("2023-12-31")).toBe("noMultiplesOnDate");
    expect(gapOn("2026-01-01", { recipientKind: "household" })).toBe("noMultiple");
    expect(gapOn("2026-01-01", { form: "commemorativeMedal", level: "province" })).toBe("noMultiple");
    expect(gapOn("2026-01-01", { line: "party" })).toBe("otherLine");
    const tables = { ...moneyTables, baseSalaries: [] };
    expect(computeMoney(praise, "2026-01-01", tables).gap).toBe("noBaseSalaryOnDate");
  });
});

test("every row names its source, and rows of one kind do not leave their order", () => {
  for (const rows of [baseSalaries, roundings, multiples])
    for (const { from, to, source } of rows) {
      expect(source).not.toBe("");
      expect(to === null || from <= to).toBe(true);
    }
});
