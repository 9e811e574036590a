import { canonicalJson } from "#core/base/canonical.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { eraseFields, eraseNames } from "#core/initiatives/personal-fields.ts";
import type { CommendationDecision, CommendationEntry } from "./decision.ts";
import type { CommendationLine, LineForm } from "./line.ts";
import { cancellationPrivacy, commendationPrivacy, entryPrivacy, linePrivacy } from "./privacy.ts";
import { type CommendationWrite, findLines, type Step, writeStep } from "./step.ts";

interface Erasing {
  /** Log of the decision; reasons may contain the person's name. */
  log: readonly CommendationEntry[];
  /** Keeps names, because the initiative is still recognised. */
  recognised?: boolean;
}

/**
 * Removes a person's data from lines in any state, and the name from texts of the decision. Keeps counted fields. Null
 * if nothing is left to erase.
 */
export function eraseLines(
  before: CommendationDecision,
  kept: readonly CommendationLine[],
  numbers: readonly number[],
  step: Step,
  { log, recognised = false }: Erasing,
): CommendationWrite | null {
  const found = findLines(kept, numbers);
  const bodies = found.flatMap(({ recipientKind }, i): FieldError[] =>
    recipientKind === "individual" || recipientKind === "household"
      ? []
      : [{ pointer: `/lines/${i}`, code: "commendation.erasure.body" }],
  );
  if (bodies.length > 0) throw new Problem("commendation.invalid", bodies);
  const lines = found
    .map((line) => ({ before: line, after: line.erased ? line : eraseLine(line, recognised) }))
    .filter(({ before: line, after }) => canonicalJson(line) !== canonicalJson(after));
  if (lines.length === 0) return null;
  const names = recognised ? [] : [...new Set(lines.map((line) => line.before.name))];
  const rewritten = log.flatMap((entry) => {
    const cleaned = eraseNames(entry, entryPrivacy, names);
    return cleaned.reason === entry.reason ? [] : [cleaned];
  });
  const erased = { did: "eraseLines" as const, lines: lines.map((line) => line.after.n) };
  // Counted fields stay, and so do the sums.
  const write = writeStep(before, eraseNamesOf(before, names), erased, step);
  const entry = recognised ? { ...write.entry, namesKept: true as const } : write.entry;
  return { ...write, entry, lines, rewritten };
}

function eraseNamesOf(decision: CommendationDecision, names: readonly string[]): CommendationDecision {
  const cleaned = eraseNames(decision, commendationPrivacy, names);
  const { cancellation } = cleaned;
  return { ...cleaned, cancellation: cancellation && eraseNames(cancellation, cancellationPrivacy, names) };
}

function eraseLine(
  { n, erased, cancellation, ...form }: CommendationLine,
  recognised: boolean,
): CommendationLine {
  const names = recognised ? [] : [form.name];
  return {
    n,
    ...eraseFields<LineForm>(form, linePrivacy, recognised),
    erased: !recognised,
    cancellation: cancellation && eraseNames(cancellation, cancellationPrivacy, names),
  };
}
