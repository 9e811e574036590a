import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashValue } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { type Event, type Openings, sealEvent, verifyHistory } from "#core/initiatives/history.ts";
import { partsOf } from "#core/initiatives/history-parts.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { type Move, movesFrom } from "#core/initiatives/lifecycle.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import { applyMove, parseMove } from "#core/initiatives/transition.ts";
import { buildInitiative, buildTransition } from "../../support/submissions.ts";
import { buildCampaign, testNow } from "../../support/units.ts";

type History = { event: Event; openings: Openings }[];

/** Walks the life cycle by `choices`, each taken among the moves possible then, and returns the whole history. */
function walk(choices: number[]): { initiative: FormInitiative; history: History } {
  let initiative = buildInitiative();
  const later: History = [];
  for (const choice of choices) {
    const possible = movesFrom(initiative.state);
    const move = possible[choice % Math.max(1, possible.length)];
    if (!move) break;
    try {
      const { initiative: next, event, openings } = buildTransition(initiative, move);
      initiative = next;
      later.push({ event, openings });
    } catch (error) {
      // The campaign's own rules refuse it here; nothing was sealed.
      if (!(error instanceof Problem)) throw error;
    }
  }
  return {
    initiative,
    history: [{ event: initiative.first, openings: firstOpenings(initiative) }, ...later],
  };
}

const walks = fc.array(fc.nat(50), { minLength: 3, maxLength: 12 });
const usual: Move[] = ["return", "resubmit", "accept", "propose", "askToComplete", "complete", "recognise"];
const usualHistory = () => {
  let initiative = buildInitiative();
  const history: History = [];
  for (const move of usual) {
    const made = buildTransition(initiative, move);
    initiative = made.initiative;
    history.push({ event: made.event, openings: made.openings });
  }
  return [{ event: initiative.first, openings: firstOpenings(initiative) }, ...history];
};

/** Every place in a value at which something stands, as a path of names. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([name, member]) => placesIn(member, [...path, name]));
}

/** The history with what stands at `path` made into something else. */
function tamper(history: History, path: string[]): History {
  const copy = structuredClone(history);
  let holder = copy as unknown as Record<string, unknown>;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  const last = path.at(-1) ?? "";
  const old = holder[last];
  holder[last] = typeof old === "number" ? old + 1 : typeof old === "boolean" ? !old : `${old ?? ""}x`;
  return copy;
}

describe("a history", () => {
  test("verifies, whatever moves it holds", () => {
    fc.assert(
      fc.property(walks, (choices) => {
        expect(verifyHistory(walk(choices).history)).toEqual([]);
      }),
    );
  });

  test("verifies after the store and JSON have had it", () => {
    const history = usualHistory();
    expect(verifyHistory(JSON.parse(JSON.stringify(history)))).toEqual([]);
  });

  test("is numbered from one, each event behind the one before", () => {
    const events = usualHistory().map(({ event }) => event);
    expect(events.map(({ n, move }) => [n, move])).toEqual([
      [1, "submit"],
      ...usual.map((move, i) => [i + 2, move]),
    ]);
    for (const [i, event] of events.entries()) expect(event.previous).toBe(events[i - 1]?.hash ?? null);
  });

  test("shows tampering with any field of any event or opening", () => {
    const history = usualHistory();
    const places = placesIn(history);
    expect(places.length).toBeGreaterThan(100);
    for (const place of places)
      expect(verifyHistory(tamper(history, place)), place.join("/")).not.toEqual([]);
  });

  test("shows a salt that is none any more", () => {
    const [first] = usualHistory();
    const contact = first?.openings.contact;
    if (!first || !contact) throw new Error("no contact");
    const openings = { ...first.openings, contact: { ...contact, salt: "!" } };
    expect(verifyHistory([{ event: first.event, openings }])).toEqual([{ n: 1, fault: "commitment" }]);
  });

  test("shows an event that is gone, doubled or out of order", () => {
    const history = usualHistory();
    for (const i of history.keys()) {
      if (i < history.length - 1) expect(verifyHistory(history.toSpliced(i, 1))).not.toEqual([]);
      expect(verifyHistory(history.flatMap((step, j) => (j === i ? [step, step] : [step])))).not.toEqual([]);
    }
    expect(verifyHistory(history.toReversed())).not.toEqual([]);
  });

  test("shows a number out of turn, though its hash is right", () => {
    const [first] = usualHistory();
    if (!first) throw new Error("too short");
    const { hash, ...body } = { ...first.event, n: 2 };
    const moved = { event: { ...body, hash: hashValue(body) }, openings: first.openings };
    expect(verifyHistory([moved])).toEqual([{ n: 2, fault: "order" }]);
  });

  test("shows an event rewritten together with its hash, at the next one", () => {
    const history = usualHistory();
    const [first, second] = history;
    if (!first || !second) throw new Error("too short");
    const { at, from, actor } = second.event;
    const { event: forged } = sealEvent(
      first.event,
      { at, move: "refuse", from, to: "refused", actor, facts: {}, personal: {} },
      () => randomBytes(16),
    );
    const changed = history.with(1, { event: forged, openings: {} });
    expect(verifyHistory(changed)).toEqual([{ n: 3, fault: "order" }]);
  });
});

describe("erasure", () => {
  test("of any openings leaves a history that verifies", () => {
    fc.assert(
      fc.property(walks, fc.infiniteStream(fc.boolean()), (choices, erase) => {
        const erased = walk(choices).history.map(({ event, openings }) => ({
          event,
          openings: Object.fromEntries(Object.entries(openings).filter(() => erase.next().value)),
        }));
        expect(verifyHistory(erased)).toEqual([]);
      }),
    );
  });

  test("leaves no personal value behind in the events", () => {
    const { initiative } = walk([0]);
    const text = JSON.stringify(usualHistory().map(({ event }) => event));
    const { authors, contact, title } = initiative.application;
    for (const value of [...authors.map(({ fullName }) => fullName), contact.phone, contact.email, title])
      expect(text).not.toContain(value);
  });

  test("the same value is committed to differently each time, so that it cannot be guessed from another record", () => {
    const [one, two] = [buildInitiative(), buildInitiative()];
    expect(one.application).toEqual(two.application);
    for (const [name, commitment] of Object.entries(one.first.commitments))
      expect(two.first.commitments[name]).not.toBe(commitment);
  });

  test("parts of an application can be erased apart: each author, the contact, the participants, the rest", () => {
    expect(Object.keys(partsOf(buildInitiative().application))).toEqual([
      "author0",
      "author1",
      "contact",
      "participants",
      "content",
    ]);
  });
});

test("the first event opens to the first application, however often another has taken its place", () => {
  const first = buildInitiative();
  let initiative = first;
  for (const title of ["Tên thứ hai", "Tên thứ ba"]) {
    const returned = buildTransition(initiative, "return").initiative;
    const form = { application: { ...initiative.application, title } };
    initiative = applyMove(returned, parseMove("resubmit", form, testNow), {
      campaign: buildCampaign(),
      actor: { role: "author", staff: null },
      now: testNow,
      number: 1,
      salt: () => randomBytes(16),
    }).initiative;
  }
  expect(initiative.application.title).toBe("Tên thứ ba");
  expect(initiative.firstApplication).toEqual(first.application);
  expect(verifyHistory([{ event: initiative.first, openings: firstOpenings(initiative) }])).toEqual([]);
});
