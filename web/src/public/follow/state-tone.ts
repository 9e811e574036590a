import type { State } from "#core/initiatives/lifecycle.ts";

/** The tag's words say the same: colour never stands alone. */
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
