import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatNumber } from "#core/base/format-vi.ts";
import {
  describePeriod,
  describeYears,
  formatDay,
  formatPercent,
  formatQuantity,
  joinWords,
  nameInSentence,
  placeName,
  wholeOf,
} from "#core/report/wording.ts";

const amount = (
  value: number | null,
  measure: string,
  qualifier: "moreThan" | "nearly" | "about" | "over" | null = null,
) => formatQuantity({ key: "x", value, measure, qualifier });

describe("numbers", () => {
  test.each([
    [0, "0"],
    [7, "7"],
    [724, "724"],
    [1234.5, "1.234,5"],
    [702000, "702.000"],
    [1234567.891, "1.234.567,891"],
    [0.004, "0,004"],
    [12.345, "12,345"],
    [-1234.5, "-1.234,5"],
    [-0.00001, "0"],
  ])("%d is %s", (value, text) => expect(formatNumber(value)).toBe(text));

  test("are read back as they were, to four decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (cents) => {
        const text = formatNumber(cents / 10_000);
        expect(text).toMatch(/^\d{1,3}(\.\d{3})*(,\d{1,4})?$/);
        expect(Number(text.replaceAll(".", "").replace(",", "."))).toBeCloseTo(cents / 10_000, 4);
      }),
    );
  });

  test("as a share have one decimal", () => expect(formatPercent(41 / 94)).toBe("43,6%"));
});

describe("quantities", () => {
  test("carry what they count, with its parts apart", () => {
    expect(amount(724, "lượt cá nhân")).toBe("724 lượt cá nhân");
    expect(amount(97, "cơ quan/tổ chức/đơn vị")).toBe("97 cơ quan, tổ chức, đơn vị");
  });

  test("keep the word that says they are not exact", () => {
    expect(amount(105, "tỷ đồng", "moreThan")).toBe("hơn 105 tỷ đồng");
    expect(amount(105, "tỷ đồng", "nearly")).toBe("gần 105 tỷ đồng");
    expect(amount(1105.5, "tỷ đồng", "about")).toBe("khoảng 1.105,5 tỷ đồng");
    expect(amount(105, "tỷ đồng", "over")).toBe("trên 105 tỷ đồng");
  });

  test("that are unknown say so, whatever they would count", () => {
    expect(amount(null, "sáng kiến")).toBe("chưa có số liệu");
    expect(amount(null, "sáng kiến", "moreThan")).toBe("chưa có số liệu");
  });
});

test("days have a zero before days under 10 and the months 1 and 2 alone", () => {
  expect(formatDay("2021-03-05")).toBe("05/3/2021");
  expect(formatDay("2021-02-26")).toBe("26/02/2021");
  expect(formatDay("2020-12-25")).toBe("25/12/2020");
});

test.each([
  ["2019", "2019", "năm 2019"],
  ["2019-01-01", "2019-12-31", "năm 2019"],
  ["2016", "2020", "giai đoạn 2016–2020"],
  ["2019-01-01", "2019-06-30", "6 tháng đầu năm 2019"],
  ["2019-07-01", "2019-12-31", "6 tháng cuối năm 2019"],
  ["2019-01-01", "2019-09-30", "9 tháng đầu năm 2019"],
  ["2019-10-01", "2019-12-31", "quý IV năm 2019"],
  ["2019-02-01", "2019-02-28", "tháng 02 năm 2019"],
  ["2019-02-01", "2019-05-31", "từ tháng 02 đến tháng 5 năm 2019"],
  ["2019", "2021-06-30", "từ tháng 01 năm 2019 đến tháng 6 năm 2021"],
  ["2020-01-01", "2020-02-28", "từ ngày 01/01/2020 đến ngày 28/02/2020"],
  ["2019-03-15", "2019-09-20", "từ ngày 15/3/2019 đến ngày 20/9/2019"],
])("the period %s to %s is %s", (from, to, words) => {
  expect(describePeriod({ from, to })).toBe(words);
});

test("years are said in words", () => {
  expect(describeYears([2019])).toBe("năm 2019");
  expect(describeYears([2019, 2020])).toBe("năm 2019 và năm 2020");
  expect(describeYears([2018, 2019, 2020])).toBe("các năm 2018, 2019 và 2020");
});

test.each([
  ["Huyện Diên Khánh", "huyện Diên Khánh", "Diên Khánh", "toàn huyện"],
  ["Tỉnh Khánh Hòa (trước 01/7/2025)", "tỉnh Khánh Hòa", "Khánh Hòa", "toàn tỉnh"],
  ["Ủy ban MTTQ Việt Nam xã Suối Mơ", "xã Suối Mơ", "Suối Mơ", "toàn xã"],
  ["Thị trấn Diên Khánh", "thị trấn Diên Khánh", "Diên Khánh", "toàn thị trấn"],
  ["Hội Nông dân", "Hội Nông dân", "Hội Nông dân", "toàn đơn vị"],
])("%s is called %s; the place is %s, the whole %s", (name, sentence, place, whole) => {
  expect(nameInSentence({ name })).toBe(sentence);
  expect(placeName({ name })).toBe(place);
  expect(wholeOf({ name })).toBe(whole);
});

test("words are joined as in a sentence", () => {
  expect(joinWords([])).toBe("");
  expect(joinWords(["a"])).toBe("a");
  expect(joinWords(["a", "b", "c"])).toBe("a, b và c");
});
