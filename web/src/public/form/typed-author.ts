import type { Author } from "#core/initiatives/person.ts";
import { isGroup } from "#core/units/affiliation.ts";
import { writeDay } from "../../dates.ts";
import type { TypedAuthor } from "./typed-form.ts";
import { readTypedDay, readTypedShare, writeShare } from "./typed-values.ts";

export const typeAuthor = (author: Author): TypedAuthor => ({
  ...author,
  kind: author.kind ?? "",
  representative: author.representative ?? "",
  affiliation: author.affiliation ?? "",
  organisation: author.organisation ?? "",
  organisationName: author.organisationName ?? "",
  birthDate: writeDay(author.birthDate),
  share: writeShare(author.share),
});

/** Leaves out answers that the form does not ask of this author. Not validated. */
export function readAuthor(typed: TypedAuthor): Record<string, unknown> {
  const { kind, fullName, birthDate, workplace, position, qualification, ...rest } = typed;
  const { representative, affiliation, organisation, organisationName, share } = rest;
  const isMember = affiliation === "memberOrganisation";
  const given = {
    kind: kind === "individual" ? "" : kind,
    representative: isGroup(typed) ? representative : "",
    affiliation,
    organisation: isMember ? organisation : "",
    organisationName: isMember && organisation === "other" ? organisationName : "",
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, text]) => Boolean(text))),
    fullName,
    birthDate: isGroup(typed) ? "" : readTypedDay(birthDate),
    workplace,
    position: isGroup(typed) ? "" : position,
    qualification: isGroup(typed) ? "" : qualification,
    share: readTypedShare(share),
  };
}
