import { describe, expect, inject, it } from "vitest";
import type { CountedVersion } from "#core/figures/contribution.ts";
import { rebuildFigures, reconcileFigures } from "../../functions/figures/rebuild.ts";
import { countedSortKeys, figurePartition } from "../../functions/store/keys.ts";
import { readCountedItem } from "../../functions/store/stream-image.ts";
import { queryAll } from "../../functions/store/table.ts";
import { keepActivity, keepReplication } from "../support/activities.ts";
import { keepCommendation } from "../support/commendations.ts";
import { checkRandomOperations, openInterruptedStore } from "../support/figure-operations.ts";
import { buildInitiative } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, province, testYear, units } from "../support/units.ts";

const endpoint = inject("dynamoDbEndpoint");
const { store, table, countRequests } = await createTestTable();

const version = (n: number, more: Partial<CountedVersion> = {}): CountedVersion => ({
  kind: "commendation",
  id: `quyet-dinh-${n}`,
  version: 1,
  contribution: {
    units: [`xa-${n % 4}`, "tinh"],
    counts: [{ year: 2026, key: "commendation.commune.cash.individual", dimension: "", value: n }],
  },
  ...more,
});

describe("counting records of any kind", () => {
  it("equals a recount after 200 operations, some twice, late or interrupted, and so does a rebuild", async () => {
    await checkRandomOperations(store, openInterruptedStore(table.name, endpoint), 200);
  });

  it("reads a batch at once and writes one sum a unit", async () => {
    const batch = Array.from({ length: 60 }, (_, n) => version(n));
    const { requests, result } = await countRequests(() => store.figures.aggregate(batch));
    expect(result).toBe(60);
    expect(requests).toEqual(["BatchGetItem", "TransactWriteItems"]);
    const { counted } = await store.figures.rows("tinh", 2026);
    expect(counted.map(({ value }) => value)).toEqual([(59 * 60) / 2]);
    expect((await countRequests(() => store.figures.aggregate(batch))).requests).toEqual(["BatchGetItem"]);
  });

  it("keeps records of two kinds with one id apart", async () => {
    const counts = [{ year: 2026, key: "models.built", dimension: "", value: 1 }];
    const contribution = { units: ["xa-mo-hinh"], counts };
    const both = [
      version(1, { kind: "model", contribution }),
      version(1, { kind: "activity", contribution }),
    ];
    expect(await store.figures.aggregate(both)).toBe(2);
    expect((await store.figures.rows("xa-mo-hinh", 2026)).counted).toMatchObject([{ value: 2 }]);
  });

  it("counts a version that has more rows than a transaction holds, and goes on after an interruption", async () => {
    const counts = Array.from({ length: 90 }, (_, i) => ({
      year: 2026,
      key: `commendation.commune.form${i}.individual`,
      dimension: "",
      value: i + 1,
    }));
    const large = version(500, { contribution: { units: ["xa-lon", "tinh-lon", "nuoc"], counts } });
    const interrupted = openInterruptedStore(table.name, endpoint);
    for (let tries = 0; tries < 3; tries++) await interrupted.figures.aggregate([large]).catch(() => {});
    await store.figures.aggregate([large]);
    const later = { ...large, version: 2, contribution: { units: ["xa-lon", "nuoc"], counts } };
    await store.figures.aggregate([later]);
    const values = counts.map(({ value }) => value);
    for (const [unit, expected] of [
      ["xa-lon", values],
      ["tinh-lon", []],
      ["nuoc", values],
    ] as const) {
      const { counted } = await store.figures.rows(unit, 2026);
      expect(counted.map(({ value }) => value).sort((a, b) => a - b)).toEqual(expected);
    }
  });

  it("counts once and adds up right where two functions hold the same records, or the same child, at a time", async () => {
    const at = (n: number, province: string): CountedVersion => {
      const counts = [
        { year: 2026, key: "registered", dimension: "", value: 1 },
        { year: 2026, key: "open", dimension: "due:2026-07-01", value: 1 },
      ];
      const units = [`thon-${n}-${province}`, `xa-${n % 3}-${province}`, province];
      return { kind: "initiative", id: `${province}-${n}`, version: 1, contribution: { units, counts } };
    };
    const same = Array.from({ length: 60 }, (_, n) => at(n, "tinh-chung"));
    const apart = Array.from({ length: 60 }, (_, n) => at(n, "tinh-rieng"));
    await Promise.all([same, same].map((batch) => store.figures.aggregate(batch)));
    const halves = [0, 1].map((half) => apart.filter((_, n) => n % 2 === half));
    await Promise.all(halves.map((batch) => store.figures.aggregate(batch)));
    for (const province of ["tinh-chung", "tinh-rieng"]) {
      const { counted } = await store.figures.rows(province, 2026);
      expect(counted.map(({ key, value }) => [key, value])).toEqual([
        ["open", 60],
        ["registered", 60],
      ]);
      const children = await store.figures.children(province, 2026);
      expect(children.map(({ registered, due }) => [registered, due.get("2026-07-01")])).toEqual([
        [20, 20],
        [20, 20],
        [20, 20],
      ]);
    }
  });

  it("keeps no day of a child on which nothing is due any more", async () => {
    const day = (n: number) => `2026-07-${String(n).padStart(2, "0")}`;
    const at = (n: number): CountedVersion => {
      const counts = [{ year: 2026, key: "open", dimension: `due:${day(n)}`, value: 1 }];
      const contribution = { units: ["xa-cham", "tinh-cham"], counts };
      return { kind: "initiative", id: "lau", version: n, contribution };
    };
    for (let n = 1; n < 20; n++) await store.figures.aggregate([at(n)]);
    const query = { partition: figurePartition("tinh-cham"), prefix: "child#" };
    expect(await Array.fromAsync(queryAll(table, query))).toMatchObject([{ due: `${day(19)}=1` }]);
    const [child] = await store.figures.children("tinh-cham", 2026);
    expect(child?.due).toEqual(new Map([[day(19), 1]]));
  });

  it("reads every kind from its items, and counts the same in a rebuild, children included", async () => {
    const { store } = await createTestTable();
    for (const unit of [commune.id, neighbour.id]) await store.initiatives.create(buildInitiative({ unit }));
    await keepActivity(store);
    await keepReplication(store);
    await keepCommendation(store, { issued: { number: "15/QĐ-UBND", signedOn: "2026-02-01" } });
    const records = (await Array.fromAsync(store.figures.countedRecords(readCountedItem))).flat();
    expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(Object.keys(countedSortKeys)));
    expect(await reconcileFigures(store)).toBe(records.length);
    const read = () => Promise.all(units.map(({ id }) => store.figures.rowsWithChildren(id, 1990, 1990)));
    const counted = await read();
    const { children } = await store.figures.rowsWithChildren(province.id, 1990, testYear);
    expect(children.map(({ child, registered }) => [child, registered])).toEqual([
      [neighbour.id, 1],
      [commune.id, 1],
    ]);
    expect(await reconcileFigures(store)).toBe(0);
    expect(await rebuildFigures(store)).toBe(records.length);
    expect(await read()).toEqual(counted);
  });
});
