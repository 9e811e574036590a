import { Problem } from "#core/base/problems.ts";
import type { CommendationDecision } from "./decision.ts";
import { isSameLine, requireState } from "./lifecycle.ts";
import { type CommendationLine, type LineForm, mostLines } from "./line.ts";
import { type CommendationWrite, findLines, type Step, writeStep } from "./step.ts";
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

function writeLines(
  before: CommendationDecision,
  did: "addLines" | "changeLines" | "removeLines",
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
