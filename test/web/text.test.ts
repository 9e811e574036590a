import { describe, expect, test } from "vitest";
import { en } from "../../web/src/words/en.ts";
import { vi } from "../../web/src/words/vi.ts";

describe("the words of the public pages", () => {
  test("have the same keys in both languages", () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
  });

  test("say something, and fill in the same values", () => {
    const parameters = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).toSorted();
    for (const [key, words] of Object.entries(vi)) {
      const english = en[key as keyof typeof vi];
      expect(words.trim(), key).not.toBe("");
      expect(english.trim(), key).not.toBe("");
      expect(parameters(english), key).toEqual(parameters(words));
    }
  });

  test("are written in composed letters, as the record keeps them", () => {
    for (const words of [...Object.values(vi), ...Object.values(en)])
      expect(words).toBe(words.normalize("NFC"));
  });
});
