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
    "initiative",
    "model",
  ]).entries,
  /** True if the award of this recipient alone is cancelled. */
  cancelled: v.boolean(),
});
export type AwardSummary = v.InferOutput<typeof AwardSummary>;

/** Ignores case and Unicode composition, but not marks. */
export const sameName = (name: string): string => name.normalize("NFC").toLowerCase();

/** Key of a line's recipient. Without a birth year the key includes the workplace, since namesakes exist. */
export function identityOf({
  recipientKind,
  name,
  birthYear,
  workplace,
}: Pick<AwardSummary, "recipientKind" | "name" | "birthYear" | "workplace">): string {
  const who = [recipientKind, sameName(name)];
  return JSON.stringify(birthYear === null ? [...who, null, toPlainWords(workplace)] : [...who, birthYear]);
}

export const groupAwards = <A extends AwardSummary>(awards: readonly A[]): A[][] => [
  ...Map.groupBy(awards, identityOf).values(),
];
