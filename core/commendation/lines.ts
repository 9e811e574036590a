import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import type { CommendationDecision, CommendationEntry } from "./decision.ts";
import { checkCancellation, isSameLine, requireState } from "./lifecycle.ts";
import {
  type CancellationForm,
  type CommendationLine,
  type LineCorrection,
  type LineForm,
  mostLines,
} from "./line.ts";
import { type CommendationWrite, findLines, type Step, writeStep } from "./step.ts";
import { addCancelled, addLines, countLines, standingLines } from "./sums.ts";

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
    forms.map((form) => ({ ...form, erased: false, cancellation: null })),
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
    return isSameLine(stands, line)
      ? []
      : [{ before: stands, after: { n, ...line, erased: false, cancellation: null } }];
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

/** Cancels the award of one recipient of an issued decision. A cancellation cannot be undone. */
export function cancelLine(
  before: CommendationDecision,
  kept: readonly CommendationLine[],
  { n, form }: { n: number; form: CancellationForm },
  step: Step,
): CommendationWrite {
  const line = findIssued(before, kept, n);
  if (line.cancellation)
    throw new Problem("commendation.invalid", [{ pointer: "/line", code: "commendation.line.cancelled" }]);
  const errors = checkCancellation(before, form, addLines([], { added: [line] }), step.at);
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
  const cancellation = { ...form, by: step.by, at: step.at };
  const lines = [{ before: line, after: { ...line, cancellation } }];
  return writeLines(before, "cancelLine", lines, step, form.reason);
}

/** Corrects how a line of an issued decision names its recipient and achievement. Null if nothing changes. */
export function correctLine(
  before: CommendationDecision,
  kept: readonly CommendationLine[],
  { n, form }: { n: number; form: LineCorrection },
  step: Step,
): CommendationWrite | null {
  const line = findIssued(before, kept, n);
  // A correction would bring erased data back.
  if (line.erased)
    throw new Problem("commendation.invalid", [{ pointer: "/line", code: "commendation.line.erased" }]);
  if (form.sex !== null && line.recipientKind !== "individual")
    throw new Problem("commendation.invalid", [{ pointer: "/sex", code: "commendation.sex.notPerson" }]);
  const { reason, ...corrected } = form;
  const after = { ...line, ...corrected };
  if (canonicalJson(after) === canonicalJson(line)) return null;
  return writeLines(before, "correctLine", [{ before: line, after }], step, reason);
}

function findIssued(
  before: CommendationDecision,
  kept: readonly CommendationLine[],
  n: number,
): CommendationLine {
  requireState(before, "issued");
  const line = kept.find((each) => each.n === n);
  if (!line)
    throw new Problem("commendation.invalid", [{ pointer: "/line", code: "commendation.line.unknown" }]);
  return line;
}

type LineDeed = Extract<CommendationEntry["did"], `${string}Line` | `${string}Lines`>;

function writeLines(
  before: CommendationDecision,
  did: LineDeed,
  lines: CommendationWrite["lines"],
  step: Step,
  reason = "",
): CommendationWrite {
  const present = (side: "before" | "after") => lines.flatMap((line) => line[side] ?? []);
  const cancelled = lines.flatMap(({ before: old, after: now }) =>
    old?.cancellation ? [] : (now?.cancellation ?? []),
  );
  const after = {
    ...before,
    sums: addLines(before.sums, {
      added: standingLines(present("after")),
      removed: standingLines(present("before")),
    }),
    cancelledLines: addCancelled(before.cancelledLines, cancelled),
    lastLine: Math.max(before.lastLine, ...present("after").map(({ n }) => n)),
  };
  const numbers = lines.map(({ before: old, after: now }) => (now ?? old)?.n ?? 0);
  return { ...writeStep(before, after, { did, lines: numbers, reason }, step), lines };
}
