import fc from "fast-check";
import { expect } from "vitest";
import type { ChildFigures } from "#core/figures/child-figures.ts";
import type { Count, CountedKind, CountedVersion } from "#core/figures/contribution.ts";
import { rebuildFigures } from "../../functions/figures/rebuild.ts";
import { createStore, type Store } from "../../functions/store/store.ts";
import { openTable } from "../../functions/store/table.ts";
import { localAccess } from "../../local/credentials.ts";
import { testNow } from "./units.ts";

const years = [2024, 2025, 2026];
const kinds: CountedKind[] = ["initiative", "commendation", "activity", "model", "replication"];

/** Paths within a province of two communes, each with organisations, and beside it a province of its own. */
const paths = [
  ["thon-1", "xa-1", "tinh"],
  ["thon-2", "xa-1", "tinh"],
  ["thon-3", "xa-2", "tinh"],
  ["xa-1", "tinh"],
  ["xa-2", "tinh"],
  ["tinh"],
  ["xa-9", "tinh-khac"],
];

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-07-${String(n).padStart(2, "0")}`);
const rowOf = fc.oneof(
  fc.record({
    key: fc.constantFrom("registered", "recognised", "models.built", "outreach.participants"),
    dimension: fc.constantFrom("", "system:front", "level:commune"),
  }),
  fc.constantFrom("registered", "accepted", "recognised").map((state) => ({
    key: "state",
    dimension: `state:${state}`,
  })),
  day.map((due) => ({ key: "open", dimension: `due:${due}` })),
);
const count: fc.Arbitrary<Count> = fc
  .tuple(rowOf, fc.constantFrom(...years), fc.integer({ min: 0, max: 40 }))
  .map(([row, year, value]) => ({ ...row, year, value }));
const fewCounts = fc.array(count, { maxLength: 6 });
/** More rows than one transaction holds. */
const manyCounts = fc.integer({ min: 35, max: 120 }).map((length) =>
  Array.from({ length }, (_, i) => ({
    key: `commendation.commune.form${i}.individual`,
    dimension: "",
    year: 2026,
    value: i + 1,
  })),
);
const counts = fc.oneof({ weight: 40, arbitrary: fewCounts }, { weight: 1, arbitrary: manyCounts });

const operation = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(5),
  path: fc.constantFrom(...paths),
  counts,
});
/** Hands over what waits and some of the past, in any order, to one function or to two at a time. */
const delivery = fc.record({
  order: fc.array(fc.nat(1000), { minLength: 5, maxLength: 9 }),
  again: fc.nat(6),
  readers: fc.constantFrom("one", "twoOfTheSame", "twoApart"),
});
const rounds = fc.array(
  fc.record({ operations: fc.array(operation, { minLength: 1, maxLength: 24, size: "max" }), delivery }),
  { minLength: 4, maxLength: 8, size: "max" },
);

class Interruption extends Error {}

/** A store of the same table of which every fifth transaction fails before it is sent, every seventh after. */
export function openInterruptedStore(name: string, endpoint: string): Store {
  const table = openTable(name, { ...localAccess, endpoint });
  let sent = 0;
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!context.commandName?.startsWith("TransactWrite")) return next(args);
      sent++;
      if (sent % 5 === 0) throw new Interruption("not sent");
      const result = await next(args);
      if (sent % 7 === 0) throw new Interruption("the answer was lost");
      return result;
    },
    { step: "initialize", name: "interrupt" },
  );
  return createStore(table, () => testNow);
}

async function aggregateUntilDone(store: Store, batch: CountedVersion[]): Promise<void> {
  for (;;)
    try {
      await store.figures.aggregate(batch);
      return;
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
    }
}

/** Shuffles by the given numbers, so that fast-check can shrink an order. */
function shuffle<T>(list: T[], keys: number[]): T[] {
  return list
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ item }) => item);
}

/** Counts from scratch, in the simplest way there is. */
function recount(versions: Iterable<CountedVersion>) {
  const figures = new Map<string, number>();
  const children = new Map<string, number>();
  const add = (totals: Map<string, number>, place: unknown[], value: number) => {
    const name = place.join(" ");
    totals.set(name, (totals.get(name) ?? 0) + value);
  };
  for (const { contribution } of versions)
    for (const [i, unit] of contribution.units.entries())
      for (const { year, key, dimension, value } of contribution.counts) {
        add(figures, [unit, year, key, dimension], value);
        const child = contribution.units[i - 1];
        const isWhole = (key === "registered" || key === "recognised") && dimension === "";
        const counter = isWhole ? key : ["state", "open"].includes(key) ? dimension : null;
        if (child && counter) add(children, [unit, child, year, counter], value);
      }
  return { figures: standing(figures), children: standing(children) };
}

const standing = (totals: Map<string, number>) =>
  Object.fromEntries([...totals].filter(([, value]) => value !== 0).sort());

/** What the store holds, in the form of `recount`. */
async function stored(store: Store, run: string) {
  const figures = new Map<string, number>();
  const children = new Map<string, number>();
  const units = [...new Set(paths.flat())].map((unit) => `${run}-${unit}`);
  const rows = await Promise.all(units.map((unit) => store.figures.rowsWithChildren(unit, 2024, 2024)));
  for (const [i, both] of rows.entries()) {
    for (const { unit, year, key, dimension, value } of both.counted)
      figures.set([unit, year, key, dimension].join(" "), value);
    for (const child of both.children)
      for (const [counter, value] of countersOf(child))
        children.set([units[i], child.child, child.year, counter].join(" "), value);
  }
  return { figures: standing(figures), children: standing(children) };
}

function countersOf({ registered, recognised, states, due }: ChildFigures): [string, number][] {
  return [
    ["registered", registered],
    ["recognised", recognised],
    ...[...states].map(([state, value]): [string, number] => [`state:${state}`, value]),
    ...[...due].map(([day, value]): [string, number] => [`due:${day}`, value]),
  ];
}

/**
 * Holds figures to a recount after each of several rounds of random writes of all kinds, until there were
 * `operations` of them, and at last a rebuild.
 */
export async function checkRandomOperations(
  store: Store,
  interrupted: Store,
  operations: number,
): Promise<void> {
  let done = 0;
  let runs = 0;
  const property = fc.asyncProperty(rounds, async (all) => {
    if (done >= operations) return;
    const run = `r${++runs}`;
    const latest = new Map<string, CountedVersion>();
    const past: CountedVersion[] = [];
    for (const { operations, delivery } of all) {
      const { order, again, readers } = delivery;
      const written = operations.map(({ kind, which, path, counts }) => {
        const id = `${run}-${which}`;
        const version = (latest.get(`${kind}#${id}`)?.version ?? 0) + 1;
        const units = path.map((unit) => `${run}-${unit}`);
        const next: CountedVersion = { kind, id, version, contribution: { units, counts } };
        latest.set(`${kind}#${id}`, next);
        return next;
      });
      const batch = shuffle([...written, ...past.slice(0, again)], order);
      past.unshift(...written);
      const shards = {
        one: [batch],
        twoOfTheSame: [batch.filter((_, i) => i % 3 > 0), batch.toReversed()],
        twoApart: [0, 1].map((half) => batch.filter(({ id }) => Number(id.at(-1)) % 2 === half)),
      }[readers];
      await Promise.all(shards.map((shard) => aggregateUntilDone(interrupted, shard)));
      done += written.length;
      expect(await stored(store, run)).toEqual(recount(latest.values()));
    }
    if (done < operations) return;
    await rebuild(store, [...latest.values()]);
    expect(await stored(store, run)).toEqual(recount(latest.values()));
  });
  await fc.assert(property, { numRuns: operations, endOnFailure: true });
  expect(done).toBeGreaterThanOrEqual(operations);
}

/** A rebuild from records that are in no table. */
async function rebuild(store: Store, records: CountedVersion[]): Promise<void> {
  const countedRecords = async function* () {
    yield records;
  };
  await rebuildFigures({ ...store, figures: { ...store.figures, countedRecords } });
}
