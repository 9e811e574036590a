import { toPlainWords } from "#core/base/search-key.ts";
import type { AwardSummary } from "./awards.ts";
import type { CommendationDecision, CommendationSummary } from "./decision.ts";
import type { CommendationLine } from "./line.ts";

// This file imports no schemas, because the public API's bundle includes every store.

/** Search key of a recipient's name. Empty for a name without letters. */
export const foldName = (name: string): string => toPlainWords(name);

export function toAwardSummary(decision: string, line: CommendationLine): AwardSummary {
  const { erased, sex, leader, system, money, note, cancellation, ...summary } = line;
  return { decision, ...summary, cancelled: cancellation !== null };
}

export function summariseCommendation(decision: CommendationDecision): CommendationSummary {
  const { path, articles, document, lastLine, cancelledLines, cancellation, created, ...summary } = decision;
  return summary;
}
