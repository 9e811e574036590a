import type { Author } from "#core/initiatives/person.ts";

type Affiliated = Pick<Author, "affiliation" | "organisation" | "organisationName">;

/** "Tổ chức thành viên của Mặt trận: Hội Nông dân"; empty if unknown. `find` returns null for unknown keys. */
export function sayAffiliation(author: Affiliated, find: (key: string) => string | null): string {
  const { affiliation, organisation, organisationName } = author;
  if (!affiliation) return "";
  const which = organisationName || (organisation ? find(`memberOrganisation.${organisation}`) : null);
  const said = find(`affiliation.${affiliation}`) ?? "";
  return which ? `${said}: ${which}` : said;
}
