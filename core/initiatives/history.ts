import * as v from "valibot";
import { commit, hashValue } from "#core/base/canonical.ts";
import { fromBase64Url, toBase64Url } from "#core/base/ids.ts";
import type { PersonalParts } from "./history-parts.ts";
import { type Move, moves, notes, State } from "./lifecycle.ts";

/** Contains no name, because events survive an erasure. */
export const Actor = v.strictObject({
  role: v.picklist(["author", "coAuthor", "reviewer", "secretary", "member", "administrator", "import"]),
  staff: v.nullable(v.string()),
});
export type Actor = v.InferOutput<typeof Actor>;

/** Append-only step. The hash covers the previous hash and salted commitments of personal values. */
export const Event = v.strictObject({
  n: v.number(),
  at: v.pipe(v.string(), v.isoTimestamp()),
  move: v.picklist(["submit", ...moves, ...notes]),
  from: v.nullable(State),
  to: State,
  actor: Actor,
  /** No personal data: decision, level, register number, campaign. */
  facts: v.record(v.string(), v.unknown()),
  commitments: v.record(v.string(), v.string()),
  previous: v.nullable(v.string()),
  hash: v.string(),
});
export type Event = v.InferOutput<typeof Event>;

/** Salt and value of each commitment; erasable. */
export type Openings = Record<string, { salt: string; value: unknown }>;

export interface OpenedEvent {
  event: Event;
  openings: Openings;
}

export interface Step extends Omit<Event, "n" | "commitments" | "previous" | "hash"> {
  personal: PersonalParts;
}

/** `salt` returns 16 random bytes. */
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

/** Lists changed, missing and moved events, and values that contradict their commitment. Ignores erased openings. */
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
    return false;
  }
}

export const Statement = v.strictObject({
  at: v.string(),
  move: v.picklist(moves),
  text: v.string(),
});
export type Statement = v.InferOutput<typeof Statement>;

const spoken: Partial<Record<Move, "opinion" | "reason">> = {
  propose: "opinion",
  proposeAbove: "opinion",
  askToComplete: "reason",
  notRecognise: "reason",
  revoke: "reason",
};

export function statementsOf(events: readonly OpenedEvent[]): Statement[] {
  return events.flatMap(({ event, openings }) => {
    const name = spoken[event.move as Move];
    const text = name ? openings[name]?.value : null;
    return typeof text === "string" && text !== "" ? [{ at: event.at, move: event.move as Move, text }] : [];
  });
}
