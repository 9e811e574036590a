import * as v from "valibot";
import type { Past } from "./erasure.ts";
import { type Move, moves } from "./lifecycle.ts";

/** A text that was written with a step for whoever has the dossier next: it is part of the dossier, and not of the log alone. */
export const Statement = v.strictObject({
  at: v.string(),
  move: v.picklist(moves),
  text: v.string(),
});
export type Statement = v.InferOutput<typeof Statement>;

/** Under which name a step holds what it says to those who judge the dossier. */
const spoken: Partial<Record<Move, "opinion" | "reason">> = {
  propose: "opinion",
  proposeAbove: "opinion",
  askToComplete: "reason",
  notRecognise: "reason",
  revoke: "reason",
};

/**
 * What units and councils have said of a dossier to the councils that judge it, the oldest first. Read from the openings of its events, so
 * that what has been erased is gone from here too.
 */
export function statementsOf(events: readonly Past[]): Statement[] {
  return events.flatMap(({ event, openings }) => {
    const name = spoken[event.move as Move];
    const text = name ? openings[name]?.value : null;
    return typeof text === "string" && text !== "" ? [{ at: event.at, move: event.move as Move, text }] : [];
  });
}
