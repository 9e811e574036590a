import type { Move } from "#core/initiatives/lifecycle.ts";

/** `least` and `most` are days after the previous step. */
export interface PlannedStep {
  step: Move | "answerAsCoAuthor";
  least: number;
  most: number;
}

export interface Goal {
  steps: readonly PlannedStep[];
  /** Days since the last step, or dates of one or two council sessions. */
  age: readonly [least: number, most: number] | "session" | "sessions";
  /** True if overdue. The goal is omitted if the campaign began too recently. */
  late?: true;
}

const plan = (step: PlannedStep["step"], least: number, most: number): PlannedStep => ({ step, least, most });

const accept = plan("accept", 1, 18);
const propose = plan("propose", 4, 24);
const takeUp = plan("takeUp", 3, 16);
const decided = (step: Move): PlannedStep => plan(step, 5, 25);
const report = plan("report", 20, 45);
const complete = [plan("askToComplete", 3, 14), plan("complete", 3, 12)];

const accepted = [accept];
const proposed = [accept, propose];
const inCouncil = [...proposed, takeUp];
const recognised = [...inCouncil, decided("recognise")];
const above = [...recognised, plan("proposeAbove", 3, 9)];

const waiting = {
  registered: { steps: [], age: [0, 24] },
  registeredLate: { steps: [], age: [36, 72], late: true },
  accepted: { steps: accepted, age: [1, 70] },
  acceptedAgain: { steps: [plan("return", 2, 9), plan("resubmit", 2, 12), accept], age: [1, 60] },
  acceptedLate: { steps: accepted, age: [97, 128], late: true },
  returned: { steps: [plan("return", 2, 14)], age: [1, 24] },
  returnedLate: { steps: [plan("return", 2, 14)], age: [36, 70], late: true },
  proposed: { steps: proposed, age: [1, 24] },
  inCouncil: { steps: inCouncil, age: [1, 26] },
  inCouncilCompleted: { steps: [...inCouncil, ...complete], age: [1, 18] },
  toComplete: { steps: [...inCouncil, plan("askToComplete", 3, 14)], age: [1, 9] },
  toCompleteLate: { steps: [...inCouncil, plan("askToComplete", 3, 14)], age: [20, 38], late: true },
} as const satisfies Record<string, Goal>;

const over = {
  refused: { steps: [plan("refuse", 3, 20)], age: [2, 160] },
  withdrawn: { steps: [plan("withdraw", 1, 12)], age: [2, 160] },
  recognised: { steps: recognised, age: "session" },
  recognisedCompleted: { steps: [...inCouncil, ...complete, decided("recognise")], age: "session" },
  notRecognised: { steps: [...inCouncil, decided("notRecognise")], age: "session" },
  revoked: { steps: [...recognised, plan("revoke", 12, 40)], age: [1, 20] },
} as const satisfies Record<string, Goal>;

const higher = {
  aboveProposed: { steps: above, age: [2, 20] },
  aboveInCouncil: { steps: [...above, takeUp], age: [2, 14] },
  aboveRecognised: { steps: [...above, takeUp, decided("recognise")], age: "sessions" },
  aboveNotRecognised: { steps: [...above, takeUp, decided("notRecognise")], age: "sessions" },
} as const satisfies Record<string, Goal>;

const reported = (goal: Goal): Goal => {
  const at = goal.steps.findIndex(({ step }) => step === "propose");
  return at < 0 ? goal : { ...goal, steps: goal.steps.toSpliced(at, 0, report) };
};

const several = (count: number, goal: Goal): Goal[] => Array.from({ length: count }, () => goal);

export const goals: Readonly<Record<"commune" | "province" | "education", readonly Goal[]>> = {
  commune: [
    ...[several(7, waiting.registered), several(2, waiting.registeredLate), several(4, waiting.accepted)],
    ...[several(1, waiting.acceptedAgain), several(1, waiting.acceptedLate), several(2, waiting.returned)],
    ...[several(1, waiting.returnedLate), several(5, waiting.proposed), several(5, waiting.inCouncil)],
    ...[several(1, waiting.inCouncilCompleted), several(2, waiting.toComplete)],
    ...[several(1, waiting.toCompleteLate), several(2, over.refused), several(1, over.withdrawn)],
    ...[several(5, over.recognised), several(1, over.recognisedCompleted), several(3, over.notRecognised)],
    ...[several(1, over.revoked), several(2, higher.aboveProposed), several(1, higher.aboveInCouncil)],
    ...[several(2, higher.aboveRecognised), several(1, higher.aboveNotRecognised)],
  ].flat(),
  province: [
    ...[several(30, waiting.registered), several(12, waiting.registeredLate), several(22, waiting.accepted)],
    ...[several(5, waiting.acceptedAgain), several(8, waiting.acceptedLate), several(10, waiting.returned)],
    ...[several(4, waiting.returnedLate), several(24, waiting.proposed), several(22, waiting.inCouncil)],
    ...[several(5, waiting.inCouncilCompleted), several(6, waiting.toComplete)],
    ...[several(3, waiting.toCompleteLate), several(10, over.refused), several(7, over.withdrawn)],
    ...[several(66, over.recognised), several(8, over.recognisedCompleted), several(18, over.notRecognised)],
    ...[several(2, over.revoked)],
  ].flat(),
  education: [
    ...[several(5, waiting.registered), several(2, waiting.registeredLate), several(7, waiting.accepted)],
    ...[several(2, waiting.acceptedLate), several(2, waiting.returned), several(4, waiting.proposed)],
    ...[several(5, waiting.inCouncil), several(1, waiting.toComplete), several(1, over.refused)],
    ...[several(1, over.withdrawn), several(8, over.recognised), several(2, over.notRecognised)],
    ...[several(7, { steps: [accept, report], age: [1, 60] } as const)],
  ]
    .flat()
    .map(reported),
};
