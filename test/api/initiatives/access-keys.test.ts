import { describe, expect, it } from "vitest";
import type { Receipt } from "#core/initiatives/submission.ts";
import type { ReceiptView, RenewedKeyView } from "../../../functions/api/initiatives/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildBody, drawIdempotencyKey } from "../../support/submissions.ts";
import { staff, testNow } from "../../support/units.ts";

const api = await createTestApi();
const address = "anh.tuyet@example.vn";

const ask = (body: unknown) => api.ask("/api/access-keys", { method: "POST", body });

describe("asking for a new access key", () => {
  it("is answered the same, at the same cost, whether code and address exist or not", async () => {
    const { id } = await api.submitted();
    const asked = [
      { id, email: address },
      { id, email: "ai-do@example.vn" },
      { id: "0000-0000-0000", email: address },
    ];
    const answers = [];
    for (const body of asked) {
      const { result, requests } = await api.countRequests(() => ask(body));
      answers.push({ status: result.status, body: await result.text(), requests });
    }
    expect(answers[0]).toMatchObject({ status: 202, body: '{"status":"accepted"}' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await api.store.receipts.keyRequest(id, testNow)).toMatchObject({ id });
  });

  it("takes the code as people type it, and the address whatever its case", async () => {
    const { id } = await api.submitted();
    const typed = ` ${id.toLowerCase().replaceAll("-", " ")} `;
    expect((await ask({ id: typed, email: " Anh.Tuyet@Example.vn " })).status).toBe(202);
    expect(await api.store.receipts.keyRequest(id, testNow)).toMatchObject({ id, email: address });
  });

  it.each([
    [{ id: "0000-0000-0001", email: address }, "/id", "id.invalid"],
    [{ id: "x".repeat(200), email: address }, "/id", "id.invalid"],
    [{ id: 7, email: address }, "/id", "id.invalid"],
    [{ id: "0000-0000-0000", email: "không phải" }, "/email", "contact.email.invalid"],
    [{ id: "0000-0000-0000" }, "/email", "contact.email.required"],
  ])("refuses %j", async (body, pointer, code) => {
    const response = await ask(body);
    expect(response.status).toBe(422);
    const { code: problem, errors } = await problemOf(response);
    expect(problem).toBe("accessKey.request.invalid");
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});

describe("at the counter", () => {
  const renew = (id: string, version: number, given: Parameters<typeof api.ask>[1]) =>
    api.ask(`/api/initiatives/${id}/access-key`, { ...given, method: "POST", body: { version } });

  it("the receiving unit gives out a new key; the old one opens nothing, and the history says so", async () => {
    const { id, accessKey } = await api.submitted();
    const response = await renew(id, 1, { staff: staff.reviewer });
    expect(response.status).toBe(200);
    const renewed = (await response.json()) as RenewedKeyView;
    expect(renewed.accessKey).toMatch(/^[\w-]{32}$/);
    expect((await api.ask(`/api/initiatives/${id}`, { accessKey })).status).toBe(404);
    const view = await api.read(id, { accessKey: renewed.accessKey });
    expect(view).toMatchObject({ id, state: "registered", version: 2 });
    expect(view.history.at(-1)).toMatchObject({
      move: "renewKey",
      role: "reviewer",
      facts: { way: "counter" },
    });
  });

  it("gives none out on a version that has passed, and none to an author", async () => {
    const { id, accessKey } = await api.submitted();
    await renew(id, 1, { staff: staff.reviewer });
    expect((await renew(id, 1, { staff: staff.reviewer })).status).toBe(409);
    expect((await renew(id, 2, { accessKey })).status).toBe(404);
    expect((await renew(id, 2, { staff: staff.neighbourReviewer })).status).toBe(403);
  });

  it("leaves retries of the submission without the old key: told so, and no second record made", async () => {
    const key = drawIdempotencyKey();
    const body = buildBody();
    const { id, accessKey } = (await (await api.submit(body, key)).json()) as Receipt;
    await renew(id, 1, { staff: staff.reviewer });
    const retried = await api.submit(body, key);
    expect(retried.status).toBe(409);
    const text = await retried.text();
    expect(JSON.parse(text).code).toBe("accessKey.renewed");
    expect(text).not.toContain(accessKey);

    const other = buildBody({ application: { ...body.application, title: "Một sáng kiến khác hẳn" } });
    const reused = await api.submit(other, key);
    expect((await problemOf(reused)).code).toBe("idempotencyKey.reused");
    // A second renewal forgets nothing of this.
    await renew(id, 2, { staff: staff.reviewer });
    expect((await problemOf(await api.submit(body, key))).code).toBe("accessKey.renewed");
  });
});

describe("the receipt", () => {
  it("is a link good for five minutes once it is made, 202 before, and gone where a name in it was erased", async () => {
    const { id, accessKey } = await api.submitted();
    const read = () => api.ask(`/api/initiatives/${id}/receipt`, { accessKey });
    const waiting = await read();
    expect([waiting.status, await waiting.json()]).toEqual([202, { url: null }]);
    await api.store.receipts.putReady(id, `receipts/${id}.pdf`);
    const ready = await read();
    expect(ready.status).toBe(200);
    const url = new URL(((await ready.json()) as ReceiptView).url ?? "");
    expect(url.pathname).toBe(`/documents/receipts/${id}.pdf`);
    expect(url.searchParams.get("X-Amz-Expires")).toBe("300");
    expect(url.searchParams.get("response-content-disposition")).toBe(
      `attachment; filename="giay-bien-nhan-${id}.pdf"`,
    );
    const erase = (who: string) =>
      api.ask(`/api/initiatives/${id}/erasure`, { method: "POST", accessKey, body: { who, confirm: true } });
    // The contact is not on it.
    await erase("contact");
    expect((await read()).status).toBe(200);
    await api.move(id, "withdraw", 2, {}, { accessKey });
    expect((await erase("all")).status).toBe(200);
    await api.store.receipts.removeReady(id);
    expect((await problemOf(await read())).code).toBe("receipt.notFound");
  });
});
