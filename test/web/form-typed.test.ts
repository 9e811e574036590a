import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Application } from "../../functions/core/application.ts";
import { isDay } from "../../functions/core/text.ts";
import { writeDay } from "../../web/src/dates.ts";
import { emptyForm, readForm, typeForm } from "../../web/src/form/typed-form.ts";
import { divideShares, readTypedDay, readTypedShare, writeShare } from "../../web/src/form/typed-values.ts";
import { buildApplication, buildInitiative } from "../support/submissions.ts";

const days = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a day as typed", () => {
  test("comes back as it was written", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readTypedDay(writeDay(day))).toBe(day);
      }),
    );
  });

  test("is free in its marks, zeros and spaces", () => {
    const marks = fc.constantFrom("/", "-", ".", " ", " / ");
    fc.assert(
      fc.property(days, marks, (day, mark) => {
        const short = day.split("-").reverse().map(Number).join(mark);
        expect(readTypedDay(` ${short} `)).toBe(day);
      }),
    );
  });

  test("is a day only where the calendar has it", () => {
    const numbers = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 1900, max: 2100 }),
    );
    fc.assert(
      fc.property(numbers, ([day, month, year]) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
        expect(isDay(readTypedDay(`${day}/${month}/${year}`))).toBe(exists);
      }),
    );
  });

  test.each(["", "mai", "1/2/75", "2025", "12/2025", "1//2/2025x"])("%j stays what it is", (typed) => {
    expect(readTypedDay(typed)).toBe(typed);
    expect(isDay(readTypedDay(typed))).toBe(false);
  });

  test("may lack its marks", () => expect(readTypedDay("25121980")).toBe("1980-12-25"));
});

describe("a share as typed", () => {
  const shares = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);

  test("comes back as it was written, with a comma or a point, with or without the sign", () => {
    fc.assert(
      fc.property(shares, fc.constantFrom("", "%", " %"), (share, sign) => {
        expect(readTypedShare(writeShare(share) + sign)).toBe(share);
        expect(readTypedShare(String(share) + sign)).toBe(share);
      }),
    );
  });

  test.each(["", "một nửa", "-5", "1e1", "1,2,3", "Infinity"])("%j is none", (typed) => {
    expect(readTypedShare(typed)).toBeNull();
  });

  test("divided equally they make up 100 and differ by a hundredth at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
        const hundredths = divideShares(count).map((share) => Math.round(share * 100));
        expect(hundredths.reduce((sum, share) => sum + share, 0)).toBe(10_000);
        expect(Math.max(...hundredths) - Math.min(...hundredths)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("an application as typed", () => {
  test("says the same again, but for declaration and consent", () => {
    const { application, unit } = buildInitiative();
    const read = readForm(typeForm(application, unit), "");
    expect(read).toEqual({ ...application, declared: false, consent: "" } satisfies Record<
      keyof Application,
      unknown
    >);
  });

  test("a consent to another version is none", () => {
    const { consent } = buildApplication();
    expect(readForm({ ...emptyForm(), consented: consent }, consent).consent).toBe(consent);
    expect(readForm({ ...emptyForm(), consented: consent }, "dong-y-2").consent).toBe("");
  });

  test("an idea has no day of first use, whatever was typed before", () => {
    expect(readForm({ ...emptyForm(), kind: "idea", firstUsedOn: "01/01/2025" }, "").firstUsedOn).toBe("");
  });
});
