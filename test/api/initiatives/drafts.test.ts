import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { DraftReceipt, DraftView } from "#core/initiatives/draft.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { drawIdempotencyKey } from "../../support/submissions.ts";
import { testNow } from "../../support/units.ts";

const api = await createTestApi();
const dayMilliseconds = 24 * 60 * 60 * 1000;

function drawDraft() {
  const path = `/api/drafts/${randomBytes(16).toString("base64url")}`;
  const writeKey = drawIdempotencyKey();
  return {
    path,
    writeKey,
    put: (version: number, ciphertext = "AAAA", key = writeKey) =>
      api.ask(path, {
        method: "PUT",
        body: { ciphertext, iv: "i".repeat(16), version },
        accessKey: key,
      }),
    get: () => api.ask(path),
    remove: (key = writeKey) => api.ask(path, { method: "DELETE", accessKey: key }),
  };
}

const code = async (response: Response) => [response.status, (await problemOf(response)).code];

describe("a draft behind a link", () => {
  it("comes back as it was kept, with the day it expires", async () => {
    const draft = drawDraft();
    const kept = (await (await draft.put(0)).json()) as DraftReceipt;
    expect(kept).toEqual({
      version: 1,
      expiresAt: new Date(Date.parse(testNow) + 60 * dayMilliseconds).toISOString(),
    });
    const view = (await (await draft.get()).json()) as DraftView;
    expect(view).toEqual({ ...kept, ciphertext: "AAAA", iv: "i".repeat(16) });
  });

  it("is replaced on condition of its version; the same request again is the same one", async () => {
    const draft = drawDraft();
    await draft.put(0);
    expect((await draft.put(1, "BBBB")).status).toBe(200);
    const repeated = (await (await draft.put(1, "BBBB")).json()) as DraftReceipt;
    expect(repeated.version).toBe(2);
    expect(await code(await draft.put(1, "CCCC"))).toEqual([409, "draft.conflict"]);
    expect(await code(await draft.put(0, "CCCC"))).toEqual([409, "draft.conflict"]);
    expect(((await (await draft.get()).json()) as DraftView).ciphertext).toBe("BBBB");
  });

  it("changes for nobody without its write key", async () => {
    const draft = drawDraft();
    await draft.put(0);
    expect(await code(await draft.put(1, "BBBB", drawIdempotencyKey()))).toEqual([403, "draft.writeKey"]);
    expect(await code(await draft.put(1, "BBBB", "too-short"))).toEqual([403, "draft.writeKey"]);
    expect(await code(await draft.remove(drawIdempotencyKey()))).toEqual([403, "draft.writeKey"]);
    expect((await draft.get()).status).toBe(200);
  });

  it("is gone when it is removed, and removing it again is no fault", async () => {
    const draft = drawDraft();
    await draft.put(0);
    expect((await draft.remove()).status).toBe(200);
    expect((await draft.remove()).status).toBe(200);
    expect(await code(await draft.get())).toEqual([404, "draft.notFound"]);
  });

  it("expires after 60 days, whether it was removed yet or not, and its place is free then", async () => {
    const draft = drawDraft();
    await draft.put(0);
    const after = (days: number) =>
      api.setNow(new Date(Date.parse(testNow) + days * dayMilliseconds).toISOString());
    after(59.9);
    expect((await draft.get()).status).toBe(200);
    after(60);
    expect(await code(await draft.get())).toEqual([404, "draft.notFound"]);
    expect((await draft.put(1)).status).toBe(200);
    expect((await draft.get()).status).toBe(200);
    after(0);
  });

  it("holds at most 200 kB", async () => {
    const draft = drawDraft();
    expect((await draft.put(0, "A".repeat(200_000))).status).toBe(200);
    const refused = await problemOf(await draft.put(1, "A".repeat(200_004)));
    expect(refused.code).toBe("draft.invalid");
    expect(refused.errors).toMatchObject([{ pointer: "/ciphertext", code: "draft.tooLong" }]);
    expect(await code(await draft.put(1, "A".repeat(300_000)))).toEqual([413, "request.tooLarge"]);
  });

  it("is ciphertext and nothing else", async () => {
    const { path, writeKey } = drawDraft();
    const body = { ciphertext: "<p>", iv: "short", version: -1, title: "Tủ sách" };
    const response = await api.ask(path, { method: "PUT", body, accessKey: writeKey });
    const { errors } = await problemOf(response);
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(["/ciphertext", "/iv", "/title", "/version"]);
    expect(await code(await api.ask("/api/drafts/1", {}))).toEqual([404, "draft.notFound"]);
  });
});
