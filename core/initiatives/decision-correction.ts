import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { optionalProse, requiredProse } from "#core/base/text.ts";
import { Level } from "#core/units/unit.ts";
import { checkDecision, Decision, decisionNotBefore } from "./decision.ts";
import type { OpenedEvent } from "./history.ts";
import type { FormInitiative } from "./initiative.ts";
import { type EventContext, noteOn } from "./note.ts";
import type { Recognition } from "./recognition.ts";
import type { Transition } from "./transition.ts";

/** `event`: number of the event that recorded the decision. */
export const DecisionCorrection = v.strictObject({
  event: wholeNumber("field.invalid", { min: 1, max: 1_000_000 }),
  decision: Decision,
  reason: requiredProse("reason", 2_000),
  explanation: optionalProse("explanation", 1_000),
});
export type DecisionCorrection = v.InferOutput<typeof DecisionCorrection>;

const deciding = ["recognise", "notRecognise", "revoke"] as const;

export const RecordedDecision = v.strictObject({
  event: v.number(),
  move: v.picklist(deciding),
  level: v.nullable(Level),
  decision: v.nullable(Decision),
});
export type RecordedDecision = v.InferOutput<typeof RecordedDecision>;

interface Found extends RecordedDecision {
  recognition: number | null;
}

/** Decisions, oldest first, in the order of `recognitions`. A revocation concerns the latest recognition. */
function findDecisions(events: readonly OpenedEvent[]): Found[] {
  const found: Found[] = [];
  const standing: number[] = [];
  let made = 0;
  for (const { event } of events) {
    const { n, move, facts } = event;
    if (move === "correctDecision") {
      const target = found.find((each) => each.event === facts.event);
      if (target) target.decision = facts.decision as Decision;
    }
    const decided = deciding.find((each) => each === move);
    if (!decided) continue;
    const of = { recognise: () => standing[standing.push(made++) - 1], revoke: () => standing.pop() };
    const recognition = decided === "notRecognise" ? null : (of[decided]() ?? null);
    const { level = null, decision = null } = facts as { level?: Level; decision?: Decision };
    found.push({ event: n, move: decided, level, decision, recognition });
  }
  return found;
}

export const decisionsOf = (events: readonly OpenedEvent[]): RecordedDecision[] =>
  findDecisions(events).map(({ recognition, ...decision }) => decision);

/** Null if nothing changes. Throws `note.invalid` for an event without a decision or an implausible day. */
export function correctDecision(
  before: FormInitiative,
  events: readonly OpenedEvent[],
  form: DecisionCorrection,
  context: EventContext,
): Transition | null {
  const target = findDecisions(events).find(({ event }) => event === form.event);
  if (!target) throw new Problem("note.invalid", [{ pointer: "/event", code: "decision.unknown" }]);
  const { decision, reason, explanation } = form;
  if (canonicalJson(target.decision) === canonicalJson(decision)) return null;
  const today = dayOf(context.now);
  const notBefore = notBeforeOf(before, target);
  const errors = checkDecision(decision, explanation, { today, notBefore });
  if (errors.length > 0) throw new Problem("note.invalid", errors);
  const facts = { event: target.event, level: target.level, decision, before: target.decision };
  const personal = explanation === "" ? { reason } : { reason, explanation };
  const noted = noteOn(before, "correctDecision", { facts, personal }, context);
  const recognitions = before.recognitions.map((recognition, i) =>
    i === target.recognition ? withDecision(recognition, target.move, decision) : recognition,
  );
  return { ...noted, initiative: { ...noted.initiative, recognitions } };
}

export function notBeforeOf(
  dossier: Pick<FormInitiative, "receivedAt" | "recognitions">,
  { move, recognition }: Pick<Found, "move" | "recognition">,
): string {
  const revoked = move === "revoke" && recognition !== null ? dossier.recognitions[recognition] : null;
  const recognitions = revoked ? [{ ...revoked, revoked: null }] : [];
  return decisionNotBefore({ receivedAt: dossier.receivedAt, recognitions }, move === "revoke");
}

const withDecision = (recognition: Recognition, move: Found["move"], decision: Decision): Recognition =>
  move === "revoke" ? { ...recognition, revoked: decision } : { ...recognition, decision };
