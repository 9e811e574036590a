import { expect, inject, test } from "vitest";
import { startBenchSystem } from "../../bench/bench-system.ts";
import { measureUnits } from "../../bench/cost/cost-units.ts";
import { readMeasured, type StepName } from "../../bench/cost/measured.ts";

/** Ids, dates and salts are drawn anew each time: a figure may lie on the other side of a kilobyte. */
const allowed = (committed: number) => Math.max(1, committed * 0.05);

test("the committed figures of the cost are what is measured now: units and bytes, never times", async () => {
  const committed = readMeasured();
  const system = await startBenchSystem(inject("dynamoDbEndpoint"));
  try {
    const { steps, bytes } = await measureUnits(system);
    expect(Object.keys(steps).toSorted()).toEqual(Object.keys(committed.steps).toSorted());
    // What is off is named; `npm run cost -- --measure` writes the figures anew.
    const off = (Object.keys(steps) as StepName[]).flatMap((name) =>
      (["writes", "reads", "calls"] as const)
        .map((figure) => ({
          name,
          figure,
          measured: steps[name][figure],
          committed: committed.steps[name][figure],
        }))
        .filter((row) => Math.abs(row.measured - row.committed) > allowed(row.committed)),
    );
    expect(off).toEqual([]);
    for (const place of ["table", "indexes"] as const)
      expect(Math.abs(bytes[place] - committed.bytes[place])).toBeLessThanOrEqual(
        committed.bytes[place] * 0.05,
      );
  } finally {
    await system.stop();
  }
}, 60_000);
