import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { diffContributions } from "#core/figures/contribution.ts";
import { countInitiative } from "#core/figures/contributions/initiative.ts";
import type { CountedFigure } from "#core/figures/figure.ts";
import { headOf } from "#core/initiatives/history-heads.ts";
import type { FormInitiative, Initiative } from "#core/initiatives/initiative.ts";
import { type Move, movesFrom } from "#core/initiatives/lifecycle.ts";
import { createFiguresHandler } from "../../functions/figures/handler.ts";
import { rebuildFigures, reconcileFigures } from "../../functions/figures/rebuild.ts";
import { toInitiativeItem } from "../../functions/store/initiatives/initiative-items.ts";
import { buildDocumentInitiative, buildInitiative, buildTransition } from "./submissions.ts";
import type { createTestTable } from "./table.ts";
import { commune, neighbour, province, testNow, womensUnion } from "./units.ts";

type Store = Awaited<ReturnType<typeof createTestTable>>["store"];

const everyUnit = [province, commune, neighbour, womensUnion].map(({ id }) => id);

function streamEvent(versions: Initiative[]): DynamoDBStreamEvent {
  return {
    Records: versions.map((version, i) => ({
      eventID: String(i),
      eventName: "MODIFY",
      dynamodb: {
        SequenceNumber: String(i),
        NewImage: marshall(toInitiativeItem(version), { removeUndefinedValues: true }) as never,
      },
    })),
  };
}

/** Counts from scratch, in memory: what the figures must be, whatever way they were folded. */
function recount(records: Initiative[]): CountedFigure[] {
  const totals = new Map<string, CountedFigure>();
  for (const record of records)
    for (const { unit, year, key, dimension, by } of diffContributions(null, countInitiative(record))) {
      const place = [unit, year, key, dimension].join("|");
      const total = totals.get(place) ?? { unit, year, key, dimension, value: 0 };
      totals.set(place, { ...total, value: total.value + by });
    }
  return [...totals.values()].filter(({ value }) => value !== 0);
}

const sorted = (figures: CountedFigure[]) =>
  figures.map((figure) => JSON.stringify(figure, Object.keys(figure).sort())).sort();

/** An initiative and its versions under moves drawn from those that its states allow. */
function live(unit: string, choices: number[]): FormInitiative[] {
  const versions = [buildInitiative({ unit })];
  for (const choice of choices) {
    const before = versions.at(-1);
    if (!before) break;
    const possible = movesFrom(before.state);
    const move: Move | undefined = possible[choice % Math.max(1, possible.length)];
    if (!move) break;
    try {
      versions.push(buildTransition(before, move).initiative);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return versions;
}

/** Shuffles by the given numbers, so that fast-check can shrink an order. */
function shuffle<T>(list: T[], keys: number[]): T[] {
  return list
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ item }) => item);
}

/** Tests that the figures equal a recount, after at least so many operations, on an empty table. */
export function testAggregation(store: Store, operations: number): void {
  let folds = 0;

  /** Every seventh fold fails before it is done, every eleventh after: the answer is lost, and the batch comes again. */
  const faultyAggregate: typeof store.figures.aggregate = async (versions) => {
    folds++;
    if (folds % 7 === 0) throw new Error("failed before");
    const done = await store.figures.aggregate(versions);
    if (folds % 11 === 0) throw new Error("the answer was lost");
    return done;
  };
  const handler = createFiguresHandler({
    store: { ...store, figures: { ...store.figures, aggregate: faultyAggregate } },
    clock: () => testNow,
    log: () => {},
  });

  async function counted(): Promise<CountedFigure[]> {
    const rows = await Promise.all(everyUnit.map((unit) => store.figures.rows(unit, 1990)));
    return rows.flatMap((each) => each.counted);
  }

  async function deliver(batch: Initiative[]): Promise<void> {
    for (let rest = batch; rest.length > 0; ) {
      const { batchItemFailures } = await handler(streamEvent(rest));
      const failed = batchItemFailures[0]?.itemIdentifier;
      rest = failed === undefined ? [] : rest.slice(Number(failed));
    }
  }

  describe("folding the stream", () => {
    it("counts a duplicate once and an older version after a newer one not at all", async () => {
      const [first, second] = live(womensUnion.id, [0]);
      if (!first || !second) throw new Error("two versions are needed");
      await deliver([second, second, first, second]);
      const rows = (await counted()).filter(
        ({ key, unit }) => key === "registered" && unit === womensUnion.id,
      );
      expect(rows.find(({ dimension }) => dimension === "")?.value).toBe(1);
      expect(sorted(await counted())).toEqual(sorted(recount([second])));
    });

    it(`equals a recount after ${operations} operations delivered twice, out of order and in retried batches, and so does a rebuild`, async () => {
      const present: Initiative[] = (await Array.fromAsync(store.initiatives.all())) as Initiative[];
      expect(present).toEqual([]);
      await store.figures.clearCounted();
      const heads = new Set<string>();
      const latest = new Map<string, Initiative>();
      let done = 0;
      const scenario = fc.record({
        unit: fc.constantFrom(commune.id, neighbour.id, womensUnion.id),
        lives: fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 7 }), { minLength: 3, maxLength: 5 }),
        order: fc.array(fc.nat(1000), { minLength: 7, maxLength: 23 }),
        batch: fc.integer({ min: 1, max: 9 }),
      });
      await fc.assert(
        fc.asyncProperty(scenario, async ({ unit, lives, order, batch }) => {
          if (done >= operations) return;
          const versions = lives.flatMap((choices) => live(unit, choices));
          for (const version of versions) {
            heads.add(JSON.stringify(headOf(version)));
            const known = latest.get(version.id);
            if (!known || known.version < version.version) latest.set(version.id, version);
          }
          const delivered = shuffle(
            [...versions, ...shuffle(versions, order).slice(0, Math.ceil(versions.length / 3))],
            order,
          );
          done += versions.length;
          const batches = Array.from({ length: Math.ceil(delivered.length / batch) }, (_, i) =>
            delivered.slice(i * batch, (i + 1) * batch),
          );
          // Two shards at a time, each batch tried again as the stream would when part of it failed.
          for (let i = 0; i < batches.length; i += 2)
            await Promise.all(batches.slice(i, i + 2).map((each) => deliver(each)));
          expect(sorted(await counted())).toEqual(sorted(recount([...latest.values()])));
        }),
        { numRuns: 200, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true, endOnFailure: true },
      );
      expect(done).toBeGreaterThanOrEqual(operations);
      // Each head once, whatever came twice or late.
      const noted = (await store.heads.ofDay(dayOf(testNow))).map((head) => JSON.stringify(head));
      expect(noted.filter((head) => heads.has(head)).sort()).toEqual([...heads].sort());
      expect(new Set(noted).size).toBe(noted.length);
    }, 270_000);

    it("is the same after a rebuild from the records", async () => {
      const records = [...live(commune.id, [0, 1]), ...live(neighbour.id, [0, 3, 0])];
      const last = new Map(records.map((record) => [record.id, record]));
      await store.figures.clearCounted();
      for (const record of last.values()) await store.initiatives.create(record);
      await store.initiatives.create(buildDocumentInitiative());
      await reconcileFigures(store);
      const folded = await counted();
      expect(sorted(folded)).toEqual(sorted(recount([...last.values(), buildDocumentInitiative()])));
      expect(await reconcileFigures(store)).toBe(0);
      await rebuildFigures(store);
      expect(sorted(await counted())).toEqual(sorted(folded));
    });
  });
}
