import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type EffortKind, freeRate } from "#core/base/effort.ts";
import { createTestApi, problemOf } from "../support/api.ts";
import { solveProof } from "../support/proof.ts";
import { buildBody, drawIdempotencyKey } from "../support/submissions.ts";
import { testNow } from "../support/units.ts";

const api = await createTestApi();
const draw = (bytes: number) => randomBytes(bytes).toString("base64url");

interface Asked {
  path: string;
  method: string;
  body: unknown;
  headers?: Record<string, string>;
}

/** A request of each kind that costs nothing at the usual rate, as the pages send it. */
const requests: Record<Exclude<EffortKind, "submission">, () => Asked> = {
  draft: () => ({
    path: `/api/drafts/${draw(16)}`,
    method: "PUT",
    body: { ciphertext: Buffer.from("x".repeat(32)).toString("base64"), iv: draw(12), version: 0 },
    headers: { authorization: `Bearer ${draw(32)}` },
  }),
  upload: () => ({
    path: "/api/uploads",
    method: "POST",
    body: { name: "ảnh.jpg", type: "image/jpeg", size: 1000 },
  }),
  accessKey: () => ({
    path: "/api/access-keys",
    method: "POST",
    body: { id: "0000-0000-0000", email: "ai-do@example.vn" },
  }),
};
const kinds = Object.keys(requests) as (keyof typeof requests)[];

const ask = ({ path, headers, ...asked }: Asked, client: string, more: Record<string, string> = {}) =>
  api.ask(path, { ...asked, headers: { ...headers, ...more, "x-client": client } });
const prove = async (kind: EffortKind, client: string) => {
  const key = drawIdempotencyKey();
  const read = (path: string) => api.ask(path, { headers: { "x-client": client } });
  return { "idempotency-key": key, altcha: await solveProof(key, read, kind) };
};
/** As the pages do: without a proof, and with one where that is asked for. Returns every answer. */
const askPatiently = async (kind: keyof typeof requests, asked: Asked, client: string) => {
  const first = await ask(asked, client);
  if (first.status !== 400) return [first];
  expect((await problemOf(first)).code).toBe("proof.missing");
  return [first, await ask(asked, client, await prove(kind, client))];
};
/** Leaves an address no request that costs nothing. */
const beLoud = async (kind: keyof typeof requests, client: string) => {
  for (let i = 0; i < freeRate[kind]; i++)
    expect((await ask(requests[kind](), client)).status).toBeLessThan(300);
};

describe.each(kinds)("%s: an address that does much", (kind) => {
  const client = `198.51.100.${kinds.indexOf(kind) + 1}`;

  it("proves its work and is let through, while others and other things cost nothing", async () => {
    await beLoud(kind, client);
    const answers = await askPatiently(kind, requests[kind](), client);
    expect(answers.map(({ status }) => status < 300)).toEqual([false, true]);
    expect(await askPatiently(kind, requests[kind](), "203.0.113.9")).toHaveLength(1);
    const other = kinds.find((each) => each !== kind) ?? kind;
    expect(await askPatiently(other, requests[other](), client)).toHaveLength(1);
  });

  it("pays one proof a request, of this kind and for nothing else", async () => {
    const proof = await prove(kind, client);
    expect((await ask(requests[kind](), client, proof)).status).toBeLessThan(300);
    expect((await problemOf(await ask(requests[kind](), client, proof))).code).toBe("proof.expired");
    const foreign = await prove("submission", client);
    expect((await problemOf(await ask(requests[kind](), client, foreign))).code).toBe("proof.invalid");
    const stolen = { ...(await prove(kind, client)), "idempotency-key": drawIdempotencyKey() };
    expect((await problemOf(await ask(requests[kind](), client, stolen))).code).toBe("proof.invalid");
  });

  it("is quiet again in the next stretch", async () => {
    api.setNow(new Date(Date.parse(testNow) + 600_000).toISOString());
    expect(await askPatiently(kind, requests[kind](), client)).toHaveLength(1);
    api.setNow(testNow);
  });
});

it("asks for a challenge of a kind that there is", async () => {
  const asked = await api.ask(`/api/challenges/${drawIdempotencyKey()}?for=gift`);
  expect((await problemOf(asked)).code).toBe("query.invalid");
});

describe("five hundred honest people behind one address in ten minutes", () => {
  it("each keep a draft twice, send a file and an application, and none is refused", async () => {
    const client = "198.51.100.77";
    const people = 500;
    const minutesOf = (i: number) =>
      new Date(Date.parse(testNow) + 1200_000 + (i * 599_000) / people).toISOString();
    const person = async () => {
      const draft = requests.draft();
      for (const version of [0, 1]) {
        const body = { ...(draft.body as object), version };
        expect((await askPatiently("draft", { ...draft, body }, client)).at(-1)?.status).toBe(200);
      }
      expect((await askPatiently("upload", requests.upload(), client)).at(-1)?.status).toBe(201);
      const proof = await prove("submission", client);
      const sent = await ask({ path: "/api/initiatives", method: "POST", body: buildBody() }, client, proof);
      expect(sent.status).toBe(201);
    };
    const atOnce = 10;
    for (let i = 0; i < people; i += atOnce) {
      api.setNow(minutesOf(i));
      await Promise.all(Array.from({ length: atOnce }, person));
    }
    api.setNow(testNow);
  }, 240_000);
});
