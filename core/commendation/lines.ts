import { canonicalJson } from "#core/base/canonical.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { eraseFields, eraseNames } from "#core/initiatives/personal-fields.ts";
import {
  type CommendationDecision,
  type CommendationEntry,
  cancellationPrivacy,
  commendationPrivacy,
  entryPrivacy,
} from "./decision.ts";
import { type CommendationWrite, isSameLine, requireState, type Step, writeStep } from "./lifecycle.ts";
import { type CommendationLine, type LineForm, linePrivacy, mostLines } from "./line.ts";
import { addLines, countLines } from "./sums.ts";

export function appendLines(
  before: CommendationDecision,
  forms: readonly LineForm[],
  step: Step,
): CommendationWrite {
  requireState(before, "proposed");
  if (countLines(before.sums) + forms.length > mostLines)
    throw new Problem("commendation.invalid", [{ pointer: "/lines", code: "commendation.lines.tooMany" }]);
  return enterLines(
    before,
    forms.map((form) => ({ ...form, erased: false })),
    step,
  );
}

/** Adds imported lines in any state. The import has already checked their number. */
export function enterLines(
  before: CommendationDecision,
  entered: readonly Omit<CommendationLine, "n">[],
  step: Step,
): CommendationWrite {
  const lines = entered.map((line, i) => ({ n: before.lastLine + 1 + i, ...line }));
  return writeLines(
    before,
    "addLines",
    lines.map((after) => ({ before: null, after })),
    step,
  );
}

/** Null if nothing changes. Throws `commendation.invalid` for an unknown or repeated line. */
export function changeLines(
  before: CommendationDecision,
  kept: readonly CommendationLine[],
  changes: readonly { n: number; line: LineForm }[],
  step: Step,
): CommendationWrite | null {
  requireState(before, "proposed");
  const found = findLines(
    kept,
    changes.map(({ n }) => n),
  );
  const lines = changes.flatMap(({ n, line }, i) => {
    const stands = found[i] as CommendationLine;
    return isSameLine(stands, line) ? [] : [{ before: stands, after: { n, ...line, erased: false } }];
  });
  return lines.length === 0 ? null : writeLines(before, "changeLines", lines, step);
}

export function removeLines(
  before: CommendationDecision,
  kept: readonly CommendationLine[],
  numbers: readonly number[],
  step: Step,
): CommendationWrite {
  requireState(before, "proposed");
  const lines = findLines(kept, numbers).map((line) => ({ before: line, after: null }));
  return writeLines(before, "removeLines", lines, step);
}

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
  const { after, entry, ...write } = writeLines(before, "eraseLines", lines, step);
  const note = recognised ? { namesKept: true as const } : {};
  return { ...write, after: eraseNamesOf(after, names), entry: { ...entry, ...note }, rewritten };
}

function eraseNamesOf(decision: CommendationDecision, names: readonly string[]): CommendationDecision {
  const cleaned = eraseNames(decision, commendationPrivacy, names);
  const { cancellation } = cleaned;
  return { ...cleaned, cancellation: cancellation && eraseNames(cancellation, cancellationPrivacy, names) };
}

function eraseLine({ n, erased, ...form }: CommendationLine, recognised: boolean): CommendationLine {
  return { n, ...eraseFields<LineForm>(form, linePrivacy, recognised), erased: !recognised };
}

function findLines(kept: readonly CommendationLine[], numbers: readonly number[]): CommendationLine[] {
  const byNumber = new Map(kept.map((line) => [line.n, line]));
  const errors = numbers.flatMap((n, i): FieldError[] => {
    if (!byNumber.has(n)) return [{ pointer: `/lines/${i}`, code: "commendation.line.unknown" }];
    return numbers.indexOf(n) < i ? [{ pointer: `/lines/${i}`, code: "commendation.line.twice" }] : [];
  });
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
  return numbers.map((n) => byNumber.get(n) as CommendationLine);
}

function writeLines(
  before: CommendationDecision,
  did: "addLines" | "changeLines" | "removeLines" | "eraseLines",
  lines: CommendationWrite["lines"],
  step: Step,
): CommendationWrite {
  const present = (side: "before" | "after") => lines.flatMap((line) => line[side] ?? []);
  const after = {
    ...before,
    sums: addLines(before.sums, { added: present("after"), removed: present("before") }),
    lastLine: Math.max(before.lastLine, ...present("after").map(({ n }) => n)),
  };
  const numbers = lines.map(({ before: old, after: now }) => (now ?? old)?.n ?? 0);
  return { ...writeStep(before, after, { did, lines: numbers }, step), lines };
}
