import * as v from "valibot";
import { toPlainWords } from "#core/base/search-key.ts";
import { CommendationLine } from "./line.ts";

/** Fields of a line in the index of awards. */
export const AwardSummary = v.strictObject({
  decision: v.string(),
  ...v.pick(CommendationLine, [
    "n",
    "recipientKind",
    "name",
    "birthYear",
    "workplace",
    "position",
    "form",
    "achievement",
    "from",
    "to",
  ]).entries,
});
export type AwardSummary = v.InferOutput<typeof AwardSummary>;

/** Names that differ in marks are different; composed and decomposed letters and case are not. */
export const sameName = (name: string): string => name.normalize("NFC").toLowerCase();

/**
 * Who a line is about, as far as it says. Without a birth year the workplace must agree too, since the same name
 * alone may be another person.
 */
export function identityOf({
  recipientKind,
  name,
  birthYear,
  workplace,
}: Pick<AwardSummary, "recipientKind" | "name" | "birthYear" | "workplace">): string {
  const who = [recipientKind, sameName(name)];
  return JSON.stringify(birthYear === null ? [...who, null, toPlainWords(workplace)] : [...who, birthYear]);
}

/** Groups awards by recipient, never merging uncertain ones. */
export const groupAwards = <A extends AwardSummary>(awards: readonly A[]): A[][] => [
  ...Map.groupBy(awards, identityOf).values(),
];
