import type { State } from "#core/initiatives/lifecycle.ts";

/** Colour of a state's tag. The tag's text gives the same information. */
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
