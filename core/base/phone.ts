import * as v from "valibot";
import { cleanLine } from "./text.ts";

/** Dialled numbers (Thông tư 22/2014/TT-BTTTT, area codes of 2017, mobile prefixes of 2018; ITU-T E.129). */
const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;

type PhoneFault =
  | "contact.phone.invalid"
  | "contact.phone.mobile"
  | "contact.phone.landline"
  | "contact.phone.old";

/**
 * Converts a typed number to national form (`0912345678`), or "" if empty. Allows separators and the prefixes 0, +84,
 * 84, 0084, +84 (0).
 */
export function readPhone(typed: string): { phone: string } | { fault: PhoneFault } {
  const text = cleanLine(typed)
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\u2212.,/·]/gu, "");
  if (text === "") return { phone: "" };
  const digits = text.replace(/^\+?(?:00)?84\(?0\)?/, "+84").replace(/[()]/g, "");
  if (!/^\+?\d+$/.test(digits)) return { fault: "contact.phone.invalid" };
  const national = nationalOf(digits);
  if (national === null) return { fault: "contact.phone.invalid" };
  if (mobile.test(national) || landline.test(national)) return { phone: national };
  if (/^01\d{9}$/.test(national)) return { fault: "contact.phone.old" };
  if (/^0[35789]/.test(national)) return { fault: "contact.phone.mobile" };
  return { fault: /^02/.test(national) ? "contact.phone.landline" : "contact.phone.invalid" };
}

function nationalOf(digits: string): string | null {
  if (/^\+84|^0084/.test(digits)) return `0${digits.replace(/^\+84|^0084/, "")}`;
  if (/^0[1-9]/.test(digits)) return digits;
  return /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : null;
}

/** Restores the leading zero that a spreadsheet drops from a phone number. */
export function restoreLeadingZero(text: string): string {
  const mended = `0${text}`;
  return mobile.test(mended) || landline.test(mended) ? mended : text;
}

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
