import type { State } from "#core/initiatives/lifecycle.ts";

/** How a state's tag is coloured; the words say the same, so that colour is never alone. */
export function stateTone(state: State): "done" | "late" | "wait" | "" {
  if (state === "recognised") return "done";
  if (
    state === "returned" ||
    state === "toComplete" ||
    state === "refused" ||
    state === "notRecognised" ||
    state === "revoked"
  )
    return "late";
  return state === "withdrawn" ? "" : "wait";
}
