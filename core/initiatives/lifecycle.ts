import * as v from "valibot";
import { day, optionalProse, requiredProse } from "#core/base/text.ts";
import { Application } from "./application.ts";
import { Attachments } from "./attachment.ts";
import { Decision } from "./decision.ts";

export const states = [
  "registered",
  "reported",
  "accepted",
  "returned",
  "refused",
  "withdrawn",
  "proposed",
  "inCouncil",
  "toComplete",
  "recognised",
  "notRecognised",
  "revoked",
] as const;
export const State = v.picklist(states, "state.invalid");
export type State = v.InferOutput<typeof State>;

/** States in the order of a dossier's life. `list`: page that shows the dossier. `open`: a move is still due. */
const stateRules = {
  registered: { list: "inbox", open: true },
  accepted: { list: "inbox", open: true },
  reported: { list: "inbox", open: true },
  returned: { list: "inbox", open: true },
  proposed: { list: "councilQueue", open: true },
  inCouncil: { list: "councilQueue", open: true },
  toComplete: { list: "councilQueue", open: true },
  recognised: { list: "councilQueue", open: false },
  notRecognised: { list: "councilQueue", open: false },
  refused: { list: "inbox", open: false },
  withdrawn: { list: "inbox", open: false },
  revoked: { list: "councilQueue", open: false },
} as const satisfies Record<State, { list: "inbox" | "councilQueue"; open: boolean }>;

export const statesInOrder = Object.keys(stateRules) as State[];
export const openStates: readonly State[] = states.filter((state) => stateRules[state].open);
export const inboxStates: readonly State[] = statesInOrder.filter(
  (state) => stateRules[state].list === "inbox",
);
export const queueStates: readonly State[] = statesInOrder.filter(
  (state) => stateRules[state].list === "councilQueue",
);

/** Refusal and return require written reasons (Nghị định 13/2012/NĐ-CP, điều 6). */
const reason = requiredProse("reason", 2_000);
const attachments = v.optional(Attachments);
const opinion = optionalProse("opinion", 2_000);
const explanation = optionalProse("explanation", 1_000);

export const moveForms = {
  accept: v.strictObject({}),
  report: v.strictObject({
    benefitsByAuthor: requiredProse("benefitsByAuthor", 10_000),
    benefitsByUsers: optionalProse("benefitsByUsers", 10_000),
  }),
  return: v.strictObject({ reason }),
  resubmit: v.strictObject({ application: Application, attachments }),
  refuse: v.strictObject({ reason }),
  withdraw: v.strictObject({}),
  propose: v.strictObject({ opinion }),
  takeUp: v.strictObject({}),
  recognise: v.strictObject({ decision: Decision, explanation }),
  notRecognise: v.strictObject({ reason, decision: v.optional(v.nullable(Decision), null), explanation }),
  askToComplete: v.strictObject({ reason, dueOn: day("dueOn") }),
  complete: v.strictObject({ application: Application, attachments }),
  proposeAbove: v.strictObject({ opinion }),
  revoke: v.strictObject({ reason, decision: Decision, explanation }),
} as const;

export type Move = keyof typeof moveForms;
export const moves = Object.keys(moveForms) as Move[];
export type MoveForm<M extends Move> = v.InferOutput<(typeof moveForms)[M]>;

export const notes = [
  "answerAsCoAuthor",
  "changeNameConsent",
  "correctContact",
  "correctDecision",
  "erase",
  "renewKey",
  "replaceFiles",
  "transfer",
] as const;
export type Note = (typeof notes)[number];

interface Rule {
  from: readonly State[];
  to: readonly State[];
  desk: "author" | "unit" | "council";
}

/**
 * Permitted roles are in `staff/access.ts` under `initiative.<move>`, forms in `moveForms`. Sources: Nghị định
 * 13/2012/NĐ-CP điều 5–8, Thông tư 18/2013/TT-BKHCN.
 */
export const lifecycle = {
  accept: { from: ["registered"], to: ["accepted"], desk: "unit" },
  report: { from: ["accepted"], to: ["reported"], desk: "author" },
  return: { from: ["registered", "accepted", "reported"], to: ["returned"], desk: "unit" },
  resubmit: { from: ["returned"], to: ["registered", "accepted", "reported"], desk: "author" },
  refuse: { from: ["registered", "accepted", "reported"], to: ["refused"], desk: "unit" },
  withdraw: { from: ["registered", "accepted", "reported", "returned"], to: ["withdrawn"], desk: "author" },
  propose: { from: ["accepted", "reported"], to: ["proposed"], desk: "unit" },
  takeUp: { from: ["proposed"], to: ["inCouncil"], desk: "council" },
  recognise: { from: ["proposed", "inCouncil"], to: ["recognised"], desk: "council" },
  notRecognise: { from: ["proposed", "inCouncil"], to: ["notRecognised", "recognised"], desk: "council" },
  askToComplete: { from: ["proposed", "inCouncil"], to: ["toComplete"], desk: "council" },
  complete: { from: ["toComplete"], to: ["inCouncil"], desk: "author" },
  proposeAbove: { from: ["recognised"], to: ["proposed"], desk: "unit" },
  revoke: { from: ["recognised"], to: ["revoked", "recognised"], desk: "council" },
} as const satisfies Record<Move, Rule>;

export function movesFrom(state: State): Move[] {
  return moves.filter((move) => (lifecycle[move].from as readonly State[]).includes(state));
}
