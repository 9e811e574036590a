import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isIdempotencyKey } from "../../functions/core/ids.ts";
import { forgetDossier, keepDossier, listDossiers } from "../../web/src/follow/kept-dossiers.ts";
import { drawKey, forgetDraft, keepDraft, readDraft } from "../../web/src/form/drafts.ts";
import { keepReceipt, readReceipt } from "../../web/src/form/kept-receipt.ts";
import { emptyForm } from "../../web/src/form/typed-form.ts";

/** The storage of a browser, as far as the pages use it. */
function openStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

beforeEach(() => vi.stubGlobal("localStorage", openStorage()));
afterEach(() => vi.unstubAllGlobals());

describe("a draft", () => {
  test("comes back as it was kept, letter for letter, unnormalised", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.boolean(), async (title, declared) => {
        const draft = {
          key: drawKey(),
          savedAt: "2026-11-20T03:00:00.000Z",
          form: { ...emptyForm(), title, declared },
        };
        expect(await keepDraft(draft)).toBe(true);
        expect(await readDraft()).toEqual(draft);
      }),
    );
  });

  test("of an older version gets what it lacks", async () => {
    localStorage.setItem("draft", JSON.stringify({ key: "k", savedAt: "", form: { title: "Tủ sách" } }));
    expect((await readDraft())?.form).toEqual({ ...emptyForm(), title: "Tủ sách" });
  });

  test("that cannot be read is none", async () => {
    localStorage.setItem("draft", "{");
    expect(await readDraft()).toBeNull();
  });

  test("is gone when it has been forgotten", async () => {
    await keepDraft({ key: drawKey(), savedAt: "", form: emptyForm() });
    await forgetDraft();
    expect(await readDraft()).toBeNull();
  });

  test("a browser that keeps nothing says so and does not break", async () => {
    const refuse = () => {
      throw new DOMException("no", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(await keepDraft({ key: "k", savedAt: "", form: emptyForm() })).toBe(false);
    expect(await readDraft()).toBeNull();
    await forgetDraft();
    expect(readReceipt()).toBeNull();
    expect(listDossiers()).toEqual([]);
  });

  test("has a key the API takes, another each time", () => {
    const keys = Array.from({ length: 50 }, drawKey);
    expect(keys.every(isIdempotencyKey)).toBe(true);
    expect(new Set(keys).size).toBe(50);
  });
});

test("the receipt of what was sent last survives a reload", () => {
  const receipt = {
    id: "7K3M-9QTX-2F4H",
    accessKey: "k",
    title: "Tủ sách",
    unit: "u",
    unitName: "Xã Suối Mơ",
    receivedAt: "2026-11-20T03:00:00.000Z",
    answerDueOn: "2026-12-20",
  };
  keepReceipt(receipt);
  expect(readReceipt()).toEqual(receipt);
});

test("the list of dossiers holds each once, the newest first", () => {
  const dossier = (id: string, title = id) => ({
    id,
    accessKey: "k",
    title,
    receivedAt: "2026-11-20T03:00:00.000Z",
  });
  for (const entry of [dossier("A"), dossier("B"), dossier("A", "again")]) keepDossier(entry);
  expect(listDossiers().map(({ title }) => title)).toEqual(["again", "B"]);
  forgetDossier("B");
  expect(listDossiers().map(({ id }) => id)).toEqual(["A"]);
});
