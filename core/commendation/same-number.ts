import { lookupTable } from "#core/base/lookup.ts";
import type { FieldError } from "#core/base/problems.ts";
import { toPlainWords } from "#core/base/search-key.ts";
import type { CommendationDecision, IssueForm } from "./decision.ts";

/** Usual abbreviations of bodies, without marks. */
const shortForms = lookupTable({
  ubnd: "uy ban nhan dan",
  hdnd: "hoi dong nhan dan",
  mttq: "mat tran to quoc",
  ubmttq: "uy ban mat tran to quoc",
  vn: "viet nam",
});

/** Returns the number without marks, case and signs, as a search key. */
export const foldNumber = (number: string): string => toPlainWords(number.replace(/^số\s*:?\s*/i, ""));

const foldIssuer = (issuer: string): string =>
  toPlainWords(issuer)
    .split(" ")
    .map((word) => shortForms[word] ?? word)
    .join(" ");

type Act = Pick<CommendationDecision, "issuer" | "number" | "signedOn">;

/** True if body, number and day are equal. */
export const isSameAct = (one: Act, other: Act): boolean =>
  one.signedOn === other.signedOn &&
  foldNumber(one.number ?? "") === foldNumber(other.number ?? "") &&
  foldIssuer(one.issuer) === foldIssuer(other.issuer);

/** Unit of another issued decision with the same body, number and day. */
export interface SameNumber {
  unit: string;
  unitName: string;
}

/**
 * Checks a decision against `others`, which have the same issuing body, number and day. Refuses a second one of the
 * same unit. Requires an explanation if only other units have one, because their bodies may have the same name.
 */
export function checkSameNumber(
  { unit }: Pick<CommendationDecision, "unit">,
  { explanation }: Pick<IssueForm, "explanation">,
  others: readonly SameNumber[],
): FieldError[] {
  if (others.some((other) => other.unit === unit))
    return [{ pointer: "/number", code: "commendation.number.twice" }];
  const [elsewhere] = others;
  return elsewhere && explanation === ""
    ? [
        {
          pointer: "/explanation",
          code: "commendation.number.elsewhere",
          params: { unit: elsewhere.unitName },
        },
      ]
    : [];
}
