import { dayOf, writeDay } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { formatNumber } from "#core/base/format-vi.ts";
import { type FieldError, Problem } from "#core/base/problems.ts";
import { toPlainWords } from "#core/base/search-key.ts";
import { checkDecision } from "#core/initiatives/decision.ts";
import { checkAwardYear } from "./award-year.ts";
import type {
  CommendationCorrection,
  CommendationDecision,
  CommendationForm,
  CommendationState,
  IssueForm,
} from "./decision.ts";
import type { CancellationForm, CommendationLine, LineForm } from "./line.ts";
import type { LineSum } from "./line-sum.ts";
import { checkSameNumber, type SameNumber } from "./same-number.ts";
import { type CommendationWrite, type Step, writeStep } from "./step.ts";
import { countLines, noneCancelled, totalMoney } from "./sums.ts";

/** Throws `commendation.invalid` for an implausible year of award. */
function requireAwardYear(year: number, at: string): void {
  const errors = checkAwardYear(year, dayOf(at));
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
}

/** Throws `commendation.invalid` for an implausible year of award. */
export function proposeCommendation(
  { id, unit, form }: { id: string; unit: string; form: CommendationForm },
  path: string[],
  step: Step,
): CommendationWrite {
  requireAwardYear(form.year, step.at);
  const decision = {
    ...form,
    id,
    unit,
    path,
    state: "proposed" as const,
    number: null,
    signedOn: null,
    sums: [],
    cancelledLines: noneCancelled,
    lastLine: 0,
    cancellation: null,
    created: { by: step.by, at: step.at },
  };
  return writeStep(null, decision, { did: "propose" }, step);
}

interface EnteredCommendation {
  id: string;
  unit: string;
  form: CommendationForm;
  state: "proposed" | "issued" | "cancelled";
  number: string | null;
  signedOn: string | null;
  cancellation: CancellationForm | null;
}

/** Decision imported from a workbook, in the state given there. `enterLines` adds its lines. */
export function enterCommendation(
  { form, cancellation, ...told }: EnteredCommendation,
  path: string[],
  step: Step,
): CommendationWrite {
  const { by, at } = step;
  const decision = {
    ...form,
    ...told,
    path,
    sums: [],
    cancelledLines: noneCancelled,
    lastLine: 0,
    cancellation: cancellation && { ...cancellation, by, at },
    created: { by, at },
  };
  return writeStep(null, decision, { did: "import" }, step);
}

/** Throws `commendation.moveNotAllowed` if the state is none of `states`. */
export function requireState(
  { state }: Pick<CommendationDecision, "state">,
  ...states: CommendationState[]
): void {
  if (!states.includes(state)) throw new Problem("commendation.moveNotAllowed");
}

/** Null if nothing changes. Throws `commendation.invalid` for an implausible new year of award. */
export function changeCommendation(
  before: CommendationDecision,
  form: CommendationForm,
  step: Step,
): CommendationWrite | null {
  requireState(before, "proposed");
  if (form.year !== before.year) requireAwardYear(form.year, step.at);
  const after = { ...before, ...form };
  if (canonicalJson(after) === canonicalJson(before)) return null;
  return writeStep(before, after, { did: "change" }, step);
}

/**
 * Throws `commendation.invalid` without lines or for a wrong number or day. `others`: issued decisions of the same
 * body, number and day.
 */
export function issueCommendation(
  before: CommendationDecision,
  form: IssueForm,
  step: Step,
  others: readonly SameNumber[] = [],
): CommendationWrite {
  requireState(before, "proposed");
  const errors = [...checkIssue(before, form, step.at), ...checkSameNumber(before, form, others)];
  if (countLines(before.sums) === 0) errors.push({ pointer: "/lines", code: "commendation.lines.required" });
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
  const { number, signedOn, explanation } = form;
  const after = { ...before, number, signedOn, state: "issued" as const };
  return writeStep(before, after, { did: "issue", reason: explanation }, step);
}

/** Corrects number and day. Null if nothing changes. */
export function correctCommendation(
  before: CommendationDecision,
  form: CommendationCorrection,
  step: Step,
  others: readonly SameNumber[] = [],
): CommendationWrite | null {
  requireState(before, "issued", "cancelled");
  const { number, signedOn, reason, explanation } = form;
  if (number === before.number && signedOn === before.signedOn) return null;
  const errors = checkIssue(before, form, step.at);
  // A cancelled decision is not counted.
  if (before.state === "issued") errors.push(...checkSameNumber(before, form, others));
  const { cancellation, cancelledLines } = before;
  const cancelledOn = [cancellation?.on, cancelledLines.firstOn].filter((on) => on != null);
  if (cancelledOn.some((on) => signedOn > on))
    errors.push({ pointer: "/signedOn", code: "commendation.signedOn.afterCancellation" });
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
  const words = [reason, explanation].filter(Boolean).join("\n");
  return writeStep(before, { ...before, number, signedOn }, { did: "correct", reason: words }, step);
}

/** A cancellation cannot be undone. */
export function cancelCommendation(
  before: CommendationDecision,
  form: CancellationForm,
  step: Step,
): CommendationWrite {
  requireState(before, "issued");
  const errors = checkCancellation(before, form, before.sums, step.at);
  if (errors.length > 0) throw new Problem("commendation.invalid", errors);
  const after = {
    ...before,
    state: "cancelled" as const,
    cancellation: { ...form, by: step.by, at: step.at },
  };
  return writeStep(before, after, { did: "cancel", reason: form.reason }, step);
}

/**
 * Checks day and money of a cancellation: not before signing, not in the future; no more to recover than `cancelled`
 * awarded, unless an award has no amount in the tables.
 */
export function checkCancellation(
  { signedOn, line, level }: Pick<CommendationDecision, "signedOn" | "line" | "level">,
  { on, moneyToRecover }: Pick<CancellationForm, "on" | "moneyToRecover">,
  cancelled: readonly LineSum[],
  now: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (on > dayOf(now)) errors.push({ pointer: "/on", code: "commendation.cancelledOn.future" });
  if (signedOn !== null && on < signedOn)
    errors.push({
      pointer: "/on",
      code: "commendation.cancelledOn.beforeDecision",
      params: { day: writeDay(signedOn) },
    });
  const { amount, without } = totalMoney(cancelled, { line, level, on: signedOn });
  if (without === 0 && moneyToRecover !== null && moneyToRecover > amount)
    errors.push({
      pointer: "/moneyToRecover",
      code: "commendation.moneyToRecover.exceeds",
      params: { amount: formatNumber(amount) },
    });
  return errors;
}

export function withdrawCommendation(
  before: CommendationDecision,
  { reason }: { reason: string },
  step: Step,
): CommendationWrite {
  requireState(before, "proposed");
  return writeStep(before, { ...before, state: "withdrawn" }, { did: "withdraw", reason }, step);
}

/** Requires an explanation if the decision was signed before its award year began. */
export function checkIssue(
  decision: Pick<CommendationDecision, "year" | "subject">,
  { number, signedOn, explanation }: IssueForm,
  now: string,
): FieldError[] {
  const notBefore = `${decision.year}-01-01`;
  const found = checkDecision({ number, signedOn }, explanation, { today: dayOf(now), notBefore });
  const errors = found.map((error) => ({
    ...error,
    pointer: error.pointer.replace(/^\/decision/, ""),
    code: error.code === "decision.explanation.required" ? "commendation.explanation.required" : error.code,
  }));
  if (holdsSubject(number, decision.subject))
    errors.push({ pointer: "/number", code: "commendation.number.subject" });
  return errors;
}

/** Maximum words of a number with its symbol. A longer text contains the pasted subject. */
const wordsOfNumber = 3;

export function holdsSubject(number: string, subject: string): boolean {
  const bare = number.replace(/^số\s*:?\s*/i, "");
  if (bare.split(" ").length > wordsOfNumber || /(^|\s)(v\/v|về việc)(\s|$)/i.test(bare)) return true;
  const folded = toPlainWords(subject);
  return folded.split(" ").length > 1 && ` ${toPlainWords(bare)} `.includes(` ${folded} `);
}

export const isSameLine = ({ n, erased, cancellation, ...line }: CommendationLine, form: LineForm): boolean =>
  canonicalJson(line) === canonicalJson(form);
