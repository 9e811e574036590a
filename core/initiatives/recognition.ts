import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import { checkPlausibleDay, firstYears } from "#core/base/plausible-day.ts";
import type { FieldError } from "#core/base/problems.ts";
import { day, requiredLine } from "#core/base/text.ts";
import { Level } from "#core/units/unit.ts";

/** A decision as it is cited: number with symbol (`15/QĐ-UBND`) and the day it was signed. */
export const Decision = v.strictObject({
  // A number has a digit: "-" cites nothing.
  number: v.pipe(requiredLine("decision.number", 60), v.regex(/\d|^$/, "decision.number.invalid")),
  signedOn: day("decision.signedOn"),
});
export type Decision = v.InferOutput<typeof Decision>;

/**
 * The recognition of an initiative at one level. An initiative keeps a list of these: recognised at one level it may be
 * proposed to the next, and it still counts once. Records of a cited document know no decision.
 */
export const Recognition = v.strictObject({
  level: Level,
  decision: v.nullable(Decision),
  revoked: v.nullable(Decision),
});
export type Recognition = v.InferOutput<typeof Recognition>;

/** The recognitions that stand: not revoked. */
export function currentRecognitions(recognitions: Recognition[]): Recognition[] {
  return recognitions.filter((recognition) => recognition.revoked === null);
}

/** Days before which a decision needs an explanation: the dossier's receipt, and for a revocation the decision that it takes back. */
export function decisionNotBefore(
  dossier: { receivedAt: string; recognitions: Recognition[] },
  revokes: boolean,
): string {
  const received = dayOf(dossier.receivedAt);
  const revoked = revokes ? (currentRecognitions(dossier.recognitions).at(-1)?.decision?.signedOn ?? "") : "";
  return revoked > received ? revoked : received;
}

/**
 * What is wrong with a decision that was typed on `today`: signed in the future, in a year that can only be a slip, or before `notBefore`
 * without an explanation. Days are YYYY-MM-DD.
 */
export function checkDecision(
  { signedOn }: Decision,
  explanation: string,
  { today, notBefore }: { today: string; notBefore: string },
): FieldError[] {
  const pointer = "/decision/signedOn";
  if (signedOn > today) return [{ pointer, code: "decision.signedOn.future" }];
  const errors = checkPlausibleDay(signedOn, pointer, { from: firstYears.decision, today });
  if (errors.length > 0 || signedOn >= notBefore || explanation !== "") return errors;
  const params = { day: notBefore.split("-").toReversed().join("/") };
  return [{ pointer: "/explanation", code: "decision.explanation.required", params }];
}

/** The same of a move that carries a decision. */
export function checkMoveDecision(
  dossier: { receivedAt: string; recognitions: Recognition[] },
  move: string,
  form: object,
  today: string,
): FieldError[] {
  const { decision, explanation = "" } = form as { decision?: Decision | null; explanation?: string };
  if (!decision) return [];
  return checkDecision(decision, explanation, {
    today,
    notBefore: decisionNotBefore(dossier, move === "revoke"),
  });
}
