import fc from "fast-check";
import { expect, test } from "vitest";
import { writeJson } from "../../../functions/jobs/report-making/json.ts";

async function write(value: unknown): Promise<string> {
  return Buffer.concat(await Array.fromAsync(writeJson(value))).toString();
}

test("a value in pieces is the value as JSON.stringify writes it, however long its lists", async () => {
  const long = fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 101, maxLength: 130 });
  const value = fc.oneof(
    fc.jsonValue(),
    fc.record({ a: long, b: fc.record({ c: fc.array(fc.record({ d: long }), { maxLength: 2 }) }) }),
  );
  await fc.assert(
    fc.asyncProperty(value, async (each) => {
      expect(await write(each)).toBe(`${JSON.stringify(each, null, 2)}\n`);
    }),
    { numRuns: 60 },
  );
});

test("what is undefined is left out", async () => {
  expect(await write({ a: undefined, b: [1] })).toBe(`${JSON.stringify({ b: [1] }, null, 2)}\n`);
});
