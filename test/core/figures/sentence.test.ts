import fc from "fast-check";
import { describe, expect, test } from "vitest";
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

describe("a sentence does not state a figure", () => {
  const stated = { value: 48, qualifier: null, measure: "hồ sơ" } as const;
  test.each([
    "Có hơn 48 hồ sơ.",
    "Có gần 48 hồ sơ.",
    "Có khoảng 48 hồ sơ.",
    "20 sáng kiến được công nhận trên 48 hồ sơ.",
    "Có ít nhất 48 hồ sơ.",
    "Không quá 48 hồ sơ.",
    "Đạt 20/48 hồ sơ.",
    "Có 40–48 hồ sơ.",
    "Bình quân 48 hồ sơ/xã.",
    "Bình quân 48 hồ sơ mỗi xã.",
  ])("with another qualifier, as part of a share or range, or as a ratio: %s", (sentence) => {
    expect(findStatement(sentence, stated)).toBeNull();
  });

  test("but one with its own qualifier, with words that only end like one, or behind a list", () => {
    expect(findStatement("Có hơn 48 hồ sơ.", { ...stated, qualifier: "moreThan" })).not.toBeNull();
    expect(findStatement("Xã Cơn 48 hồ sơ; thôn Mây 2.", stated)).not.toBeNull();
    expect(findStatement("Hơn nữa, 48 hồ sơ đã nộp.", stated)).not.toBeNull();
    expect(findStatement("Có hơn 48 hồ sơ, trong đó 48 hồ sơ giấy.", stated)).toEqual({ from: 26, to: 34 });
  });

  test("whose measure is a ratio, in the words of its parts", () => {
    const income = { value: 12, qualifier: null, measure: "triệu đồng/hộ" } as const;
    for (const sentence of ["Lãi 12 triệu đồng.", "Có 12 hộ.", "Lãi 12 triệu đồng và 12 hộ."])
      expect(findStatement(sentence, income)).toBeNull();
    expect(findStatement("Lãi 12 triệu đồng/hộ.", income)).not.toBeNull();
    const bodies = { value: 97, qualifier: null, measure: "cơ quan/tổ chức/đơn vị" } as const;
    expect(findStatement("Đến 97 cơ quan, tổ chức, đơn vị.", bodies)).not.toBeNull();
    expect(findStatement("Đến 97 cơ quan/tổ chức.", bodies)).not.toBeNull();
  });
});
