import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isIdempotencyKey } from "#core/base/ids.ts";
import { ProblemError } from "../../../web/src/api.ts";
import { drawKey } from "../../../web/src/public/form/drafts/drafts.ts";
import { sendApplication } from "../../../web/src/public/form/sending/sending.ts";
import { buildInitiative } from "../../support/submissions.ts";

const { application, campaign, unit } = buildInitiative();
const submission = { campaign, unit, channel: "web" as const, application };
const receipt = { id: "7K3M-9QTX-2F4H" };
const answer = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const headersSent = (name: string) =>
  answer.mock.calls.map(([, init]) => new Headers(init.headers).get(name));
const keysSent = () => headersSent("idempotency-key");
const refuse = (code: string, status: number, headers: Record<string, string> = {}) =>
  Response.json({ code, errors: [] }, { status, headers });

const waits: number[] = [];
const means = {
  prove: async (key: string) => `proof of ${key}`,
  wait: async (seconds: number) => void waits.push(seconds),
};
const send = (key: string, keepKey: (key: string) => void = () => expect.unreachable()) =>
  sendApplication(submission, key, keepKey, means);

beforeEach(() => {
  waits.length = 0;
  answer.mockReset();
  vi.stubGlobal("fetch", answer);
  vi.stubGlobal("document", { documentElement: { lang: "vi" } });
});
afterEach(() => vi.unstubAllGlobals());

test("sends under the key of the draft, with the proof made for it", async () => {
  answer.mockResolvedValue(Response.json(receipt, { status: 201 }));
  const key = drawKey();
  expect(await send(key)).toEqual(receipt);
  expect(keysSent()).toEqual([key]);
  expect(headersSent("altcha")).toEqual([`proof of ${key}`]);
});

test("draws another key once where the code is taken, and keeps it before it is used", async () => {
  const kept: string[] = [];
  const key = drawKey();
  answer.mockResolvedValueOnce(refuse("id.taken", 409)).mockResolvedValueOnce(Response.json(receipt));
  await send(key, (fresh) => kept.push(fresh));
  expect(kept).toHaveLength(1);
  expect(kept.every(isIdempotencyKey)).toBe(true);
  expect(keysSent()).toEqual([key, ...kept]);
  expect(headersSent("altcha")).toEqual([key, ...kept].map((each) => `proof of ${each}`));
});

describe("a submission that is held back", () => {
  test("is sent again by itself, after as long as it is told, under the same key", async () => {
    answer
      .mockResolvedValueOnce(refuse("rate.limited", 429, { "retry-after": "7" }))
      .mockResolvedValueOnce(refuse("store.unavailable", 503, { "retry-after": "2" }))
      .mockResolvedValueOnce(Response.json(receipt, { status: 201 }));
    const key = drawKey();
    expect(await send(key)).toEqual(receipt);
    expect(waits).toEqual([7, 2]);
    expect(keysSent()).toEqual([key, key, key]);
  });

  test("waits longer each time where the gateway names no time, and is given to the form in the end", async () => {
    answer.mockImplementation(async () => Response.json({ message: "Too Many Requests" }, { status: 429 }));
    await expect(send(drawKey())).rejects.toMatchObject({ status: 429 });
    expect(waits).toEqual([2, 4, 8, 16, 32]);
  });

  test("is given to the form at once where the wait is long", async () => {
    answer.mockResolvedValue(refuse("rate.limited", 429, { "retry-after": "3600" }));
    await expect(send(drawKey())).rejects.toMatchObject({ code: "rate.limited", retryAfter: 3600 });
    expect(waits).toEqual([]);
  });
});

test.each(["proof.expired", "proof.invalid"])(
  "proves the key once more upon %s, and only once",
  async (code) => {
    answer.mockImplementation(async () => refuse(code, 422));
    await expect(send(drawKey())).rejects.toMatchObject({ code });
    expect(answer).toHaveBeenCalledTimes(2);
  },
);

test.each([
  ["idempotencyKey.reused", 422],
  ["internal", 500],
])("leaves %s to the form", async (code, status) => {
  answer.mockResolvedValue(refuse(code, status));
  await expect(send(drawKey())).rejects.toMatchObject({ code, status });
  expect(answer).toHaveBeenCalledTimes(1);
});

test("nothing that comes back is offline", async () => {
  answer.mockRejectedValue(new TypeError("Failed to fetch"));
  await expect(send(drawKey())).rejects.toEqual(new ProblemError("offline"));
});
