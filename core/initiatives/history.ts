import * as v from "valibot";
import { commit, hashValue } from "#core/base/canonical.ts";
import { fromBase64Url, toBase64Url } from "#core/base/ids.ts";
import type { PersonalParts } from "./history-parts.ts";
import { type Move, moves, notes, State } from "./lifecycle.ts";

/** Who acted: a role and, for staff, the record's id. Never a name: that would outlive an erasure. */
export const Actor = v.strictObject({
  role: v.picklist(["author", "coAuthor", "reviewer", "secretary", "member", "administrator", "import"]),
  staff: v.nullable(v.string()),
});
export type Actor = v.InferOutput<typeof Actor>;

/**
 * One step of a record's history, append-only. Its hash covers everything here and the hash before it; personal values
 * are covered through salted commitments, so that deleting value and salt leaves a chain that still verifies.
 */
export const Event = v.strictObject({
  n: v.number(),
  at: v.pipe(v.string(), v.isoTimestamp()),
  move: v.picklist(["submit", ...moves, ...notes]),
  from: v.nullable(State),
  to: State,
  actor: Actor,
  /** Facts that are not personal: decision's number and date, level, register number, campaign. */
  facts: v.record(v.string(), v.unknown()),
  commitments: v.record(v.string(), v.string()),
  previous: v.nullable(v.string()),
  hash: v.string(),
});
export type Event = v.InferOutput<typeof Event>;

/** The erasable side of an event: by name, the salt and the value that a commitment covers. */
export type Openings = Record<string, { salt: string; value: unknown }>;

/** An event with the openings that are left of it. */
export interface OpenedEvent {
  event: Event;
  openings: Openings;
}

/** What a step is made of before it is sealed. `salt()` gives 16 fresh random bytes a value. */
export interface Step extends Omit<Event, "n" | "commitments" | "previous" | "hash"> {
  personal: PersonalParts;
}

/** Seals a step behind the event before it (null for the first) and returns it with the openings of its commitments. */
export function sealEvent(before: Event | null, step: Step, salt: () => Uint8Array): OpenedEvent {
  const { personal, ...open } = step;
  const openings: Openings = {};
  const commitments: Record<string, string> = {};
  for (const [name, value] of Object.entries(personal)) {
    const bytes = salt();
    openings[name] = { salt: toBase64Url(bytes), value };
    commitments[name] = commit(bytes, value);
  }
  const body = { ...open, n: before ? before.n + 1 : 1, commitments, previous: before?.hash ?? null };
  return { event: { ...body, hash: hashValue(body) }, openings };
}

export type HistoryFault = { n: number; fault: "hash" | "order" | "commitment" };

/**
 * Walks a history from its first event and lists what does not hold: a changed event, a missing or moved one, a value that is
 * not what was committed to. Openings that were erased are no fault.
 */
export function verifyHistory(history: OpenedEvent[]): HistoryFault[] {
  const faults: HistoryFault[] = [];
  let before: Event | null = null;
  for (const { event, openings } of history) {
    const { hash, ...body } = event;
    if (hashValue(body) !== hash) faults.push({ n: event.n, fault: "hash" });
    if (event.previous !== (before?.hash ?? null) || event.n !== (before?.n ?? 0) + 1)
      faults.push({ n: event.n, fault: "order" });
    for (const [name, opening] of Object.entries(openings)) {
      if (!opens(event.commitments[name], opening)) faults.push({ n: event.n, fault: "commitment" });
    }
    before = event;
  }
  return faults;
}

function opens(commitment: string | undefined, { salt, value }: Openings[string]): boolean {
  try {
    return commitment === commit(fromBase64Url(salt), value);
  } catch {
    // A salt that is not even base64url any more.
    return false;
  }
}

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
export function statementsOf(events: readonly OpenedEvent[]): Statement[] {
  return events.flatMap(({ event, openings }) => {
    const name = spoken[event.move as Move];
    const text = name ? openings[name]?.value : null;
    return typeof text === "string" && text !== "" ? [{ at: event.at, move: event.move as Move, text }] : [];
  });
}
