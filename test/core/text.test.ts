import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, isDay, optionalText, requiredText } from "../../functions/core/text.ts";
import { validate } from "../../functions/core/validation.ts";

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
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

describe("text as it is kept", () => {
  test("is NFC: typed on one phone or another it is the same", () => {
    expect(cleanText("Tie\u0302\u0301ng Vie\u0323\u0302t")).toBe("Tiếng Việt");
    fc.assert(
      fc.property(anyText, (text) => cleanText(text.normalize("NFD")) === cleanText(text.normalize("NFC"))),
    );
  });

  test("needs no second cleaning", () => {
    fc.assert(fc.property(anyText, (text) => cleanText(cleanText(text)) === cleanText(text)));
  });

  test("is NFC even where a control stood between a letter and its mark", () => {
    expect(cleanText("a\u200e\u0301")).toBe("á");
  });

  test("has no control character but tab and line feed, no override of direction, and whole characters only", () => {
    const forbidden = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|\p{Cs}|[\u2028\u2029\ufeff]/u;
    fc.assert(fc.property(anyText, (text) => !forbidden.test(cleanText(text))));
    expect(cleanText("Số\u0000 \u202e15/QĐ\u202c\u0007")).toBe("Số 15/QĐ");
    expect(cleanText("nửa \ud83d chữ, cả 🌱")).toBe("nửa  chữ, cả 🌱");
  });

  test("has line ends as one line feed and no space at its ends", () => {
    expect(cleanText("  một\r\nhai\rba\n\n")).toBe("một\nhai\nba");
  });
});

describe("a text that must say something", () => {
  const title = requiredText("title", 5);
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
    expect(validate(optionalText("note", 5), undefined)).toEqual({ ok: true, value: "" });
    expect(validate(optionalText("note", 5), null)).toMatchObject({
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
