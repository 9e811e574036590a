import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Author } from "#core/initiatives/person.ts";
import type { CommendationDecision } from "./decision.ts";
import type { AwardFormKey, AwardLevel } from "./forms.ts";
import type { LineForm } from "./line.ts";

export const usualForm = (level: AwardLevel): AwardFormKey =>
  level === "province" || level === "nation" ? "meritCertificate" : "praiseCertificate";

type Award = Pick<CommendationDecision, "level" | "year">;

const emptyLine = ({ level, year }: Award): Omit<LineForm, "recipientKind" | "name" | "achievement"> => ({
  birthYear: null,
  sex: null,
  position: "",
  workplace: "",
  leader: false,
  system: "unknown",
  form: usualForm(level),
  from: String(year),
  to: String(year),
  initiative: null,
  model: null,
  money: null,
  note: "",
});

/** One line per named author. `authors` holds only fields that the viewer may see. */
export function linesFromInitiative(
  {
    id,
    year,
    application: { title },
  }: Pick<FormInitiative, "id" | "year"> & {
    application: Pick<FormInitiative["application"], "title">;
  },
  authors: readonly Pick<
    Author,
    "kind" | "fullName" | "birthDate" | "workplace" | "position" | "affiliation"
  >[],
  award: Award,
): LineForm[] {
  return authors
    .filter(({ fullName }) => fullName !== "")
    .map(({ kind, fullName, birthDate, workplace, position, affiliation }) => ({
      ...emptyLine({ ...award, year }),
      recipientKind: kind ?? "individual",
      name: fullName,
      birthYear: birthDate === "" ? null : Number(birthDate.slice(0, 4)),
      position,
      workplace,
      system: affiliation ?? "unknown",
      achievement: `Tác giả sáng kiến “${title}”`,
      initiative: id,
    }));
}

export const lineFromModel = (
  { id, name, area }: { id: string; name: string; area: string },
  award: Award,
): LineForm => ({
  ...emptyLine(award),
  recipientKind: "residentialArea",
  name: (area || name).slice(0, 200),
  achievement: `Mô hình “${name}”`,
  model: id,
});
