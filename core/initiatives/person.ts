import * as v from "valibot";
import { decimalNumber } from "#core/base/bounds.ts";
import { optionalAddress } from "#core/base/mail-address.ts";
import { optionalPhone } from "#core/base/phone.ts";
import {
  day,
  knownLine,
  optionalLine,
  optionalProse,
  requiredLine,
  requiredOrInvalid,
} from "#core/base/text.ts";
import { inFieldOrder } from "#core/base/validation.ts";
import { affiliations, authorKinds, isGroup } from "#core/units/affiliation.ts";
import { memberOrganisations } from "#core/units/member-organisation.ts";
import type { PersonalFields } from "./personal-fields.ts";

const personEntries = {
  fullName: requiredLine("person.fullName", 100),
  birthDate: v.optional(
    v.union([v.literal(""), day("person.birthDate")], requiredOrInvalid("person.birthDate")),
    "",
  ),
  workplace: requiredLine("person.workplace", 200),
  position: optionalLine("person.position", 100),
  qualification: optionalLine("person.qualification", 100),
};

const AuthorFields = v.strictObject({
  /** Undefined means an individual. */
  kind: v.optional(v.picklist(authorKinds, "author.kind.invalid")),
  ...personEntries,
  /** For a collective or household. */
  representative: knownLine("author.representative", 100),
  affiliation: v.optional(v.picklist(affiliations, "author.affiliation.invalid")),
  organisation: v.optional(v.picklist(memberOrganisations, "author.organisation.invalid")),
  /** Name if `organisation` is `other`. */
  organisationName: knownLine("author.organisationName", 100),
  /** Per cent, at most two decimals. */
  share: decimalNumber("author.share.invalid", {
    min: 0.01,
    max: 100,
    decimals: 2,
    finer: "author.share.decimals",
    missing: "author.share.required",
  }),
});

export const Author = inFieldOrder(
  v.pipe(
    AuthorFields,
    v.forward(
      v.partialCheck(
        [["kind"], ["birthDate"]],
        ({ kind, birthDate }) => isGroup({ kind }) || birthDate !== "",
        "person.birthDate.required",
      ),
      ["birthDate"],
    ),
    v.forward(
      v.partialCheck(
        [["kind"], ["birthDate"]],
        ({ kind, birthDate }) => !isGroup({ kind }) || birthDate === "",
        "author.birthDate.notForGroup",
      ),
      ["birthDate"],
    ),
    v.forward(
      v.partialCheck(
        [["kind"], ["representative"]],
        ({ kind, representative }) => !isGroup({ kind }) || Boolean(representative),
        "author.representative.required",
      ),
      ["representative"],
    ),
    v.forward(
      v.partialCheck(
        [["kind"], ["representative"]],
        ({ kind, representative }) => isGroup({ kind }) || !representative,
        "author.representative.notForPerson",
      ),
      ["representative"],
    ),
    v.forward(
      v.partialCheck(
        [["affiliation"], ["organisation"]],
        ({ affiliation, organisation }) => !organisation || affiliation === "memberOrganisation",
        "author.organisation.notMember",
      ),
      ["organisation"],
    ),
    v.forward(
      v.partialCheck(
        [["organisation"], ["organisationName"]],
        ({ organisation, organisationName }) => organisation !== "other" || Boolean(organisationName),
        "author.organisationName.required",
      ),
      ["organisationName"],
    ),
    v.forward(
      v.partialCheck(
        [["organisation"], ["organisationName"]],
        ({ organisation, organisationName }) => organisation === "other" || !organisationName,
        "author.organisationName.notOther",
      ),
      ["organisationName"],
    ),
  ),
);
export type Author = v.InferOutput<typeof Author>;

export const authorPrivacy = {
  kind: { shownTo: ["readers", "coAuthors"], erased: "never" },
  fullName: { shownTo: ["readers", "coAuthors"], erased: "unlessRecognised" },
  birthDate: { shownTo: [], erased: "always" },
  workplace: { shownTo: ["readers", "coAuthors"], erased: "unlessRecognised" },
  position: { shownTo: ["readers"], erased: "unlessRecognised" },
  qualification: { shownTo: ["readers"], erased: "always" },
  representative: { shownTo: ["readers", "coAuthors"], erased: "unlessRecognised" },
  affiliation: { shownTo: ["readers", "coAuthors"], erased: "never" },
  organisation: { shownTo: ["readers", "coAuthors"], erased: "never" },
  organisationName: { shownTo: ["readers", "coAuthors"], erased: "unlessRecognised" },
  share: { shownTo: ["readers", "coAuthors"], erased: "never" },
} as const satisfies PersonalFields<Author>;

export const Participant = v.strictObject({
  ...personEntries,
  birthDate: v.optional(v.union([v.literal(""), day("person.birthDate")], "person.birthDate.invalid"), ""),
  work: optionalProse("participant.work", 500),
});
export type Participant = v.InferOutput<typeof Participant>;

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

export function sumShares(authors: { share: number }[]): number {
  return authors.reduce((sum, author) => sum + Math.round(author.share * 100), 0) / 100;
}
