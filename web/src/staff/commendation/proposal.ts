import type { CommendationDecision, CommendationForm } from "#core/commendation/decision.ts";
import { awardLevels } from "#core/commendation/forms.ts";
import type { Level, System } from "#core/units/unit.ts";

/** Form as typed; `level` and `year` may be empty. */
export type TypedProposal = Omit<CommendationForm, "level" | "year"> & { level: string; year: number | null };

const movement = "Phong trào thi đua “Đoàn kết sáng tạo”";

const lineOf: Readonly<Record<System, CommendationForm["line"]>> = {
  front: "front",
  member: "organisation",
  government: "state",
  other: "organisation",
};

export function emptyProposal(
  unit: { name: string; level: Level; system: System } | undefined,
  year: number,
): TypedProposal {
  return {
    year,
    issuer: unit?.name ?? "",
    level: awardLevels.find((level) => level === unit?.level) ?? "",
    line: lineOf[unit?.system ?? "government"],
    basis: "thematic",
    occasion: movement,
    subject: "",
    articles: "",
    document: null,
    budget: null,
  };
}

export function formOf(decision: CommendationDecision): TypedProposal {
  const { year, issuer, level, line, basis, occasion, subject, articles, document, budget } = decision;
  return { year, issuer, level, line, basis, occasion, subject, articles, document, budget };
}
