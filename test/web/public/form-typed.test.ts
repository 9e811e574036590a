import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, isDay } from "#core/base/text.ts";
import type { Application } from "#core/initiatives/application.ts";
import { writeDay } from "../../../web/src/dates.ts";
import { checkForm } from "../../../web/src/public/form/form-rules.ts";
import { readForm, typeForm } from "../../../web/src/public/form/typed-application.ts";
import {
  emptyAuthor,
  emptyForm,
  emptyParticipant,
  type TypedForm,
} from "../../../web/src/public/form/typed-form.ts";
import {
  divideShares,
  readTypedDay,
  readTypedShare,
  writeShare,
} from "../../../web/src/public/form/typed-values.ts";
import { buildApplication, buildInitiative } from "../../support/submissions.ts";

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

describe("the answers shown before they are sent", () => {
  const { application, unit } = buildInitiative();
  const { consent } = application;
  /** Texts as people type and paste them, right ones and wrong ones. */
  const texts = fc.oneof(
    fc.constantFrom(
      "Tủ sách".normalize("NFD"),
      "  Ðặng Thị  Hoa ",
      "Một\u2028hai\r\nba",
      "x\u200By\uF0B7",
      "",
      " ",
    ),
    fc.constantFrom("محمد\u202E علي", "8.33%", "a".repeat(400)),
    fc.string({ unit: "grapheme", maxLength: 30 }),
  );
  const shares = fc.constantFrom("100", "8.33%", "91,67 %", "50", "+50", "một nửa", "33,333", "");
  const typedDays = fc.constantFrom(
    "1/2/1975",
    "31.12.1980",
    "25121980",
    "31/11/1980",
    "1980",
    "",
    "2/9/2960",
  );
  const phones = fc.constantFrom("+84 (0) 912-345-678", "84912345678", "0912.345.678", "0912", "");
  const person = {
    fullName: texts,
    birthDate: typedDays,
    workplace: texts,
    position: texts,
    qualification: texts,
  };
  const choices = {
    kind: fc.constantFrom("", "collective", "household"),
    representative: texts,
    affiliation: fc.constantFrom("", "front", "memberOrganisation"),
    organisation: fc.constantFrom("", "women", "other"),
    organisationName: texts,
  };
  const forms: fc.Arbitrary<TypedForm> = fc.record({
    kind: fc.constantFrom("" as const, "solution" as const, "idea" as const),
    authors: fc.array(fc.record({ ...person, ...choices, share: shares }), { minLength: 1, maxLength: 3 }),
    phone: phones,
    email: fc.constantFrom("", " Hoa@Example.VN ", "hoa@"),
    title: texts,
    unit: fc.constant(unit),
    unitTyped: fc.constant(""),
    campaign: fc.constantFrom("", "khanh-hoa-2026"),
    field: fc.constantFrom("", "education"),
    investor: texts,
    firstUsedOn: typedDays,
    substance: texts,
    confidential: texts,
    conditions: texts,
    benefitsByAuthor: texts,
    benefitsByUsers: texts,
    participants: fc.array(fc.record({ ...person, work: texts }), { maxLength: 2 }),
    attachments: fc.constant([]),
    declared: fc.constant(true),
    consented: fc.constant(consent),
    publishName: fc.constantFrom("", "ten-1"),
  });
  const seen = (text: unknown) => (typeof text === "string" && cleanLine(text) === "" ? "" : text);
  const check = (form: TypedForm) => checkForm(form, consent, [unit], "2026-11-20");
  /** Each text of a form by its pointer, and a list of these pointers. */
  const leaves = (value: unknown, at = ""): [string, unknown][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, each]) => leaves(each, `${at}/${key}`))
      : [[at.replace("/contact", ""), value]];

  test("are what is sent, and what the rules cannot read as it was typed", () => {
    let sentOnes = 0;
    const whole = { ...typeForm(application, unit), declared: true, consented: consent };
    const messy = fc.record({
      title: fc.constantFrom(" Ðường  sạch\u200B ", "Tủ sách".normalize("NFD")),
      phone: fc.constantFrom("+84 (0) 912-345-678", "84912345678"),
      authors: fc.constantFrom(["8.33%", "91.67"], ["50 %", "50,00"], ["100"]).map((given) =>
        given.map((share) => ({
          ...{
            ...emptyAuthor(),
            birthDate: "1.2.1975",
            fullName: "  Lê\u00A0Ðức  Anh",
            workplace: "Xã\tA",
            share,
          },
        })),
      ),
      participants: fc.array(
        fc.constant({ ...emptyParticipant(), fullName: "Bà Ba", workplace: "\u2800Xã B " }),
        { maxLength: 1 },
      ),
      substance: fc.constantFrom("Một\u2028hai", "\uF0B7 Ý một\r\n\uF0B7 Ý hai "),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          forms,
          messy.map((given) => ({ ...whole, ...given })),
        ),
        (form) => {
          const { application: sent, errors, sent: shown } = check(form);
          if (sent) {
            sentOnes++;
            const { declared, consent: _, authors, participants, contact, firstUsedOn, ...texts } = sent;
            expect(shown).toMatchObject({ ...texts, ...contact, firstUsedOn: writeDay(firstUsedOn) });
            for (const [i, { share, birthDate, ...said }] of authors.entries())
              expect(shown.authors[i]).toEqual({
                ...emptyAuthor(),
                ...said,
                birthDate: writeDay(birthDate),
                share: writeShare(share),
              });
            for (const [i, { birthDate, ...said }] of participants.entries())
              expect(shown.participants[i]).toEqual({ ...said, birthDate: writeDay(birthDate) });
          }
          const typed = new Map(leaves(form));
          const unread = new Set(
            errors
              .filter(({ code }) => !/implausible|future|^benefits/.test(code))
              .map(({ pointer }) => pointer.replace("/contact", "")),
          );
          // Whatever has no fault reads as what is sent when it is typed as it is shown.
          const again = new Map(leaves(check(shown).sent));
          for (const [pointer, text] of leaves(shown)) {
            expect(again.get(pointer), pointer).toBe(text);
            if (unread.has(pointer)) expect(text, pointer).toBe(seen(typed.get(pointer)));
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(sentOnes).toBeGreaterThan(50);
  });

  test.each([
    ["authors.0.share", "8.33%", "8,33"],
    ["authors.0.birthDate", "1.2.1975", "01/02/1975"],
    ["authors.0.birthDate", "31/11/1980", "31/11/1980"],
    ["authors.0.fullName", " Ðặng  Thị\u200B Hoa", "Đặng Thị Hoa"],
    ["phone", "+84 (0) 912-345-678", "0912345678"],
    ["phone", "không có", "không có"],
    ["substance", "Một\u2028hai", "Một\nhai"],
  ])("%s typed as %j is shown as %j", (place, typed, wanted) => {
    const form = { ...typeForm(application, unit), declared: true, consented: consent };
    const keys = place.split(".");
    const last = keys.pop() as string;
    type Branch = Record<string, unknown>;
    const branchOf = (of: object) =>
      keys.reduce((branch, key) => branch[key] as Branch, of as unknown as Branch);
    branchOf(form)[last] = typed;
    expect(branchOf(check(form).sent)[last]).toBe(wanted);
  });
});
