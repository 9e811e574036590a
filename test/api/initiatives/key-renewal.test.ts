import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { verifyHistory } from "#core/initiatives/history.ts";
import { firstOpenings } from "#core/initiatives/submission.ts";
import type { CoAuthorLinksView, RenewedKeyView } from "../../../functions/api/initiatives/views.ts";
import { answerKeyRequest } from "../../../functions/notices/key-renewal.ts";
import type { Mail } from "../../../functions/store/aws/mail.ts";
import { createTestApi } from "../../support/api.ts";
import { staff, testNow } from "../../support/units.ts";

const api = await createTestApi();
const email = "anh.tuyet@example.vn";
let minutes = 0;

/** Asks for a new key by mail, each time in another hour, and returns the one in the letter. */
async function renew(id: string): Promise<string> {
  minutes += 61;
  const now = new Date(Date.parse(testNow) + minutes * 60_000).toISOString();
  const sent: Mail[] = [];
  await api.store.receipts.putKeyRequest({ id, email, at: now });
  await answerKeyRequest(
    {
      store: api.store,
      mail: { send: async (letter) => void sent.push(letter) },
      origin: "https://sang-kien.example.vn",
      clock: () => now,
      random: (count) => randomBytes(count),
      log: () => {},
      measure: () => {},
    },
    id,
  );
  return /\/tra-cuu#[^.]+\.([\w-]{32})/.exec(sent[0]?.text ?? "")?.[1] ?? "";
}
const open = async (id: string, accessKey: string) =>
  (await api.ask(`/api/initiatives/${id}`, { accessKey })).status;
const linksOf = async (id: string, accessKey: string) => {
  const asked = { method: "POST", body: {}, accessKey };
  const links = (await (
    await api.ask(`/api/initiatives/${id}/co-author-links`, asked)
  ).json()) as CoAuthorLinksView;
  return links.links[0]?.token ?? "";
};
const openAsCoAuthor = async (id: string, accessKey: string) =>
  (await api.ask(`/api/initiatives/${id}/co-authors/1`, { accessKey })).status;

describe("a key that was renewed by mail", () => {
  it("leaves the old one good until it is first used, and takes its place then", async () => {
    const { id, accessKey } = await api.submitted();
    const fresh = await renew(id);
    expect(await open(id, accessKey)).toBe(200);
    expect((await api.store.initiatives.get(id))?.version).toBe(1);
    expect(await open(id, fresh)).toBe(200);
    expect(await open(id, accessKey)).toBe(404);
    const view = await api.read(id, { accessKey: fresh });
    expect(view.history.at(-1)).toMatchObject({ move: "renewKey", role: "author", facts: { way: "mail" } });
    const found = await api.store.initiatives.getWithHistory(id);
    if (found?.initiative.origin !== "application") throw new Error("lost");
    const { initiative, events } = found;
    const history = [{ event: initiative.first, openings: firstOpenings(initiative) }, ...events];
    expect(verifyHistory(history)).toEqual([]);
    expect(JSON.stringify(found)).not.toContain(fresh);
  });

  it("is used once by two requests at the same time", async () => {
    const { id } = await api.submitted();
    const fresh = await renew(id);
    expect(await Promise.all([open(id, fresh), open(id, fresh), open(id, fresh)])).toEqual([200, 200, 200]);
    expect((await api.store.initiatives.get(id))?.version).toBe(2);
  });

  it("and renewed again before use: the newest opens, the one between does not, the old one holds", async () => {
    const { id, accessKey } = await api.submitted();
    const between = await renew(id);
    const newest = await renew(id);
    expect(await open(id, between)).toBe(404);
    expect(await open(id, accessKey)).toBe(200);
    expect(await open(id, newest)).toBe(200);
    expect(await open(id, accessKey)).toBe(404);
    expect(await open(id, between)).toBe(404);
  });

  it("lets a retry of the submission have its receipt as long as the old key holds, and not afterwards", async () => {
    const { id, accessKey } = await api.submitted();
    const fresh = await renew(id);
    const record = await api.store.initiatives.get(id);
    expect(record).toMatchObject({ version: 1 });
    await open(id, fresh);
    expect(await api.store.initiatives.get(id)).toMatchObject({ submittedKeyHash: expect.any(String) });
    expect(await open(id, accessKey)).toBe(404);
  });

  it("opens nothing once another was given out at the counter", async () => {
    const { id, accessKey } = await api.submitted();
    const mailed = await renew(id);
    const asked = { method: "POST", body: { version: 1 }, staff: staff.reviewer };
    const given = (await (
      await api.ask(`/api/initiatives/${id}/access-key`, asked)
    ).json()) as RenewedKeyView;
    expect(await open(id, mailed)).toBe(404);
    expect(await open(id, accessKey)).toBe(404);
    expect(await open(id, given.accessKey)).toBe(200);
  });

  it("opens nothing once the record names another address or none", async () => {
    for (const contact of [{ phone: "0912345678", email: "khac@example.vn" }, null]) {
      const { id, accessKey } = await api.submitted();
      const mailed = await renew(id);
      const body = contact ? { contact } : { who: "contact", confirm: true };
      const path = `/api/initiatives/${id}/${contact ? "contact" : "erasure"}`;
      expect((await api.ask(path, { method: "POST", body, accessKey })).status).toBe(200);
      expect(await open(id, mailed)).toBe(404);
      expect(await open(id, accessKey)).toBe(200);
    }
  });

  it("opens a dossier that was withdrawn meanwhile", async () => {
    const { id, accessKey } = await api.submitted();
    const mailed = await renew(id);
    await api.move(id, "withdraw", 1, {}, { accessKey });
    expect(await open(id, mailed)).toBe(200);
  });
});

describe("a co-author's link", () => {
  it("holds until the one under the new key is first opened", async () => {
    const { id, accessKey } = await api.submitted();
    const old = await linksOf(id, accessKey);
    const fresh = await renew(id);
    const renewed = await linksOf(id, fresh);
    expect(renewed).not.toBe(old);
    expect(await openAsCoAuthor(id, old)).toBe(200);
    expect(await openAsCoAuthor(id, renewed)).toBe(200);
    expect(await openAsCoAuthor(id, old)).toBe(404);
    expect(await openAsCoAuthor(id, renewed)).toBe(200);
    expect(await linksOf(id, fresh)).toBe(renewed);
  });

  it("goes with the names that are erased, the renewed one too", async () => {
    const { id, accessKey } = await api.submitted();
    const old = await linksOf(id, accessKey);
    const fresh = await renew(id);
    const renewed = await linksOf(id, fresh);
    await api.move(id, "withdraw", 2, {}, { accessKey: fresh });
    const erased = { method: "POST", body: { who: "all", confirm: true }, accessKey: fresh };
    expect((await api.ask(`/api/initiatives/${id}/erasure`, erased)).status).toBe(200);
    expect(await openAsCoAuthor(id, old)).toBe(404);
    expect(await openAsCoAuthor(id, renewed)).toBe(404);
  });
});
