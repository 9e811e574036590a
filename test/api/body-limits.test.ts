import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { maxFaults } from "#core/base/bounds.ts";
import { validate } from "#core/base/validation.ts";
import { wordsEn, wordsVi } from "../../functions/api/words.ts";
import { createTestApi, problemOf } from "../support/api.ts";
import { type BodyRoute, leavesOf, routesWithBodies, worstBodies } from "../support/bodies.ts";
import { buildApplication, buildBody, drawIdempotencyKey } from "../support/submissions.ts";
import { staff } from "../support/units.ts";

const api = await createTestApi();
const routes = routesWithBodies(api.app);
const largestAnswer = 64 * 1024;

/** The address of a route with parts of the path that are well formed. */
const addressOf = ({ path }: BodyRoute) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => (name === "from" || name === "to" ? "2026" : "xa-suoi-mo"));

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", (_, route) => {
  const send = async (body: string, headers: Record<string, string> = {}) =>
    api.ask(addressOf(route), {
      method: route.method,
      body,
      staff: staff.administrator,
      headers: { "idempotency-key": drawIdempotencyKey(), ...headers },
    });

  it("refuses what is larger than its schema allows, whether or not the request says its length", async () => {
    const body = " ".repeat(route.limit + 1);
    for (const headers of [{}, { "content-length": String(body.length) }] as Record<string, string>[]) {
      const response = await send(body, headers);
      expect([400, 403, 404, 413]).toContain(response.status);
      if (headers["content-length"]) expect(response.status).toBe(413);
    }
  });

  it("checks the length of each array before its items", () => {
    for (const { place, node } of leavesOf(route.schema).filter((each) => each.node.item)) {
      const read = v.safeParse(node as unknown as v.GenericSchema, Array(20_000).fill({}));
      expect(read.issues, `/${place.join("/")}`).toHaveLength(1);
    }
  });

  it("names at most a hundred faults, each with words, and answers with at most 64 kB", async () => {
    for (const { shape, body } of worstBodies(route.schema, Math.min(route.limit, 200_000))) {
      const response = await send(body);
      const text = await response.text();
      expect(Buffer.byteLength(text), shape).toBeLessThanOrEqual(largestAnswer);
      expect(response.status, `${shape}: ${text.slice(0, 200)}`).toBeLessThan(500);
      if (/^[[{]/.test(body) && shape !== "open brackets") {
        const read = validate(route.schema, JSON.parse(body));
        const errors = read.ok ? [] : read.errors;
        expect(errors.length, shape).toBeLessThanOrEqual(maxFaults);
        for (const { code } of errors) {
          expect(wordsVi, shape).toHaveProperty([code]);
          expect(wordsEn, shape).toHaveProperty([code]);
        }
      }
    }
  });
});

it("reads no body that a route does not describe", () => {
  const described = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const withoutBody = api.app.routes
    .filter(({ method, path }) => ["POST", "PUT", "PATCH"].includes(method) && !path.includes("*"))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => !described.has(name));
  expect([...new Set(withoutBody)]).toEqual([
    "POST /api/initiatives/:id/co-author-links",
    "POST /api/initiatives/:id/personal-data",
  ]);
});

it("is not parsed where it nests deeper than any form, or has more members, and what a text holds does not count", async () => {
  const codeOf = async (body: unknown) => (await problemOf(await api.submit(body))).code;
  expect(await codeOf("[".repeat(100_000) + "]".repeat(100_000))).toBe("request.malformed");
  const members = Array.from({ length: 20_000 }, (_, n) => `"k${n}":0`).join();
  expect(await codeOf(`{${members}}`)).toBe("request.malformed");
  const application = buildApplication({ substance: '[{"\\:'.repeat(4_000) });
  expect((await api.submit(buildBody({ application }))).status).toBe(201);
});

describe("a submission of 87,000 empty authors", () => {
  const body = buildBody({ application: buildApplication({ authors: Array(87_000).fill({}) }) });

  it("is not read without a proof of work", async () => {
    const response = await api.ask("/api/initiatives", {
      method: "POST",
      body,
      headers: { "idempotency-key": drawIdempotencyKey() },
    });
    expect((await problemOf(response)).code).toBe("proof.missing");
  });

  it("has one fault with one", async () => {
    const { errors } = await problemOf(await api.submit(body));
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/application/authors", "authors.tooMany"],
    ]);
  });
});
