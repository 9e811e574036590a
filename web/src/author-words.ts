import type { Author } from "#core/initiatives/person.ts";

type Affiliated = Pick<Author, "affiliation" | "organisation" | "organisationName">;

/** Example: "Tổ chức thành viên của Mặt trận: Hội Nông dân". Empty if unknown. */
export function sayAffiliation(author: Affiliated, find: (key: string) => string | null): string {
  const { affiliation, organisation, organisationName } = author;
  if (!affiliation) return "";
  const which = organisationName || (organisation ? find(`memberOrganisation.${organisation}`) : null);
  const said = find(`affiliation.${affiliation}`) ?? "";
  return which ? `${said}: ${which}` : said;
}
