import fc from "fast-check";
import { expect, test } from "vitest";
import {
  readLineNumbers,
  writeLineNumbers,
} from "../../../web/src/staff/commendation/printing/line-numbers.ts";

test.each([
  ["2", [2]],
  ["1, 3, 5–9", [1, 3, 5, 6, 7, 8, 9]],
  ["4 - 6; 5 1", [1, 4, 5, 6]],
  ["1-500", Array.from({ length: 500 }, (_, i) => i + 1)],
])("line numbers %s", (text, lines) => expect(readLineNumbers(text)).toEqual(lines));

test.each(["", " , ", "hai", "0", "-3", "3-", "9-5", "1.5", "1-501", "1-300, 400-700", "1000000000"])(
  "no line numbers in “%s”",
  (text) => expect(readLineNumbers(text)).toBeNull(),
);

test.each([
  [[3], [[3, "Lê Văn Chín"]], "3 (Lê Văn Chín)"],
  [[3], [], "3"],
  [[2, 3], [[3, "Lê Văn Chín"]], "2, 3 (Lê Văn Chín)"],
  [[9, 1, 2, 3, 7], [], "1–3, 7, 9"],
  [Array.from({ length: 14 }, (_, i) => i * 2 + 1), [], "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …"],
] as [number[], [number, string][], string][])("lines %j are written as text", (numbers, names, text) =>
  expect(writeLineNumbers(numbers, new Map(names))).toBe(text),
);

test("any numbers come back in order, each once", () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 500 });
  fc.assert(
    fc.property(numbers, (lines) => {
      const ordered = [...new Set(lines)].sort((a, b) => a - b);
      expect(readLineNumbers(lines.join(", "))).toEqual(ordered);
    }),
  );
});
