import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isIdempotencyKey } from "../../functions/core/ids.ts";
import { ProblemError } from "../../web/src/api.ts";
import { drawKey } from "../../web/src/form/drafts.ts";
import { sendApplication } from "../../web/src/form/sending.ts";
import { buildInitiative } from "../support/submissions.ts";

const { application, campaign, unit } = buildInitiative();
const submission = { campaign, unit, channel: "web" as const, application };
const receipt = { id: "7K3M-9QTX-2F4H" };
const answer = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const keysSent = () => answer.mock.calls.map(([, init]) => new Headers(init.headers).get("idempotency-key"));
const refuse = (code: string, status: number) => Response.json({ code, errors: [] }, { status });

beforeEach(() => {
  answer.mockReset();
  vi.stubGlobal("fetch", answer);
  vi.stubGlobal("document", { documentElement: { lang: "vi" } });
});
afterEach(() => vi.unstubAllGlobals());

test("sends under the key of the draft", async () => {
  answer.mockResolvedValue(Response.json(receipt, { status: 201 }));
  const key = drawKey();
  expect(await sendApplication(submission, key, () => expect.unreachable())).toEqual(receipt);
  expect(keysSent()).toEqual([key]);
});

test("draws another key once where the code is taken, and keeps it before it is used", async () => {
  const kept: string[] = [];
  const key = drawKey();
  answer.mockResolvedValueOnce(refuse("id.taken", 409)).mockResolvedValueOnce(Response.json(receipt));
  await sendApplication(submission, key, (fresh) => kept.push(fresh));
  expect(kept).toHaveLength(1);
  expect(kept.every(isIdempotencyKey)).toBe(true);
  expect(keysSent()).toEqual([key, ...kept]);
});

test.each([
  ["idempotencyKey.reused", 422],
  ["store.unavailable", 503],
  ["rate.limited", 429],
])("leaves %s to the form", async (code, status) => {
  answer.mockResolvedValue(refuse(code, status));
  await expect(sendApplication(submission, drawKey(), () => expect.unreachable())).rejects.toMatchObject({
    code,
    status,
  });
  expect(answer).toHaveBeenCalledTimes(1);
});

test("nothing that comes back is offline", async () => {
  answer.mockRejectedValue(new TypeError("Failed to fetch"));
  await expect(sendApplication(submission, drawKey(), () => {})).rejects.toEqual(new ProblemError("offline"));
});
