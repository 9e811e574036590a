import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanProse, isDay, optionalProse, requiredLine } from "#core/base/text.ts";
import { validate } from "#core/base/validation.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "ế",
      "e\u0302\u0301",
      "\u0301",
      "a",
      " ",
      "\r",
      "\n",
      "\t",
      "\u0000",
      "\u202e",
      "\ufeff",
      "\ud83d",
      "\u3164",
      "\u200b",
      "\u0335",
      "d",
      "ð",
      "Ð",
      "\u3099",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

describe("text as it is kept", () => {
  test("is NFC: typed on one phone or another it is the same", () => {
    expect(cleanProse("Tie\u0302\u0301ng Vie\u0323\u0302t")).toBe("Tiếng Việt");
    fc.assert(
      fc.property(anyText, (text) => cleanProse(text.normalize("NFD")) === cleanProse(text.normalize("NFC"))),
    );
  });

  test("needs no second cleaning", () => {
    fc.assert(fc.property(anyText, (text) => cleanProse(cleanProse(text)) === cleanProse(text)));
  });

  test("is NFC even where a control stood between a letter and its mark", () => {
    expect(cleanProse("a\u200e\u0301")).toBe("á");
  });

  test("has no control character but tab and line feed, no override of direction, and whole characters only", () => {
    const forbidden = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|\p{Cs}|[\u2028\u2029\ufeff]/u;
    fc.assert(fc.property(anyText, (text) => !forbidden.test(cleanProse(text))));
    expect(cleanProse("Số\u0000 \u202e15/QĐ\u202c\u0007")).toBe("Số 15/QĐ");
    expect(cleanProse("nửa \ud83d chữ, cả 🌱")).toBe("nửa  chữ, cả 🌱");
  });

  test("has no other blanks than space, tab and line feed, and no control, joiner, tag or noncharacter", () => {
    const forbidden =
      /(?![ \n])[\p{Z}\u3164\uFFA0\u2800]|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}/u;
    fc.assert(fc.property(anyText, (text) => !forbidden.test(cleanProse(text))));
    expect(cleanProse("Di\u00ADên\u200B\u00A0Kh\u2060ánh\u{E0041}\uFFFE")).toBe("Diên Khánh");
  });

  test.each([
    ["Ðoàn Ðà Nẵng", "Đoàn Đà Nẵng"],
    ["ðường Ɖặng ɖi", "đường Đặng đi"],
    ["D\u0335iên d\u0336ình", "Điên đình"],
    ["15/QÐ-UBND, 500.000ð, HÐND", "15/QĐ-UBND, 500.000đ, HĐND"],
    ["200ð/ðơn vị", "200đ/đơn vị"],
    ["phát âm /ð/ và /ðen/", "phát âm /ð/ và /ðen/"],
    ["Sigurður Þórðarson, ðə", "Sigurður Þórðarson, ðə"],
    ["\uF0B7 việc một \uF0FC", "• việc một ✓"],
    ["nhà nông 👩🏽‍🌾\u200D", "nhà nông 👩🏽‍🌾"],
  ])("%s is kept as %s", (typed, kept) => expect(cleanProse(typed)).toBe(kept));

  test.each(["\u200B", "\u3164", "\u2800 \u00A0", "\u0301", " \u0301\n\u0323", "\uFE0F", "\u{E0061}"])(
    "a text in which nothing is to be seen is empty: %j",
    (typed) => expect([cleanProse(typed), cleanLine(typed)]).toEqual(["", ""]),
  );

  test("of one line has each run of blanks as one space", () => {
    const breaks = [
      "\n",
      "\r\n",
      "\v",
      "\f",
      "\u0085",
      "\u2028",
      "\u2029",
      "\t",
      "\u00A0",
      "\u3000",
      " \n\t ",
    ];
    for (const each of breaks) expect(cleanLine(`Nguyễn${each}Văn An`)).toBe("Nguyễn Văn An");
    fc.assert(fc.property(anyText, (text) => cleanLine(cleanLine(text)) === cleanLine(text)));
  });

  test("of several lines breaks where any system breaks", () => {
    for (const each of ["\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"])
      expect(cleanProse(`Dòng một${each}Dòng hai`)).toBe("Dòng một\nDòng hai");
  });

  test("has line ends as one line feed and no space at its ends", () => {
    expect(cleanProse("  một\r\nhai\rba\n\n")).toBe("một\nhai\nba");
  });
});

describe("a text that must say something", () => {
  const title = requiredLine("title", 5);
  const faults = (value: unknown) => {
    const result = validate(title, value);
    return result.ok ? [] : result.errors;
  };

  test.each([undefined, null, 7, "", "   ", "\u200e\u0000"])("says nothing as %j", (value) => {
    expect(faults(value)).toEqual([{ pointer: "", code: "title.required" }]);
  });

  test("is measured after cleaning, and says how long it was", () => {
    expect(faults("  a\u0301bcde  ")).toEqual([]);
    expect(faults("abcdef")).toEqual([{ pointer: "", code: "title.tooLong", params: { max: 5, length: 6 } }]);
  });

  test("one that may be left empty is empty text when nothing is said", () => {
    expect(validate(optionalProse("note", 5), undefined)).toEqual({ ok: true, value: "" });
    expect(validate(optionalProse("note", 5), null)).toMatchObject({
      ok: false,
      errors: [{ code: "note.invalid" }],
    });
  });
});

describe("a day", () => {
  test.each(["2024-02-29", "2026-12-31", "1000-01-01"])("%s exists", (text) =>
    expect(isDay(text)).toBe(true),
  );

  test.each([
    "2026-11-31",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "0999-01-01",
    "31/11/2026",
    "2026-1-1",
    "2026-01-01T00:00:00Z",
    "",
  ])("%j does not", (text) => expect(isDay(text)).toBe(false));
});
