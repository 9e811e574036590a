import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isIdempotencyKey } from "#core/base/ids.ts";
import { validate } from "#core/base/validation.ts";
import { DraftBody, isDraftId, isWriteKey } from "#core/initiatives/draft.ts";
import { forgetDossier, keepDossier, listDossiers } from "../../../web/src/public/follow/kept-dossiers.ts";
import { drawKey, readDraft, startDraft } from "../../../web/src/public/form/drafts/drafts.ts";
import { hasDrafts, hasWaiting, markDrafts } from "../../../web/src/public/form/drafts/flags.ts";
import {
  continuePath,
  decryptDraft,
  drawLink,
  encryptDraft,
  readContinueHash,
} from "../../../web/src/public/form/drafts/link.ts";
import { keepReceipt, readReceipt } from "../../../web/src/public/form/sending/kept-receipt.ts";
import { emptyAuthor, emptyForm } from "../../../web/src/public/form/typed-form.ts";

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

/** What people may type: anything that a text field holds. */
const typedForm = fc
  .record({
    title: fc.string({ unit: "binary" }),
    substance: fc.string({ unit: "grapheme", maxLength: 300 }),
    unitTyped: fc.string(),
    authors: fc.array(fc.record({ fullName: fc.string({ unit: "grapheme" }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    declared: fc.boolean(),
  })
  .map(({ authors, ...members }) => ({
    ...emptyForm(),
    ...members,
    authors: authors.map((author) => ({ ...emptyAuthor(), ...author })),
  }));

describe("a draft", () => {
  test("comes back as it was kept", () => {
    fc.assert(
      fc.property(typedForm, (form) => {
        const draft = startDraft(form);
        expect(readDraft(structuredClone(draft))).toEqual(draft);
      }),
    );
  });

  test("of an older version gets what it lacks", () => {
    const kept = { key: "k", form: { title: "Tủ sách" } } as Parameters<typeof readDraft>[0];
    const read = readDraft(kept);
    expect(read.form).toEqual({ ...emptyForm(), title: "Tủ sách" });
    expect(read).toMatchObject({ key: "k", link: null, waiting: null, refusal: null });
  });

  test("has a key the API takes, another each time", () => {
    const keys = Array.from({ length: 50 }, drawKey);
    expect(keys.every(isIdempotencyKey)).toBe(true);
    expect(new Set(keys).size).toBe(50);
  });

  test("leaves marks for the other pages", () => {
    expect([hasDrafts(), hasWaiting()]).toEqual([false, false]);
    markDrafts(2, 1);
    expect([hasDrafts(), hasWaiting()]).toEqual([true, true]);
    markDrafts(0, 0);
    expect([hasDrafts(), hasWaiting()]).toEqual([false, false]);
  });
});

describe("a draft behind a link", () => {
  test("opens letter for letter with the link's key, and is a body the API takes", async () => {
    await fc.assert(
      fc.asyncProperty(typedForm, async (form) => {
        const content = { key: drawKey(), form };
        const link = drawLink();
        const { writeKey, ...sealed } = await encryptDraft(content, link);
        // What is no whole character cannot be written as text: it becomes the mark for one that is unknown.
        expect(await decryptDraft(sealed, link)).toEqual(JSON.parse(JSON.stringify(content)));
        expect(validate(DraftBody, { ...sealed, version: 0 }).ok).toBe(true);
        expect(isWriteKey(writeKey)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("does not open with another key, in another place, or with a bit changed", async () => {
    const link = drawLink();
    const content = { key: drawKey(), form: { ...emptyForm(), title: "Tủ sách" } };
    const { ciphertext, iv } = await encryptDraft(content, link);
    const changed = `${ciphertext.startsWith("A") ? "B" : "A"}${ciphertext.slice(1)}`;
    await expect(decryptDraft({ ciphertext, iv }, { ...link, key: drawLink().key })).rejects.toThrow();
    await expect(decryptDraft({ ciphertext, iv }, { ...link, id: drawLink().id })).rejects.toThrow();
    await expect(decryptDraft({ ciphertext: changed, iv }, link)).rejects.toThrow();
  });

  test("is another ciphertext each time, under the same write key", async () => {
    const link = drawLink();
    const content = { key: drawKey(), form: emptyForm() };
    const [one, two] = [await encryptDraft(content, link), await encryptDraft(content, link)];
    expect(one.ciphertext).not.toBe(two.ciphertext);
    expect(one.writeKey).toBe(two.writeKey);
    expect(one.writeKey).not.toBe(link.key);
  });

  test("holds the longest form there can be", async () => {
    const long = (count: number) => Array.from({ length: count }, (_, i) => "ưỡễđ"[i % 4]).join("");
    const form = {
      ...emptyForm(),
      substance: long(20_000),
      confidential: long(5_000),
      conditions: long(5_000),
      benefitsByAuthor: long(10_000),
      benefitsByUsers: long(10_000),
    };
    const { writeKey: _, ...sealed } = await encryptDraft({ key: drawKey(), form }, drawLink());
    expect(validate(DraftBody, { ...sealed, version: 0 }).ok).toBe(true);
  });

  test("is named by a fragment that was copied whole, or not at all", () => {
    const link = drawLink();
    const { hash, pathname } = new URL(continuePath(link), "https://example.vn");
    expect(pathname).toBe("/gui/tiep-tuc");
    expect(readContinueHash(hash)).toEqual({ id: link.id, key: link.key });
    expect(isDraftId(link.id)).toBe(true);
    expect(readContinueHash(hash.slice(0, -1))).toBeNull();
    expect(readContinueHash("")).toBeNull();
  });
});

const receipt = {
  id: "7K3M-9QTX-2F4H",
  accessKey: "k",
  title: "Tủ sách",
  unit: "u",
  unitName: "Xã Suối Mơ",
  receivedAt: "2026-11-20T03:00:00.000Z",
  late: false,
  answerDueOn: "2026-12-20",
};

test("a browser that keeps nothing says so and does not break", () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  markDrafts(1, 1);
  expect(hasDrafts()).toBe(false);
  expect(readReceipt()).toBeNull();
  expect(listDossiers()).toEqual([]);
  // What cannot be stored is shown all the same.
  expect(keepReceipt(receipt)).toBe(false);
  expect(readReceipt()).toEqual(receipt);
});

test("the receipt of what was sent last survives a reload", () => {
  expect(keepReceipt(receipt)).toBe(true);
  expect(readReceipt()).toEqual(receipt);
});

test("the list of dossiers holds each once, the newest first", () => {
  const dossier = (id: string, title = id) => ({
    id,
    accessKey: "k",
    title,
    receivedAt: "2026-11-20T03:00:00.000Z",
    late: false,
  });
  for (const entry of [dossier("A"), dossier("B"), dossier("A", "again")]) keepDossier(entry);
  expect(listDossiers().map(({ title }) => title)).toEqual(["again", "B"]);
  forgetDossier("B");
  expect(listDossiers().map(({ id }) => id)).toEqual(["A"]);
});
