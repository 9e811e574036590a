import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPhone, restoreLeadingZero } from "#core/base/phone.ts";

const digits = (n: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: n, maxLength: n });
const numbers = fc.oneof(
  fc.tuple(fc.constantFrom("03", "05", "07", "08", "09"), digits(8)).map((parts) => parts.join("")),
  digits(9).map((rest) => `02${rest}`),
);
/** How people and programs write a number. */
const ways: [string, (phone: string) => string][] = [
  ["as it is", (phone) => phone],
  ["in groups", (phone) => phone.replace(/(\d{4})(\d{3})/, "$1 $2 ")],
  ["with dots", (phone) => phone.replace(/(\d{4})(\d{3})/, "$1.$2.")],
  ["with dashes that do not break", (phone) => phone.replace(/(\d{4})(\d{3})/, "$1\u2011$2\u2011")],
  ["in brackets", (phone) => phone.replace(/^(\d{4})/, "($1) ")],
  ["with +84", (phone) => `+84 ${phone.slice(1)}`],
  ["with 84", (phone) => `84${phone.slice(1)}`],
  ["with 0084", (phone) => `0084 ${phone.slice(1)}`],
  ["with +84 (0)", (phone) => `+84 (0) ${phone.slice(1)}`],
  ["with (+84)", (phone) => `(+84) ${phone.slice(1)}`],
  [
    "in full width",
    (phone) => [...phone].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(""),
  ],
  ["with invisible characters", (phone) => `\u202A${phone.slice(0, 4)}\u200B${phone.slice(4)}\u202C`],
  ["with blanks of Unicode", (phone) => `\u00A0${phone.slice(0, 4)}\u2009${phone.slice(4)}`],
];

describe("a telephone number", () => {
  test.each(ways)("is kept in one form, written %s", (_, write) => {
    fc.assert(
      fc.property(numbers, (phone) => {
        expect(readPhone(write(phone))).toEqual({ phone });
      }),
    );
  });

  test.each([
    ["09123456789", "contact.phone.mobile"],
    ["091234567", "contact.phone.mobile"],
    ["+84 9123456789", "contact.phone.mobile"],
    ["0168 123 4567", "contact.phone.old"],
    ["0258 3822 12", "contact.phone.landline"],
    ["0258 3822 1234", "contact.phone.landline"],
    ["912345678", "contact.phone.invalid"],
    ["0412345678", "contact.phone.invalid"],
    ["+1 202 555 0123", "contact.phone.invalid"],
    ["0912 345 67a", "contact.phone.invalid"],
    ["+", "contact.phone.invalid"],
  ])("%s is refused with what is wrong", (typed, fault) => expect(readPhone(typed)).toEqual({ fault }));

  test.each(["", " ", "\u200B", "-"])("%j is none", (typed) =>
    expect(readPhone(typed)).toEqual({ phone: "" }),
  );

  test("that a spreadsheet took for a quantity gets its zero back, and nothing else does", () => {
    expect(restoreLeadingZero("912345678")).toBe("0912345678");
    expect(restoreLeadingZero("2583822123")).toBe("02583822123");
    for (const other of ["0912345678", "84912345678", "12345", "", "không có"])
      expect(restoreLeadingZero(other)).toBe(other);
  });
});
