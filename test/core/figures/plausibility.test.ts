import { expect, test } from "vitest";
import { findExceeded } from "#core/figures/plausibility.ts";

const part = (key: string, value: number | null, more: object = {}) => ({
  ...{
    key,
    label: key,
    from: "2026",
    to: "2026",
    value,
    qualifier: null,
    measure: "đèn",
    kind: "flow" as const,
  },
  ...{ partOf: [] as string[] },
  ...more,
});
const of = { partOf: ["whole"] };
const qualified = (qualifier: "moreThan" | "nearly") => ({ qualifier });

test.each([
  ["a part larger than its whole", part("a", 35, of), [part("whole", 20)], ["whole"]],
  ["a whole smaller than its part", part("whole", 20), [part("a", 35, of)], ["whole"]],
  ["parts that together exceed it", part("a", 12, of), [part("whole", 20), part("b", 9, of)], ["whole"]],
  ["parts that fill it", part("a", 11, of), [part("whole", 20), part("b", 9, of)], []],
  ["a part of another measure", part("a", 35, { ...of, measure: "mô hình" }), [part("whole", 20)], []],
  ["a part of another year", part("a", 35, { ...of, from: "2025", to: "2025" }), [part("whole", 20)], []],
  ["a whole that may be more", part("a", 35, of), [part("whole", 20, qualified("moreThan"))], []],
  ["a whole that is not reached", part("a", 35, of), [part("whole", 20, qualified("nearly"))], ["whole"]],
  ["an unknown whole", part("a", 35, of), [part("whole", null)], []],
  ["its own earlier value", part("a", 5, of), [part("whole", 20), part("a", 35, of)], []],
])("%s", (_, own, others, found) => {
  expect(findExceeded(own, others).map(({ key }) => key)).toEqual(found);
});
