import * as v from "valibot";
import { cleanLine } from "./text.ts";

/**
 * Telephone numbers of Viet Nam as they are dialled there: mobile ones have ten digits behind 03, 05, 07, 08 and 09, landlines eleven behind
 * 02 (Quy hoạch kho số viễn thông, Thông tư 22/2014/TT-BTTTT, with the area codes of 2017 and the mobile prefixes of 2018; ITU-T E.129).
 */
const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;

type PhoneFault =
  | "contact.phone.invalid"
  | "contact.phone.mobile"
  | "contact.phone.landline"
  | "contact.phone.old";

/**
 * A telephone number as it is kept, `0912345678` or `02583822123`, from what was typed: with blanks, dashes, dots and brackets anywhere, and
 * with 0, +84, 84, 0084 or +84 (0) in front. "" where nothing was typed; else the fault that it has.
 */
export function readPhone(typed: string): { phone: string } | { fault: PhoneFault } {
  const text = cleanLine(typed)
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\u2212.,/·]/gu, "");
  if (text === "") return { phone: "" };
  // The trunk zero that some write behind the code of the country is in no number.
  const digits = text.replace(/^\+?(?:00)?84\(?0\)?/, "+84").replace(/[()]/g, "");
  if (!/^\+?\d+$/.test(digits)) return { fault: "contact.phone.invalid" };
  const national = nationalOf(digits);
  if (national === null) return { fault: "contact.phone.invalid" };
  if (mobile.test(national) || landline.test(national)) return { phone: national };
  if (/^01\d{9}$/.test(national)) return { fault: "contact.phone.old" };
  if (/^0[35789]/.test(national)) return { fault: "contact.phone.mobile" };
  return { fault: /^02/.test(national) ? "contact.phone.landline" : "contact.phone.invalid" };
}

/** The number with its trunk zero; null where it is of another country, or lacks both zero and country. */
function nationalOf(digits: string): string | null {
  if (/^\+84|^0084/.test(digits)) return `0${digits.replace(/^\+84|^0084/, "")}`;
  if (/^0[1-9]/.test(digits)) return digits;
  return /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : null;
}

/** A number that a spreadsheet took for a quantity, which costs it its leading zero: `2583822123`. Anything else as it was. */
export function restoreLeadingZero(text: string): string {
  const mended = `0${text}`;
  return mobile.test(mended) || landline.test(mended) ? mended : text;
}

/** A telephone number that may be left empty. */
export const optionalPhone = v.optional(
  v.pipe(
    v.string("contact.phone.invalid"),
    v.maxLength(60, "contact.phone.invalid"),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readPhone(dataset.value);
      if ("phone" in read) return read.phone;
      addIssue({ message: read.fault });
      return NEVER;
    }),
  ),
  "",
);
