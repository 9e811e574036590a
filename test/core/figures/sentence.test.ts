import fc from "fast-check";
import { expect, test } from "vitest";
import { qualifiers } from "#core/figures/figure.ts";
import { findStatement, sayQuantity } from "#core/figures/sentence.ts";

test("a sentence with the words that a refusal proposes is accepted, whatever the measure", () => {
  const stated = fc.record({
    value: fc.integer({ min: 0, max: 10 ** 7 }),
    qualifier: fc.option(fc.constantFrom(...qualifiers)),
    measure: fc.constantFrom("%", "hồ sơ", "tỷ đồng", "cơ quan/tổ chức/đơn vị"),
  });
  fc.assert(
    fc.property(stated, (figure) => {
      expect(findStatement(`Toàn xã đạt ${sayQuantity(figure)}.`, figure)).not.toBeNull();
    }),
  );
  expect(sayQuantity({ value: 95, qualifier: null, measure: "%" })).toBe("95%");
});
