import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayHaveDecimals, readNumber, scaleOf, toTypedNumber } from "#core/base/typed-number.ts";

const number = (value: number) => ({ kind: "number", value });
const unclear = (...readings: number[]) => ({ kind: "unclear", readings });

describe("a number typed where decimals may be", () => {
  test.each([
    ["", { kind: "empty" }],
    ["  ", { kind: "empty" }],
    ["1900", number(1900)],
    ["0", number(0)],
    ["98,5", number(98.5)],
    ["0,5", number(0.5)],
    ["0,500", number(0.5)],
    ["1.234,5", number(1234.5)],
    ["1,234.5", number(1234.5)],
    ["1.900.000", number(1_900_000)],
    ["1,900,000", number(1_900_000)],
    ["12 345", number(12_345)],
    ["12\u00a0345", number(12_345)],
    ["12\u202f345,6", number(12_345.6)],
    ["１２３，５", number(123.5)],
    ["−5", number(-5)],
    ["1.900", unclear(1900, 1.9)],
    ["16.500", unclear(16_500, 16.5)],
    ["1,900", unclear(1.9, 1900)],
    ["0.5", unclear(0.5)],
    ["98.5", unclear(98.5)],
    ["0.500", unclear(0.5)],
    ["hơn 100", { kind: "qualified" }],
    ["Khoảng 1.900", { kind: "qualified" }],
    ["~100", { kind: "qualified" }],
    [">=100", { kind: "qualified" }],
    ["hơn", { kind: "invalid" }],
    ["12 34", { kind: "invalid" }],
    ["1.90.000", { kind: "invalid" }],
    ["1.2345.6,7", { kind: "invalid" }],
    ["12 tỷ", { kind: "invalid" }],
    ["98,", { kind: "invalid" }],
    ["1e3", { kind: "invalid" }],
    ["Infinity", { kind: "invalid" }],
    ["9007199254740991", number(9_007_199_254_740_991)],
    ["9007199254740993", { kind: "large" }],
    ["9.007.199.254.740.993", { kind: "large" }],
  ])("%j", (typed, reading) => {
    expect(readNumber(typed, { decimals: true })).toEqual(reading);
  });
});

test.each([
  ["1.900", number(1900)],
  ["16.500", number(16_500)],
  ["2.026", number(2026)],
  ["1,900", unclear(1900)],
  ["98,5", { kind: "fraction", value: 98.5 }],
  ["98.5", { kind: "fraction", value: 98.5 }],
  ["98,0", number(98)],
  ["hơn 100", { kind: "qualified" }],
  ["9007199254740993", { kind: "large" }],
])("a whole number typed as %j", (typed, reading) => {
  expect(readNumber(typed, { decimals: false })).toEqual(reading);
});

const amount = fc.double({ min: 0, max: 1e15, noNaN: true }).map((value) => Number(value.toFixed(3)));

test("what is written is read back as the same number, without a question", () => {
  fc.assert(
    fc.property(amount, (value) => {
      expect(readNumber(toTypedNumber(value), { decimals: true })).toEqual(number(value));
    }),
  );
});

test("what Vietnamese write is never read as another number: it is that number, or asked with it among the readings", () => {
  fc.assert(
    fc.property(amount, (value) => {
      const reading = readNumber(value.toLocaleString("vi-VN", { maximumFractionDigits: 3 }), {
        decimals: true,
      });
      const readings = reading.kind === "unclear" ? reading.readings : [];
      if (reading.kind !== "unclear") expect(reading).toEqual(number(value));
      else expect(readings).toContain(value);
    }),
  );
});

test("whole numbers that Vietnamese write need no question where only whole ones are meant", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (value) => {
      expect(readNumber(value.toLocaleString("vi-VN"), { decimals: false })).toEqual(number(value));
    }),
  );
});

test("any text is read or refused, and a number that is read is finite", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.boolean(), (typed, decimals) => {
      const reading = readNumber(typed, { decimals });
      if (reading.kind === "number") expect(Number.isFinite(reading.value)).toBe(true);
    }),
  );
});

test("money, areas and shares may have decimals, what is counted may not", () => {
  for (const measure of ["đồng", "triệu đồng", "tỷ đồng", "ha", "%", "tỷ lệ", ""])
    expect(mayHaveDecimals(measure), measure).toBe(true);
  for (const measure of ["hồ sơ", "sáng kiến", "cán bộ", "lượt", "mô hình", "hộ", "thôn/tổ dân phố"])
    expect(mayHaveDecimals(measure), measure).toBe(false);
});

test("large numbers are said in millions and billions", () => {
  expect(scaleOf(12_345_000_000)).toEqual({ value: 12.345, name: "billion" });
  expect(scaleOf(702_000_000)).toEqual({ value: 702, name: "million" });
  expect(scaleOf(16_500)).toBeNull();
});

test("no page leaves the reading of numbers to the browser", () => {
  const folder = join(import.meta.dirname, "../../../web/src");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  expect(sources.length).toBeGreaterThan(100);
  const reading = sources.filter((path) =>
    /type=["'{]+number|valueAsNumber/.test(readFileSync(join(folder, path), "utf8")),
  );
  expect(reading).toEqual([]);
});
