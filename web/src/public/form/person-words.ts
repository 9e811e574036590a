import type { Author, Participant } from "#core/initiatives/person.ts";
import type { Text, Word } from "../../language.tsx";
import type { TypedAuthor } from "./typed-form.ts";

const personWords = {
  fullName: "form.fullName",
  birthDate: "form.birthDate",
  workplace: "form.workplace",
  position: "form.position",
  qualification: "form.qualification",
} as const satisfies Record<keyof Author & keyof Participant, Word>;

/** Labels in reading order. */
export const authorWords: Record<keyof Author, Word> = {
  fullName: "form.fullName",
  kind: "form.authorKind",
  representative: "form.representative",
  birthDate: "form.birthDate",
  workplace: "form.workplace",
  affiliation: "form.affiliation",
  organisation: "form.organisation",
  organisationName: "form.organisationName",
  position: "form.position",
  qualification: "form.qualification",
  share: "form.share",
};

export const participantWords: Record<keyof Participant, Word> = { ...personWords, work: "form.work" };

export const sayChoices = (author: TypedAuthor, { find }: Pick<Text, "find">): TypedAuthor => ({
  ...author,
  kind: find(`authorKind.${author.kind}`) ?? "",
  affiliation: find(`affiliation.${author.affiliation}`) ?? "",
  organisation:
    author.organisation === "other" ? "" : (find(`memberOrganisation.${author.organisation}`) ?? ""),
});
