import * as v from "valibot";
import { checkPlausibleDay, dayOf, firstYears, writeDay } from "#core/base/calendar.ts";
import type { FieldError } from "#core/base/problems.ts";
import { day, requiredLine } from "#core/base/text.ts";

/** Number with symbol (`15/QĐ-UBND`) and day of signing. */
export const Decision = v.strictObject({
  number: v.pipe(requiredLine("decision.number", 60), v.regex(/\d|^$/, "decision.number.invalid")),
  signedOn: day("decision.signedOn"),
});
export type Decision = v.InferOutput<typeof Decision>;

interface DecidedDossier {
  receivedAt: string;
  recognitions: { decision: Decision | null; revoked: Decision | null }[];
}

/** Earliest signing day that needs no explanation: day of receipt or, if later, of the revoked decision. */
export function decisionNotBefore({ receivedAt, recognitions }: DecidedDossier, revokes: boolean): string {
  const received = dayOf(receivedAt);
  const current = revokes ? recognitions.findLast(({ revoked }) => revoked === null) : undefined;
  const revoked = current?.decision?.signedOn ?? "";
  return revoked > received ? revoked : received;
}

export function checkDecision(
  { signedOn }: Decision,
  explanation: string,
  { today, notBefore }: { today: string; notBefore: string },
): FieldError[] {
  const pointer = "/decision/signedOn";
  if (signedOn > today) return [{ pointer, code: "decision.signedOn.future" }];
  const errors = checkPlausibleDay(signedOn, pointer, { from: firstYears.decision, today });
  if (errors.length > 0 || signedOn >= notBefore || explanation !== "") return errors;
  const params = { day: writeDay(notBefore) };
  return [{ pointer: "/explanation", code: "decision.explanation.required", params }];
}

export function checkMoveDecision(
  dossier: DecidedDossier,
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
