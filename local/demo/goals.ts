import type { Move } from "#core/initiatives/lifecycle.ts";

/** Days after the previous step. */
export interface Leg {
  step: Move | "answerAsCoAuthor";
  least: number;
  most: number;
}

export interface Goal {
  legs: readonly Leg[];
  /** Days since the last step, or a decision at a session. */
  age: readonly [least: number, most: number] | "session" | "sessions";
  /** Overdue: left out if the campaign is too young. */
  late?: true;
}

const leg = (step: Leg["step"], least: number, most: number): Leg => ({ step, least, most });

const accept = leg("accept", 1, 18);
const propose = leg("propose", 4, 24);
const takeUp = leg("takeUp", 3, 16);
const decided = (step: Move): Leg => leg(step, 5, 25);
const report = leg("report", 20, 45);
const complete = [leg("askToComplete", 3, 14), leg("complete", 3, 12)];

const accepted = [accept];
const proposed = [accept, propose];
const inCouncil = [...proposed, takeUp];
const recognised = [...inCouncil, decided("recognise")];
const above = [...recognised, leg("proposeAbove", 3, 9)];

const waiting = {
  registered: { legs: [], age: [0, 24] },
  registeredLate: { legs: [], age: [36, 72], late: true },
  accepted: { legs: accepted, age: [1, 70] },
  acceptedAgain: { legs: [leg("return", 2, 9), leg("resubmit", 2, 12), accept], age: [1, 60] },
  acceptedLate: { legs: accepted, age: [97, 128], late: true },
  returned: { legs: [leg("return", 2, 14)], age: [1, 24] },
  returnedLate: { legs: [leg("return", 2, 14)], age: [36, 70], late: true },
  proposed: { legs: proposed, age: [1, 24] },
  inCouncil: { legs: inCouncil, age: [1, 26] },
  inCouncilCompleted: { legs: [...inCouncil, ...complete], age: [1, 18] },
  toComplete: { legs: [...inCouncil, leg("askToComplete", 3, 14)], age: [1, 9] },
  toCompleteLate: { legs: [...inCouncil, leg("askToComplete", 3, 14)], age: [20, 38], late: true },
} as const satisfies Record<string, Goal>;

const over = {
  refused: { legs: [leg("refuse", 3, 20)], age: [2, 160] },
  withdrawn: { legs: [leg("withdraw", 1, 12)], age: [2, 160] },
  recognised: { legs: recognised, age: "session" },
  recognisedCompleted: { legs: [...inCouncil, ...complete, decided("recognise")], age: "session" },
  notRecognised: { legs: [...inCouncil, decided("notRecognise")], age: "session" },
  revoked: { legs: [...recognised, leg("revoke", 12, 40)], age: [1, 20] },
} as const satisfies Record<string, Goal>;

const higher = {
  aboveProposed: { legs: above, age: [2, 20] },
  aboveInCouncil: { legs: [...above, takeUp], age: [2, 14] },
  aboveRecognised: { legs: [...above, takeUp, decided("recognise")], age: "sessions" },
  aboveNotRecognised: { legs: [...above, takeUp, decided("notRecognise")], age: "sessions" },
} as const satisfies Record<string, Goal>;

/** Such campaigns need a report before a proposal. */
const reported = (goal: Goal): Goal => {
  const at = goal.legs.findIndex(({ step }) => step === "propose");
  return at < 0 ? goal : { ...goal, legs: goal.legs.toSpliced(at, 0, report) };
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
    ...[several(7, { legs: [accept, report], age: [1, 60] } as const)],
  ]
    .flat()
    .map(reported),
};
