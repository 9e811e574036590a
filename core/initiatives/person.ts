import * as v from "valibot";
import { decimalNumber } from "#core/base/bounds.ts";
import { optionalAddress } from "#core/base/mail-address.ts";
import { optionalPhone } from "#core/base/phone.ts";
import { day, optionalLine, optionalProse, requiredLine } from "#core/base/text.ts";
import type { PersonalFields } from "./personal-fields.ts";

const personEntries = {
  fullName: requiredLine("person.fullName", 100),
  birthDate: day("person.birthDate"),
  workplace: requiredLine("person.workplace", 200),
  position: optionalLine("person.position", 100),
  qualification: optionalLine("person.qualification", 100),
};

export const Author = v.strictObject({
  ...personEntries,
  /** Per cent, at most two decimals. */
  share: decimalNumber("author.share.invalid", {
    min: 0.01,
    max: 100,
    decimals: 2,
    finer: "author.share.decimals",
    missing: "author.share.required",
  }),
});
export type Author = v.InferOutput<typeof Author>;

export const authorPrivacy = {
  fullName: { shownTo: ["readers", "coAuthors"], erased: "unlessRecognised" },
  birthDate: { shownTo: [], erased: "always" },
  workplace: { shownTo: ["readers", "coAuthors"], erased: "unlessRecognised" },
  position: { shownTo: ["readers"], erased: "unlessRecognised" },
  qualification: { shownTo: ["readers"], erased: "always" },
  share: { shownTo: ["readers", "coAuthors"], erased: "never" },
} as const satisfies PersonalFields<Author>;

export const Participant = v.strictObject({
  ...personEntries,
  birthDate: v.optional(v.union([v.literal(""), day("person.birthDate")], "person.birthDate.invalid"), ""),
  work: optionalProse("participant.work", 500),
});
export type Participant = v.InferOutput<typeof Participant>;

/** An erasure removes the whole list of participants. */
export const participantPrivacy = {
  fullName: { shownTo: ["readers"] },
  birthDate: { shownTo: [] },
  workplace: { shownTo: ["readers"] },
  position: { shownTo: ["readers"] },
  qualification: { shownTo: ["readers"] },
  work: { shownTo: ["readers"] },
} as const satisfies PersonalFields<Participant>;

export const Contact = v.pipe(
  v.strictObject({
    phone: optionalPhone,
    email: optionalAddress("contact.email"),
  }),
  v.forward(
    v.partialCheck(
      [["phone"], ["email"]],
      (contact) => Boolean(contact.phone || contact.email),
      "contact.required",
    ),
    ["phone"],
  ),
);
export type Contact = v.InferOutput<typeof Contact>;

export const contactPrivacy = {
  phone: { shownTo: [], erased: "always" },
  email: { shownTo: [], erased: "always" },
} as const satisfies PersonalFields<Contact>;

/** Sum in per cent, without binary rounding errors. */
export function sumShares(authors: { share: number }[]): number {
  return authors.reduce((sum, author) => sum + Math.round(author.share * 100), 0) / 100;
}
