import type { State } from "#core/initiatives/lifecycle.ts";

const tones: Record<State, "done" | "late" | "wait" | ""> = {
  registered: "wait",
  reported: "wait",
  accepted: "wait",
  returned: "late",
  refused: "late",
  withdrawn: "",
  proposed: "wait",
  inCouncil: "wait",
  toComplete: "late",
  recognised: "done",
  notRecognised: "late",
  revoked: "late",
};

export const stateTone = (state: State) => tones[state];
