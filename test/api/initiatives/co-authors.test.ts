import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { verifyHistory } from "#core/initiatives/history.ts";
import { nameConsentVersion } from "#core/initiatives/publish-name.ts";
import { firstOpenings, type Receipt } from "#core/initiatives/submission.ts";
import type {
  CoAuthorLinksView,
  CoAuthorView,
  InitiativeView,
} from "../../../functions/api/initiatives/views.ts";
import type { LibraryView } from "../../../functions/api/library/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { author, buildApplication, buildBody, buildTransition } from "../../support/submissions.ts";
import { province, staff } from "../../support/units.ts";

const api = await createTestApi();

async function linksOf({ id, accessKey }: Receipt) {
  const path = `/api/initiatives/${id}/co-author-links`;
  const response = await api.ask(path, { method: "POST", body: {}, accessKey });
  expect(response.status).toBe(200);
  return ((await response.json()) as CoAuthorLinksView).links;
}
const look = (id: string, n: number, token: string) =>
  api.ask(`/api/initiatives/${id}/co-authors/${n}`, { accessKey: token });
const reply = (id: string, n: number, token: string, body: unknown) =>
  api.ask(`/api/initiatives/${id}/co-authors/${n}`, { method: "POST", body, accessKey: token });

describe("a co-author's link", () => {
  it("is given to whoever submitted for each author but the first, and is the same each time", async () => {
    const receipt = await api.submitted();
    const links = await linksOf(receipt);
    expect(links).toEqual([
      { author: 1, fullName: "Huỳnh Ngọc Quý", token: expect.stringMatching(/^[\w-]{24}$/) },
    ]);
    expect(await linksOf(receipt)).toEqual(links);
    const kept = await api.client.send(
      new QueryCommand({
        TableName: api.table.name,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `INI#${receipt.id}` },
      }),
    );
    expect(JSON.stringify(kept.Items)).not.toContain(links[0]?.token);
  });

  it("shows title, names and shares, and nobody's contact or birth date", async () => {
    const receipt = await api.submitted();
    const [link] = await linksOf(receipt);
    const response = await look(receipt.id, 1, link?.token ?? "");
    const text = await response.text();
    const view = JSON.parse(text) as CoAuthorView;
    expect(view.title).toBe(receipt.title);
    expect(view.authors.map(({ fullName, share }) => [fullName, share])).toEqual([
      ["Nguyễn Thị Ánh Tuyết", 60],
      ["Huỳnh Ngọc Quý", 40],
    ]);
    for (const secret of ["0912345678", "anh.tuyet", "1984-03-08", "1990-11-20"])
      expect(text).not.toContain(secret);
  });

  it("opens nothing else: not another place, not the record, not under a wrong token", async () => {
    const receipt = await api.submitted();
    const [link] = await linksOf(receipt);
    const token = link?.token ?? "";
    for (const refused of [
      await look(receipt.id, 0, token),
      await look(receipt.id, 2, token),
      await look(receipt.id, 1, receipt.accessKey),
      await look("0000-0000-0000", 1, token),
    ]) {
      expect(refused.status).toBe(404);
      expect((await problemOf(refused)).code).toBe("coAuthor.linkVoid");
    }
    expect((await api.ask(`/api/initiatives/${receipt.id}`, { accessKey: token })).status).toBe(404);
  });

  it("is void once the form says something else of that author", async () => {
    const receipt = await api.submitted();
    const [link] = await linksOf(receipt);
    await reply(receipt.id, 1, link?.token ?? "", { answer: "confirmed" });
    await api.move(receipt.id, "return", 2, { reason: "Sai tên đồng tác giả." }, { staff: staff.reviewer });
    const [first, second] = buildApplication().authors;
    if (!first || !second) throw new Error("no authors");
    const application = buildApplication({ authors: [first, { ...second, fullName: "Huỳnh Ngọc Quyên" }] });
    const sent = await api.move(receipt.id, "resubmit", 3, { application }, { accessKey: receipt.accessKey });
    expect(((await sent.json()) as InitiativeView).coAuthors).toEqual([]);
    expect((await look(receipt.id, 1, link?.token ?? "")).status).toBe(404);
    const [fresh] = await linksOf(receipt);
    expect(fresh?.token).not.toBe(link?.token);
    expect((await look(receipt.id, 1, fresh?.token ?? "")).status).toBe(200);
    expect((await look(receipt.id, 1, link?.token ?? "")).status).toBe(404);
  });
});

describe("a co-author's answer", () => {
  it("is a step of the history that the author and staff see, and the chain verifies", async () => {
    const receipt = await api.submitted();
    const [link] = await linksOf(receipt);
    const word = "Tôi chỉ giúp vận chuyển.";
    const answered = await reply(receipt.id, 1, link?.token ?? "", { answer: "denied", word });
    expect(answered.status).toBe(200);
    for (const given of [{ accessKey: receipt.accessKey }, { staff: staff.reviewer }]) {
      const view = await api.read(receipt.id, given);
      expect(view.coAuthors).toEqual([expect.objectContaining({ author: 1, answer: "denied", word })]);
      expect(view.state).toBe("registered");
      expect(view.history.at(-1)).toMatchObject({ move: "answerAsCoAuthor", role: "coAuthor" });
    }
    const found = await api.store.initiatives.getWithHistory(receipt.id);
    if (found?.initiative.origin !== "application") throw new Error("lost");
    const { initiative, events } = found;
    const history = [{ event: initiative.first, openings: firstOpenings(initiative) }, ...events];
    expect(verifyHistory(history)).toEqual([]);
  });

  it("given twice is noted once; changed, it is noted again", async () => {
    const receipt = await api.submitted();
    const [link] = await linksOf(receipt);
    const token = link?.token ?? "";
    await reply(receipt.id, 1, token, { answer: "confirmed" });
    await reply(receipt.id, 1, token, { answer: "confirmed", word: "" });
    expect((await api.read(receipt.id, { accessKey: receipt.accessKey })).version).toBe(2);
    await reply(receipt.id, 1, token, { answer: "denied" });
    const view = await api.read(receipt.id, { accessKey: receipt.accessKey });
    expect([view.version, view.coAuthors[0]?.answer]).toEqual([3, "denied"]);
  });

  it("at the moment of a move is noted behind it", async () => {
    const share = (n: number) => ({ ...author, fullName: `Tác giả thứ ${n}`, share: 20 });
    const application = buildApplication({ authors: [0, 1, 2, 3, 4].map(share) });
    const response = await api.submit({
      campaign: "dot-2026",
      unit: "xa-suoi-mo",
      channel: "web",
      application,
    });
    const receipt = (await response.json()) as Receipt;
    const links = await linksOf(receipt);
    const answers = await Promise.all([
      ...links.map(({ author: n, token }) => reply(receipt.id, n, token, { answer: "confirmed" })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const view = await api.read(receipt.id, { accessKey: receipt.accessKey });
    expect(view.coAuthors.map(({ author: n }) => n)).toEqual([1, 2, 3, 4]);
    expect(view.version).toBe(5);
  });

  it("must be one of two, and its word is not endless", async () => {
    const receipt = await api.submitted();
    const [link] = await linksOf(receipt);
    const faulty = await problemOf(
      await reply(receipt.id, 1, link?.token ?? "", { answer: "perhaps", word: "x".repeat(1_001) }),
    );
    expect(faulty.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/answer", "coAuthor.answer.required"],
      ["/word", "coAuthor.word.tooLong"],
    ]);
  });
});

describe("a name is published", () => {
  const change = (id: string, body: object, given: object) =>
    api.ask(`/api/initiatives/${id}/name-consent`, { method: "POST", body, ...given });
  const submitAgreeing = () => api.submitted(buildBody({ publishName: nameConsentVersion }));

  it("where its owner said so: the first author in the form, a co-author by their link", async () => {
    const receipt = await submitAgreeing();
    const [link] = await linksOf(receipt);
    const seen = (await (await look(receipt.id, 1, link?.token ?? "")).json()) as CoAuthorView;
    expect(seen.publishesName).toBe(false);
    const answer = { answer: "confirmed", publishName: nameConsentVersion };
    const noted = (await (await reply(receipt.id, 1, link?.token ?? "", answer)).json()) as CoAuthorView;
    expect(noted.publishesName).toBe(true);
    const view = await api.read(receipt.id, { accessKey: receipt.accessKey });
    expect(view.nameConsents.map(({ author, version }) => [author, version])).toEqual([
      [0, nameConsentVersion],
      [1, nameConsentVersion],
    ]);
    // The same answer with the box cleared takes it back.
    const back = (await (
      await reply(receipt.id, 1, link?.token ?? "", { answer: "confirmed" })
    ).json()) as CoAuthorView;
    expect([back.publishesName, back.answer?.answer]).toEqual([false, "confirmed"]);
  });

  it("until its owner takes it back; whoever holds the key speaks for the first author alone", async () => {
    const receipt = await submitAgreeing();
    const other = await change(
      receipt.id,
      { author: 1, publishName: nameConsentVersion },
      { accessKey: receipt.accessKey },
    );
    expect((await problemOf(other)).errors).toContainEqual(
      expect.objectContaining({ code: "nameConsent.own" }),
    );
    const back = await change(receipt.id, { author: 0, publishName: "" }, { accessKey: receipt.accessKey });
    const view = (await back.json()) as InitiativeView;
    expect(view.nameConsents).toEqual([]);
    expect(view.history.at(-1)).toMatchObject({
      move: "changeNameConsent",
      facts: { author: 0, publishName: "" },
    });
    const counter = await change(
      receipt.id,
      { author: 1, publishName: nameConsentVersion },
      { staff: staff.reviewer },
    );
    expect(((await counter.json()) as InitiativeView).nameConsents).toMatchObject([{ author: 1 }]);
  });

  it("in the library, of those who agreed alone", async () => {
    const [silent, agreeing] = [await api.submitted(), await submitAgreeing()];
    for (const { id } of [silent, agreeing])
      for (const move of ["accept", "propose", "recognise"] as const) {
        const before = await api.store.initiatives.get(id);
        if (before?.origin !== "application") throw new Error("lost");
        const number = await api.store.initiatives.nextNumber(before.unit, before.year);
        await api.store.initiatives.save(buildTransition(before, move, number), before);
      }
    const answer = await api.ask(`/api/library?province=${province.id}&year=2026`);
    const { items } = (await answer.json()) as LibraryView;
    const names = (id: string) => items.find((item) => item.id === id)?.authors;
    expect([names(silent.id), names(agreeing.id)]).toEqual([[], ["Nguyễn Thị Ánh Tuyết"]]);
  });
});
