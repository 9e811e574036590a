import { describe, expect, it } from "vitest";
import { hashSecret } from "#core/base/canonical.ts";
import { type Ask, createTestApi, problemOf } from "../support/api.ts";
import { solveProof } from "../support/proof.ts";
import { buildBody, drawIdempotencyKey } from "../support/submissions.ts";
import { staff, testNow } from "../support/units.ts";

const api = await createTestApi();
const prove = (key: string) => solveProof(key, api.ask);
const submit = (key: string, altcha: string, body: unknown = buildBody()) =>
  api.submit(body, key, { headers: { altcha } });
const codeOf = async (response: Response) => (await problemOf(response)).code;
const later = (hours: number) => new Date(Date.parse(testNow) + hours * 3600_000).toISOString();

interface Payload {
  challenge: { parameters: Record<string, unknown>; signature: string };
  solution: { counter: number; derivedKey: string };
}
const read = (altcha: string) => JSON.parse(Buffer.from(altcha, "base64").toString()) as Payload;
const write = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");

describe("a submission on the web", () => {
  it("needs a proof of work", async () => {
    const headers = { "idempotency-key": drawIdempotencyKey() };
    const response = await api.ask("/api/initiatives", { method: "POST", body: buildBody(), headers });
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe("proof.missing");
  });

  it("is not taken under the proof of another key", async () => {
    const response = await submit(drawIdempotencyKey(), await prove(drawIdempotencyKey()));
    expect(response.status).toBe(422);
    expect(await codeOf(response)).toBe("proof.invalid");
  });

  it("may be sent again under the same proof, and gets the same receipt", async () => {
    const key = drawIdempotencyKey();
    const proof = await prove(key);
    const first = await submit(key, proof);
    expect(first.status).toBe(201);
    expect(await (await submit(key, proof)).json()).toEqual(await first.json());
  });

  it.each<[string, (payload: Payload) => unknown]>([
    ["no base64", () => "%%%"],
    ["no payload", () => write({ challenge: 7 })],
    ["another counter", (p) => write({ ...p, solution: { ...p.solution, counter: p.solution.counter + 1 } })],
    [
      "a key that is no hash",
      (p) => write({ ...p, solution: { ...p.solution, derivedKey: "0".repeat(64) } }),
    ],
    [
      "less work than was asked",
      (p) =>
        write({
          ...p,
          challenge: { ...p.challenge, parameters: { ...p.challenge.parameters, keyPrefix: "" } },
          solution: { ...p.solution, counter: 1 },
        }),
    ],
    [
      "a longer time than was given",
      (p) => {
        const data = { ...(p.challenge.parameters.data as object), until: 9e9 };
        return write({
          ...p,
          challenge: { ...p.challenge, parameters: { ...p.challenge.parameters, data } },
        });
      },
    ],
    ["a signature of one's own", (p) => write({ ...p, challenge: { ...p.challenge, signature: "00" } })],
  ])("is refused with %s, and nothing is kept", async (_, bend) => {
    const key = drawIdempotencyKey();
    const bent = bend(read(await prove(key))) as string;
    const { result, requests } = await api.countRequests(() => submit(key, bent));
    expect(await codeOf(result)).toBe("proof.invalid");
    expect(requests).toEqual([]);
  });

  it("is refused under a proof that has run out, and taken under a new one", async () => {
    const key = drawIdempotencyKey();
    const old = await prove(key);
    api.setNow(later(3));
    expect(await codeOf(await submit(key, old))).toBe("proof.expired");
    expect((await submit(key, await prove(key))).status).toBe(201);
    api.setNow(testNow);
  });

  it("that was kept gives its receipt under the old proof too, to whoever sends the same", async () => {
    const key = drawIdempotencyKey();
    const proof = await prove(key);
    const receipt = await (await submit(key, proof)).json();
    api.setNow(later(72));
    expect(await (await submit(key, proof)).json()).toEqual(receipt);
    const other = { ...buildBody(), application: { ...buildBody().application, title: "Khác hẳn" } };
    expect(await codeOf(await submit(key, proof, other))).toBe("idempotencyKey.reused");
    api.setNow(testNow);
  });

  it("is not even read without a proof, whatever is in it", async () => {
    for (const body of [{ ...buildBody(), unit: "" }, "{", buildBody({ channel: "paper" })]) {
      const response = await api.submit(body, drawIdempotencyKey(), { headers: { altcha: "" } });
      expect(await codeOf(response)).toBe("proof.missing");
    }
  });

  it("hears of its faults under a proof that has run out", async () => {
    const key = drawIdempotencyKey();
    const old = await prove(key);
    api.setNow(later(3));
    expect(await codeOf(await submit(key, old, { ...buildBody(), unit: "" }))).toBe("application.invalid");
    api.setNow(testNow);
  });
});

describe("a challenge", () => {
  it("is given for a hash alone, counted in one request, and never the same twice", async () => {
    const path = `/api/challenges/${hashSecret(drawIdempotencyKey())}`;
    const { result, requests } = await api.countRequests(() => api.ask(path));
    expect(requests).toEqual(["UpdateItem"]);
    expect(await result.json()).not.toEqual(await (await api.ask(path)).json());
    const malformed = await api.ask("/api/challenges/abc");
    expect(malformed.status).toBe(400);
    expect(await codeOf(malformed)).toBe("idempotencyKey.malformed");
  });
});

it("staff who enter a form from paper prove nothing", async () => {
  const response = await api.submit(buildBody({ channel: "paper" }), drawIdempotencyKey(), {
    staff: staff.reviewer,
    headers: { altcha: "" },
  });
  expect(response.status).toBe(201);
});

it("staff who were signed out meanwhile are told to sign in, and others without a proof nothing else", async () => {
  const send = (given: Ask, channel = "paper") =>
    api.ask("/api/initiatives?channel=paper", {
      method: "POST",
      body: buildBody({ channel: channel as "paper" }),
      ...given,
      headers: { "idempotency-key": drawIdempotencyKey() },
    });
  expect(await codeOf(await send({}))).toBe("session.missing");
  expect(await codeOf(await send({ staff: staff.reviewer }, "web"))).toBe("proof.missing");
  expect(await codeOf(await send({ staff: staff.secretary }))).toBe("access.denied");
});
