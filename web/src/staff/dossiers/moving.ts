import type { FieldError } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import { checkMoveDecision } from "#core/initiatives/decision.ts";
import { type Move, moveForms } from "#core/initiatives/lifecycle.ts";
import type { InitiativeView } from "../../../../functions/api/initiatives/views.ts";
import { readTypedDay } from "../../public/form/typed-values.ts";

/** Default for a missing `receivedAt`, so that no decision day is too early. */
const neverReceived = "1000-01-01T00:00:00.000Z";

/** Pointers of the fields within a move's form (RFC 6901). */
export const pointerOf = {
  reason: "/reason",
  opinion: "/opinion",
  explanation: "/explanation",
  decisionNumber: "/decision/number",
  decisionSignedOn: "/decision/signedOn",
  dueOn: "/dueOn",
  benefitsByAuthor: "/benefitsByAuthor",
  benefitsByUsers: "/benefitsByUsers",
} as const;

export type MoveField = keyof typeof pointerOf;
export type MoveDraft = Partial<Record<MoveField, string>>;
export interface AskedField {
  field: MoveField;
  pointer: string;
  optional: boolean;
  /** Single-line input instead of a text area. */
  line: boolean;
}

const lines: readonly MoveField[] = ["decisionNumber", "decisionSignedOn", "dueOn"];
const ask = (field: MoveField, optional: boolean) => ({
  field,
  pointer: pointerOf[field],
  optional,
  line: lines.includes(field),
});
const must = (field: MoveField): AskedField => ask(field, false);
const can = (field: MoveField): AskedField => ask(field, true);

/** `resubmit` and `complete` have no dialog. */
export const askedFields: Partial<Record<Move, readonly AskedField[]>> = {
  accept: [],
  report: [must("benefitsByAuthor"), can("benefitsByUsers")],
  return: [must("reason")],
  refuse: [must("reason")],
  withdraw: [],
  propose: [can("opinion")],
  takeUp: [],
  recognise: [must("decisionNumber"), must("decisionSignedOn")],
  notRecognise: [must("reason"), can("decisionNumber"), can("decisionSignedOn")],
  askToComplete: [must("reason"), must("dueOn")],
  proposeAbove: [can("opinion")],
  revoke: [must("reason"), must("decisionNumber"), must("decisionSignedOn")],
};

/** Shown when the decision's day looks like a typing error. */
export const explanationField: AskedField = can("explanation");

export const corrections = ["resubmit", "complete"] as const;

/** The first possible move is the main action. */
const forward: readonly Move[] = ["accept", "report", "propose", "takeUp", "recognise", "proposeAbove"];

export function offeredMoves(view: Pick<InitiativeView, "moves">): { main: Move | null; others: Move[] } {
  const main = forward.find((move) => view.moves.includes(move)) ?? null;
  return { main, others: view.moves.filter((move) => move !== main) };
}

/** Days in `draft` are typed as 25/12/2026. */
export function composeForm(move: Move, draft: MoveDraft): Record<string, unknown> {
  const asked = askedFields[move] ?? [];
  const has = (field: MoveField) => asked.some((candidate) => candidate.field === field);
  const form: Record<string, unknown> = {};
  for (const field of ["reason", "opinion", "benefitsByAuthor", "benefitsByUsers"] as const)
    if (has(field)) form[field] = draft[field] ?? "";
  if (has("decisionNumber") && draft.explanation) form.explanation = draft.explanation;
  if (has("dueOn")) form.dueOn = readTypedDay(draft.dueOn ?? "");
  if (has("decisionNumber")) {
    const number = draft.decisionNumber ?? "";
    const signedOn = readTypedDay(draft.decisionSignedOn ?? "");
    const none = move === "notRecognise" && number.trim() === "" && signedOn === "";
    form.decision = none ? null : { number, signedOn };
  }
  return form;
}

export function checkMove(
  move: Move,
  form: Record<string, unknown>,
  today: string,
  dossier: Pick<InitiativeView, "receivedAt" | "recognitions"> | null = null,
): FieldError[] {
  const result = validate(moveForms[move], form);
  if (!result.ok) return result.errors;
  const errors: FieldError[] = [];
  const { value } = result;
  const { receivedAt = null, recognitions = [] } = dossier ?? {};
  errors.push(
    ...checkMoveDecision({ receivedAt: receivedAt ?? neverReceived, recognitions }, move, value, today),
  );
  if ("dueOn" in value && value.dueOn < today) errors.push({ pointer: pointerOf.dueOn, code: "dueOn.past" });
  return errors;
}
