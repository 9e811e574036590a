import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#core/base/calendar.ts";
import { type Event, type Openings, sealEvent } from "#core/initiatives/history.ts";
import {
  checkHeads,
  checkHeadsDay,
  daysToCheck,
  daysToWrite,
  type Head,
  hashHeadsDay,
  headOf,
  readHeadsDay,
  writeHeadsDay,
} from "#core/initiatives/history-heads.ts";
import { buildDocumentInitiative, buildInitiative } from "../../support/submissions.ts";

type History = { event: Event; openings: Openings }[];

/** A history of so many steps, each with a personal value. */
function build(steps: number): History {
  const history: History = [];
  for (let i = 0; i < steps; i++) history.push(seal(history.at(-1)?.event ?? null, `value ${i}`));
  return history;
}

function seal(before: Event | null, value: unknown) {
  const step = { at: "2026-06-15T05:00:00Z", from: null, to: "registered", facts: { value } } as const;
  const actor = { role: "reviewer", staff: "s1" } as const;
  return sealEvent(before, { ...step, move: "submit", actor, personal: { word: value } }, () =>
    randomBytes(16),
  );
}

/** The history from `from` on sealed anew, with other steps: every hash in it is right again. */
function reseal(history: History, from: number, values: unknown[]): History {
  const sealed = history.slice(0, from);
  for (const value of values) sealed.push(seal(sealed.at(-1)?.event ?? null, value));
  return sealed;
}

const headAt = (history: History, n: number): Head => ({
  id: "x",
  n,
  hash: history[n - 1]?.event.hash ?? "",
});
const lengths = fc.integer({ min: 1, max: 8 });
const heads = fc.array(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    n: fc.integer({ min: 1, max: 1_000_000 }),
    hash: fc.string({ minLength: 1, maxLength: 8 }),
  }),
  { maxLength: 12 },
);

describe("a history whose head was written down", () => {
  test("holds it, however much is added and erased since", () => {
    fc.assert(
      fc.property(lengths, lengths, fc.infiniteStream(fc.boolean()), (long, more, erase) => {
        const history = build(long);
        const recorded = headAt(history, long);
        const later = reseal(
          history,
          long,
          Array.from({ length: more }, (_, i) => i),
        ).map(({ event, openings }) => ({ event, openings: erase.next().value ? {} : openings }));
        expect(checkHeads("x", [recorded], later)).toEqual([]);
      }),
    );
  });

  test("shows any rewriting, removal or insertion up to it, though all hashes are made anew", () => {
    fc.assert(
      fc.property(
        lengths,
        fc.nat(),
        fc.constantFrom("rewrite", "remove", "insert"),
        fc.nat(3),
        (long, at, how, more) => {
          const history = build(long);
          const recorded = headAt(history, long);
          const from = at % long;
          const rest = history.slice(from).map(({ event }) => event.facts.value);
          if (how === "rewrite") rest[0] = "another";
          if (how === "remove") rest.shift();
          if (how === "insert") rest.unshift("another");
          rest.push(...Array.from({ length: more }, (_, i) => `later ${i}`));
          // Salts are drawn anew, so that even a step whose text is the same has another hash.
          expect(checkHeads("x", [recorded], reseal(history, from, rest))).not.toEqual([]);
        },
      ),
    );
  });

  test("says which way it is broken", () => {
    const history = build(3);
    const recorded = headAt(history, 3);
    expect(checkHeads("x", [recorded], null)).toEqual([{ id: "x", n: 3, fault: "gone" }]);
    expect(checkHeads("x", [recorded], history.slice(0, 2))).toEqual([{ id: "x", n: 3, fault: "missing" }]);
    expect(checkHeads("x", [recorded], reseal(history, 2, ["other"]))).toEqual([
      { id: "x", n: 3, fault: "differs" },
    ]);
    expect(checkHeads("x", [recorded], history.toSpliced(1, 1))).toEqual([
      { id: "x", n: 3, fault: "chain" },
      { id: "x", n: 3, fault: "missing" },
    ]);
  });
});

test("a version's head is its last event, or its first; a cited title has none", () => {
  const initiative = buildInitiative();
  const { first } = initiative;
  expect(headOf(initiative)).toEqual({ id: initiative.id, n: 1, hash: first.hash });
  const last = { ...first, n: 4, hash: "h4" };
  expect(headOf({ ...initiative, last })).toEqual({ id: initiative.id, n: 4, hash: "h4" });
  expect(headOf(buildDocumentInitiative())).toBeNull();
});

describe("a day's file", () => {
  test("is the same text for the same heads in any order, once each, and reads back to them", () => {
    fc.assert(
      fc.property(heads, fc.option(fc.string()), (given, previous) => {
        const day = { day: "2026-06-15", previous, heads: given };
        const text = writeHeadsDay(day);
        expect(writeHeadsDay({ ...day, heads: [...given, ...given].reverse() })).toBe(text);
        const read = readHeadsDay(text);
        expect(read).toMatchObject({ day: "2026-06-15", previous });
        const lines = (list: Head[]) => new Set(list.map(({ id, n, hash }) => JSON.stringify([id, n, hash])));
        expect(lines(read.heads)).toEqual(lines(given));
        expect(read.heads.length).toBe(lines(given).size);
      }),
    );
  });

  test("stands behind that of the day before as it was, and behind no other", () => {
    fc.assert(
      fc.property(heads, heads, fc.nat(), (one, two, at) => {
        const before = writeHeadsDay({ day: "2026-06-14", previous: null, heads: one });
        const text = writeHeadsDay({ day: "2026-06-15", previous: hashHeadsDay(before), heads: two });
        expect(checkHeadsDay("2026-06-14", before, null)).toEqual([]);
        expect(checkHeadsDay("2026-06-15", text, before)).toEqual([]);
        const place = at % before.length;
        const changed = `${before.slice(0, place)}x${before.slice(place + 1)}`;
        if (changed !== before) expect(checkHeadsDay("2026-06-15", text, changed)).toEqual(["previous"]);
        expect(checkHeadsDay("2026-06-15", text, null)).toEqual(["previous"]);
        expect(checkHeadsDay("2026-06-16", text, before)).toEqual(["day"]);
      }),
    );
  });
});

test("the days to write are all that follow the last one written, up to the one that has ended", () => {
  expect(daysToWrite("2026-02-26", "2026-02-28", "2026-03-01")).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
  ]);
  expect(daysToWrite(null, "2026-02-28", "2026-03-01")).toEqual(["2026-02-28", "2026-03-01"]);
  expect(daysToWrite("2026-03-01", "2026-03-01", "2026-03-01")).toEqual([]);
});

test("each day is looked at on the night it ends, every thirty nights for thirteen months, and each year after", () => {
  const day = "2026-06-15";
  const ages = (nights: number) =>
    Array.from({ length: nights }, (_, i) => addDays(day, i)).filter(
      (ended) => daysToCheck([day], ended).length > 0,
    );
  const looked = ages(3_000).map((ended) => daysBetween(day, ended));
  expect(looked[0]).toBe(0);
  const gaps = looked.slice(1).map((age, i) => age - (looked[i] ?? 0));
  expect(Math.max(...gaps.filter((_, i) => (looked[i + 1] ?? 0) <= 400))).toBe(30);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(366);
  expect(daysToCheck([addDays(day, 1)], day)).toEqual([]);
});
