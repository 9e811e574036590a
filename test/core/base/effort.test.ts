import fc from "fast-check";
import { expect, test } from "vitest";
import { effortKinds, effortOf, freeRate, maxEffort } from "#core/base/effort.ts";

const kinds = fc.constantFrom(...effortKinds);
const counts = fc.nat({ max: 1_000_000 });

test("what an office does costs the usual proof, and no more than the hardest is ever asked", () => {
  fc.assert(
    fc.property(kinds, counts, (kind, count) => {
      const effort = effortOf(kind, count);
      expect(effort).toBeGreaterThanOrEqual(1);
      expect(effort).toBeLessThanOrEqual(maxEffort);
      if (count <= freeRate[kind]) expect(effort).toBe(1);
    }),
  );
});

test("one more makes it harder by a small step, and never easier", () => {
  fc.assert(
    fc.property(kinds, counts, (kind, count) => {
      const step = effortOf(kind, count + 1) / effortOf(kind, count);
      expect(step).toBeGreaterThanOrEqual(1);
      expect(step).toBeLessThanOrEqual(1 + 1 / freeRate[kind] + 1e-9);
    }),
  );
});
