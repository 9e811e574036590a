import { describe, expect, it } from "vitest";
import { parseId } from "#core/base/ids.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import type { PaperCampaignsView } from "../../../functions/api/campaigns/views.ts";
import type { ListView } from "../../../functions/api/initiatives/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildApplication, buildBody, drawIdempotencyKey } from "../../support/submissions.ts";
import { commune, endedDistrict, neighbour, staff } from "../../support/units.ts";

const api = await createTestApi();

describe("a submission", () => {
  it("gives a receipt with a code that can be typed and the day an answer is due", async () => {
    const response = await api.submit();
    expect(response.status).toBe(201);
    const receipt = (await response.json()) as Receipt;
    expect(parseId(receipt.id.toLowerCase())).toBe(receipt.id);
    expect(receipt.accessKey.length).toBeGreaterThanOrEqual(32);
    expect(receipt.answerDueOn).toBe("2026-07-15");
  });

  it("takes one DynamoDB request behind its challenge’s count when units and campaign are in memory", async () => {
    await api.submit();
    const substance = "Rác hữu cơ ở chợ được phân loại tại sạp. ".repeat(60);
    const body = buildBody({ application: buildApplication({ substance }) });
    const kilobytes = Buffer.byteLength(JSON.stringify(body)) / 1024;
    expect(kilobytes).toBeGreaterThan(3.9);
    const { result, requests } = await api.countRequests(() => api.submit(body));
    expect(result.status).toBe(201);
    // The challenge counts the address; the submission itself writes the record.
    expect(requests).toEqual(["UpdateItem", "PutItem"]);
  });

  it("gives one record and one receipt to 100 concurrent submits under one key", async () => {
    const key = drawIdempotencyKey();
    const answers = await Promise.all(Array.from({ length: 100 }, () => api.submit(buildBody(), key)));
    const receipts = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    const [{ id }] = receipts as [Receipt];
    const records = await Array.fromAsync(api.store.initiatives.all());
    expect(records.filter((record) => record.id === id)).toHaveLength(1);
  });

  it("gives the same receipt to a retry days later, without a second request on top of the count and the write", async () => {
    const key = drawIdempotencyKey();
    const first = await (await api.submit(buildBody(), key)).json();
    const { result, requests } = await api.countRequests(() => api.submit(buildBody(), key));
    expect(await result.json()).toEqual(first);
    // The challenge counts the address; the submission itself writes the record.
    expect(requests).toEqual(["UpdateItem", "PutItem"]);
  });

  it("refuses the same key with another body, and keeps the first", async () => {
    const key = drawIdempotencyKey();
    const receipt = (await (await api.submit(buildBody(), key)).json()) as Receipt;
    const other = buildBody({ application: buildApplication({ title: "Một sáng kiến khác hẳn" }) });
    const refused = await api.submit(other, key);
    expect(refused.status).toBe(422);
    expect((await problemOf(refused)).code).toBe("idempotencyKey.reused");
    const kept = await api.read(receipt.id, { accessKey: receipt.accessKey });
    expect(kept.title).toBe(buildBody().application.title);
  });

  it("keeps neither the idempotency key nor the access key", async () => {
    const key = drawIdempotencyKey();
    const receipt = (await (await api.submit(buildBody(), key)).json()) as Receipt;
    const stored = JSON.stringify(await api.store.initiatives.getWithHistory(receipt.id));
    expect(stored).toContain(receipt.id);
    expect(stored).not.toContain(key);
    expect(stored).not.toContain(receipt.accessKey);
  });
});

describe("who may follow it", () => {
  it("is whoever holds its access key, and knowing the code alone gives nothing", async () => {
    const mine = await api.submitted();
    const other = await api.submitted();
    const path = `/api/initiatives/${mine.id}`;
    expect((await api.ask(path, { accessKey: mine.accessKey })).status).toBe(200);
    for (const given of [{}, { accessKey: other.accessKey }, { accessKey: mine.id }]) {
      const refused = await api.ask(path, given);
      expect(refused.status).toBe(404);
      expect((await problemOf(refused)).code).toBe("initiative.notFound");
    }
  });

  it("finds the record by the code as a person types it", async () => {
    const receipt = await api.submitted();
    const typed = encodeURIComponent(receipt.id.toLowerCase().replaceAll("-", " "));
    expect((await api.ask(`/api/initiatives/${typed}`, { accessKey: receipt.accessKey })).status).toBe(200);
  });
});

describe("bad input", () => {
  const application = buildApplication();
  const [first] = application.authors;
  const cases: [string, unknown, string, string][] = [
    [
      "a wrong type",
      buildBody({ application: { ...application, title: 7 as unknown as string } }),
      "/application/title",
      "title.required",
    ],
    ["an unknown field", { ...buildBody(), colour: "red" }, "/colour", "field.unknown"],
    [
      "an unknown field inside",
      buildBody({ application: { ...application, colour: "red" } as typeof application }),
      "/application/colour",
      "field.unknown",
    ],
    [
      "an over-long text",
      buildBody({ application: { ...application, title: "x".repeat(301) } }),
      "/application/title",
      "title.tooLong",
    ],
    [
      "shares that do not sum to 100",
      buildBody({
        application: { ...application, authors: [{ ...first, share: 90 }] } as typeof application,
      }),
      "/application/authors",
      "authors.shares",
    ],
    [
      "a birth year of 2960",
      buildBody({
        application: {
          ...application,
          authors: [{ ...first, birthDate: "2960-01-01", share: 100 }],
        } as typeof application,
      }),
      "/application/authors/0/birthDate",
      "person.birthDate.implausible",
    ],
    [
      "a date that does not exist",
      buildBody({ application: { ...application, firstUsedOn: "2025-11-31" } }),
      "/application/firstUsedOn",
      "firstUsedOn.invalid",
    ],
    [
      "a first use in the future",
      buildBody({ application: { ...application, firstUsedOn: "2026-06-16" } }),
      "/application/firstUsedOn",
      "firstUsedOn.future",
    ],
    [
      "a solution without a first use",
      buildBody({ application: { ...application, firstUsedOn: "" } }),
      "/application/firstUsedOn",
      "firstUsedOn.required",
    ],
    [
      "an idea with a first use",
      buildBody({ application: { ...application, kind: "idea" } }),
      "/application/firstUsedOn",
      "firstUsedOn.notForIdea",
    ],
    [
      "nobody to reach",
      buildBody({ application: { ...application, contact: { phone: "", email: "" } } }),
      "/application/contact/phone",
      "contact.required",
    ],
    [
      "no declaration",
      buildBody({ application: { ...application, declared: false as true } }),
      "/application/declared",
      "declared.required",
    ],
    ["an unknown unit", buildBody({ unit: "khong-co" }), "/unit", "unit.unknown"],
    ["an ended unit", buildBody({ unit: endedDistrict.id }), "/unit", "unit.unknown"],
    ["an unknown campaign", buildBody({ campaign: "dot-1999" }), "/campaign", "campaign.unknown"],
    ["no object at all", 7, "", "field.invalid"],
    ["a list", [1], "/campaign", "campaign.required"],
  ];

  it.each(cases)(
    "of %s is refused with its pointer and key, and nothing is stored",
    async (_, body, pointer, code) => {
      const before = (await Array.fromAsync(api.store.initiatives.all())).length;
      const response = await api.submit(body);
      expect(response.status).toBe(422);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      const problem = await problemOf(response);
      expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
      expect(await Array.fromAsync(api.store.initiatives.all())).toHaveLength(before);
    },
  );

  it("names every fault at once, each with a remedy in the language asked for", async () => {
    const body = buildBody({ application: { ...application, title: "", substance: "" } });
    const vietnamese = await problemOf(await api.submit(body));
    const english = await problemOf(
      await api.submit(body, drawIdempotencyKey(), { headers: { "accept-language": "en" } }),
    );
    expect(vietnamese.errors.map(({ pointer }) => pointer)).toEqual([
      "/application/title",
      "/application/substance",
    ]);
    for (const [i, error] of vietnamese.errors.entries()) {
      expect(error.detail.length).toBeGreaterThan(5);
      expect(error.detail).not.toBe(english.errors[i]?.detail);
    }
    expect(vietnamese.title).not.toBe(english.title);
  });

  const raw: [string, string, Record<string, string>, number, string][] = [
    ["broken JSON", '{"campaign":', {}, 400, "request.malformed"],
    [
      "a wrong content type",
      "a=1",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "request.contentType",
    ],
    ["a body past the limit", JSON.stringify({ text: "x".repeat(600_000) }), {}, 413, "request.tooLarge"],
  ];
  it.each(raw)("of %s is refused", async (_, body, headers, status, code) => {
    const response = await api.submit(body, drawIdempotencyKey(), { headers });
    expect(response.status).toBe(status);
    expect((await problemOf(response)).code).toBe(code);
  });

  it("of no key, or a key that is not 256 bits in base64url, is refused", async () => {
    const missing = await api.ask("/api/initiatives", { method: "POST", body: buildBody() });
    expect((await problemOf(missing)).code).toBe("idempotencyKey.missing");
    const short = await api.submit(buildBody(), "abc");
    expect((await problemOf(short)).code).toBe("idempotencyKey.malformed");
  });

  it("in the hours of grace is accepted and marked late, wherever it is shown", async () => {
    api.setNow("2026-12-01T05:00:00.000Z");
    const receipt = await api.submitted();
    expect(receipt.late).toBe(true);
    const view = await api.read(receipt.id, { accessKey: receipt.accessKey });
    expect([view.late, view.history[0]?.facts.late, view.year]).toEqual([true, true, 2026]);
    const inbox = await api.ask(`/api/units/${commune.id}/inbox`, { staff: staff.reviewer });
    expect(((await inbox.json()) as ListView).items).toContainEqual(
      expect.objectContaining({ id: receipt.id, late: true }),
    );
    api.setNow("2026-06-15T05:00:00.000Z");
  });

  it("to a campaign whose hours of grace are over is refused, but for the receipt of what was accepted before", async () => {
    const key = drawIdempotencyKey();
    api.setNow("2026-12-01T16:59:00.000Z");
    const accepted = await api.submit(buildBody(), key);
    api.setNow("2026-12-01T17:00:00.000Z");
    const { errors } = await problemOf(await api.submit());
    expect(errors).toContainEqual(expect.objectContaining({ pointer: "/campaign", code: "campaign.closed" }));
    const again = await api.submit(buildBody(), key);
    expect([again.status, await again.json()]).toEqual([201, await accepted.json()]);
    const other = await api.submit(buildBody({ application: buildApplication({ title: "Khác" }) }), key);
    expect((await problemOf(other)).code).toBe("idempotencyKey.reused");
    api.setNow("2026-06-15T05:00:00.000Z");
  });
});

describe("a form from paper", () => {
  it("is entered by a reviewer of the unit it is addressed to, and by nobody else", async () => {
    const body = buildBody({ channel: "paper" });
    expect((await api.submit(body)).status).toBe(401);
    expect((await api.submit(body, drawIdempotencyKey(), { staff: staff.neighbourReviewer })).status).toBe(
      403,
    );
    const response = await api.submit(body, drawIdempotencyKey(), { staff: staff.reviewer });
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as Receipt;
    const { history, channel } = await api.read(id, { staff: staff.reviewer });
    expect(channel).toBe("paper");
    expect(history[0]?.role).toBe("reviewer");
  });

  it("that came in time is entered after the campaign has closed, for the campaigns that the reviewer is told", async () => {
    api.setNow("2026-12-15T05:00:00.000Z");
    // Signed in that day: earlier sessions have ended.
    const reviewer = { ...staff.reviewer, id: "can-bo-thang-12", email: "thang-12@example.vn" };
    await api.store.staff.put(reviewer);
    const asked = await api.ask(`/api/campaigns/paper?unit=${commune.id}`, { staff: reviewer });
    const { campaigns, today } = (await asked.json()) as PaperCampaignsView;
    expect([today, campaigns.map(({ id }) => id)]).toEqual(["2026-12-15", ["dot-2026"]]);
    expect(campaigns[0]?.units.map(({ id }) => id)).toContain(commune.id);
    expect(campaigns[0]?.units.map(({ id }) => id)).not.toContain(neighbour.id);
    const enter = async (receivedOn: string) =>
      api.submit(buildBody({ channel: "paper", receivedOn }), drawIdempotencyKey(), {
        staff: reviewer,
      });
    expect(await (await enter("2026-11-28")).json()).toMatchObject({
      late: false,
      answerDueOn: "2026-12-28",
    });
    expect(await (await enter("2026-12-01")).json()).toMatchObject({ late: true });
    expect((await problemOf(await enter("2026-12-14"))).errors).toContainEqual(
      expect.objectContaining({ pointer: "/receivedOn", code: "receivedOn.outside" }),
    );
    api.setNow("2026-06-15T05:00:00.000Z");
  });
});
