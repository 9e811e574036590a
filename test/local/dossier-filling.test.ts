import { expect, test } from "vitest";
import { verifyHistory } from "#core/initiatives/history.ts";
import { states } from "#core/initiatives/lifecycle.ts";
import { historyOf } from "#core/initiatives/submission.ts";
import { reconcileFigures } from "../../functions/figures/rebuild.ts";
import { enterDirectory } from "../../local/demo/directory.ts";
import { fillWithDossiers, planFrom } from "../../local/demo/fill.ts";
import { loadWorkbook } from "../../local/example.ts";
import { createTestTable } from "../support/table.ts";

const now = "2026-11-20T03:00:00.000Z";
const { store } = await createTestTable(() => now);

test("the demonstration's dossiers arrive once, also when they are stopped on the way, and everything counts them", async () => {
  await loadWorkbook(store);
  const entered = await enterDirectory(store, now);
  const source = { seed: "kiem-thu", secret: Buffer.alloc(32, 1).toString("base64url"), now, ...entered };
  const plans = await planFrom(store, source);

  const ending = new AbortController();
  const told: number[] = [];
  const stopped = fillWithDossiers({
    store,
    source,
    signal: ending.signal,
    progress: (remaining) => {
      told.push(remaining);
      if (remaining < plans.length / 2) ending.abort();
    },
  });
  await expect(stopped).rejects.toThrow();
  expect(told[0]).toBe(plans.length);

  // A second time it goes on, and a third time there is nothing to do.
  for (let times = 0; times < 2; times++)
    await fillWithDossiers({
      store,
      source,
      signal: new AbortController().signal,
      progress: (remaining) => told.push(remaining),
    });
  expect(told.at(-1)).toBe(0);

  const all = await Array.fromAsync(store.initiatives.all());
  const records = all.flatMap((each) => (each.origin === "application" ? [each] : []));
  expect(records).toHaveLength(plans.length);
  expect(new Set(records.map(({ state }) => state))).toEqual(new Set(states));
  for (const own of Map.groupBy(records, ({ unit }) => unit).values()) {
    const numbers = own.flatMap(({ number }) => number ?? []).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
  }
  for (const { id } of records.slice(0, 8)) {
    const found = await store.initiatives.getWithHistory(id);
    if (found?.initiative.origin !== "application") throw new Error(`no ${id}`);
    expect(verifyHistory(historyOf(found.initiative, found.events))).toEqual([]);
    // Nobody is written to about what they have been through.
    expect(await store.receipts.claimMail(id, found.initiative.version)).toBe(false);
  }

  await reconcileFigures(store);
  const { counted, declared } = await store.figures.rows("khanh-hoa", 2026);
  const registered = counted.find(({ key, dimension }) => key === "registered" && dimension === "")?.value;
  expect(registered).toBe(records.filter(({ state }) => state !== "withdrawn").length);
  expect(declared).toEqual([]);
  // Last year's are of the demonstration too: what was published of Diên Khánh stands as it was.
  expect((await store.figures.declaredOf("dien-khanh")).length).toBe(38);
  expect((await store.figures.declaredOf("xa-dien-khanh")).map(({ from }) => from)).toEqual([
    "2025",
    "2025",
    "2025",
  ]);
}, 300_000);
