import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { shapeOf } from "../../functions/api/answer-shape.ts";
import { descriptionOf } from "../../functions/api/describe.ts";
import { exampleOf } from "../../functions/api/example.ts";
import type { ApiDocument } from "../../functions/api/openapi.ts";
import { createTestApi } from "../support/api.ts";

const api = await createTestApi();
const document = (await (await api.ask("/api/openapi.json")).json()) as ApiDocument;
const routes = api.app.routes.flatMap(({ method, path, handler }) => {
  const description = descriptionOf(handler);
  return description ? [{ name: `${method} ${path}`, description }] : [];
});
const docs = async (search: string) => (await api.ask(`/api/docs?q=${encodeURIComponent(search)}`)).text();

describe.each(routes)("$name", ({ description: { body, answers } }) => {
  it("has examples that its schemas accept", () => {
    const issuesOf = (schema: v.GenericSchema, value: unknown) =>
      v.safeParse(schema, value).issues?.map((issue) => [v.getDotPath(issue), issue.message]) ?? [];
    if (body) expect(issuesOf(body, exampleOf(body))).toEqual([]);
    for (const answer of Object.values(answers)) {
      const shape = answer && shapeOf(answer);
      if (shape) expect(issuesOf(shape, exampleOf(shape))).toEqual([]);
    }
  });
});

it("describes the answers of every route, and each named schema once", () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(operations).toHaveLength(routes.length);
  const { schemas } = document.components;
  const text = JSON.stringify(document);
  const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name = ""]) => name);
  expect(refs).toEqual(expect.arrayContaining(["InitiativeView", "ProblemView", "ReportView"]));
  for (const name of new Set(refs)) expect(schemas).toHaveProperty([name]);
  for (const { responses } of operations) {
    expect(Object.keys(responses).some((status) => /^[23]\d\d$/.test(status))).toBe(true);
    expect(responses.default?.content).toHaveProperty(["application/problem+json"]);
  }
  expect(schemas.InitiativeView).toMatchObject({ type: "object", additionalProperties: false });
});

describe("the search of the documentation", () => {
  it("finds routes, schemas and problems by words of either language, with or without marks", async () => {
    const route = await docs("POST drafts");
    expect(route).not.toContain("/api/figures");
    expect(await docs("PUT drafts")).toContain("<code>PUT /api/drafts/{id}</code>");
    expect(await docs("khong tim thay")).toContain('id="initiative.notFound"');
    expect(await docs("JobView")).toContain("<code>POST /api/jobs</code>");
  });

  it("shows the typed words escaped", async () => {
    const page = await docs('"><script>');
    expect(page).not.toContain("<script");
    expect(page).toContain("0 routes, 0 schemas, 0 problems");
  });
});
