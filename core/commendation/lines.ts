import { type FieldError, Problem } from "#core/base/problems.ts";
import { eraseFields } from "#core/initiatives/personal-fields.ts";
import type { CommendationDecision } from "./decision.ts";
import { type CommendationWrite, isSameLine, requireState, type Step, writeStep } from "./lifecycle.ts";
import { type CommendationLine, type LineForm, linePrivacy, mostLines } from "./line.ts";
import { addLines, countLines } from "./sums.ts";

export function appendLines(
  before: CommendationDecision,
  forms: readonly LineForm[],
  step: Step,
): CommendationWrite {
  requireState(before, "proposed");
  return enterLines(before, forms, step);
}

/** Allows any state, for imports. */
export function enterLines(
  before: CommendationDecision,
  forms: readonly LineForm[],
  step: Step,
): CommendationWrite {
  if (countLines(before.sums) + forms.length > mostLines)
    throw new Problem("commendation.invalid", [{ pointer: "/lines", code: "commendation.lines.tooMany" }]);
  const lines = forms.map((form, i) => ({ n: before.lastLine + 1 + i, ...form, erased: false }));
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

/** Erases personal data in any state, but keeps counted fields. Null if all lines are already erased. */
export function eraseLines(
  before: CommendationDecision,
  kept: readonly CommendationLine[],
  numbers: readonly number[],
  step: Step,
): CommendationWrite | null {
  const found = findLines(kept, numbers);
  const bodies = found.flatMap(({ recipientKind }, i): FieldError[] =>
    recipientKind === "individual" || recipientKind === "household"
      ? []
      : [{ pointer: `/lines/${i}`, code: "commendation.erasure.body" }],
  );
  if (bodies.length > 0) throw new Problem("commendation.invalid", bodies);
  const lines = found
    .filter(({ erased }) => !erased)
    .map((line) => ({ before: line, after: eraseLine(line) }));
  return lines.length === 0 ? null : writeLines(before, "eraseLines", lines, step);
}

function eraseLine({ n, erased, ...form }: CommendationLine): CommendationLine {
  return { n, ...eraseFields<LineForm>(form, linePrivacy, false), erased: true };
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
