import { toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { lookupTable } from "#core/base/lookup.ts";
import { Receipt } from "#core/initiatives/submission.ts";
import * as activities from "./activities/views.ts";
import { shapeOf } from "./answer-shape.ts";
import * as campaigns from "./campaigns/views.ts";
import * as commendation from "./commendation/views.ts";
import { descriptionOf, type RouteDescription } from "./describe.ts";
import { exampleOf } from "./example.ts";
import * as figures from "./figures/views.ts";
import * as initiatives from "./initiatives/views.ts";
import * as jobs from "./jobs/views.ts";
import * as library from "./library/views.ts";
import { ProblemView } from "./problem-view.ts";
import * as requests from "./report/request-views.ts";
import * as runs from "./report/run-views.ts";
import * as reports from "./report/views.ts";
import * as staff from "./staff/views.ts";
import * as units from "./units/views.ts";

type JsonSchema = Record<string, unknown>;

export interface Content {
  schema: JsonSchema;
  example?: unknown;
}

export interface Operation {
  operationId: string;
  summary: string;
  "x-action": RouteDescription["action"];
  parameters: { name: string; in: string; required: boolean; description?: string; schema: JsonSchema }[];
  requestBody?: { required: true; content: Record<string, Content> };
  responses: Record<string, { description: string; content?: Record<string, Content> }>;
}

export interface ApiDocument {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
}

const info = {
  title: "Đoàn kết sáng tạo",
  version: "1",
  description: "The movement's initiatives, from submission to report",
};

const meanings: Record<number, string> = { 200: "Done", 201: "Kept", 202: "Accepted", 302: "Redirect" };

const named = lookupTable<v.GenericSchema>({
  ...activities,
  ...campaigns,
  ...commendation,
  ...figures,
  ...initiatives,
  ...jobs,
  ...library,
  ...reports,
  ...requests,
  ...runs,
  ...staff,
  ...units,
  ProblemView,
  Receipt,
});
const names = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));
const refTo = (name: string) => `#/components/schemas/${name}`;
const definitions = Object.fromEntries(
  Object.entries(named).map(([name, schema]) => [name, shapeOf(schema)] as const),
);
const config = {
  errorMode: "ignore",
  overrideRef: ({ referenceId }: { referenceId: string }) => refTo(referenceId),
} as const;

export function buildApiDocument(
  routes: readonly { method: string; path: string; handler: unknown }[],
): ApiDocument {
  const paths: ApiDocument["paths"] = {};
  for (const { method, path, handler } of routes) {
    const description = descriptionOf(handler);
    if (!description) continue;
    const key = path.replaceAll(/:(\w+)/g, "{$1}");
    paths[key] = { ...paths[key], [method.toLowerCase()]: buildOperation(method, path, description) };
  }
  const schemas = toJsonSchemaDefs(definitions, config) as Record<string, JsonSchema>;
  return { openapi: "3.1.0", info, paths, components: { schemas } };
}

function buildOperation(
  method: string,
  path: string,
  { action, summary, body, query = {}, headers = {}, answers }: RouteDescription,
): Operation {
  const parameter = (place: string, required: boolean) => (entry: [string, string]) => ({
    name: entry[0],
    in: place,
    required,
    description: entry[1],
    schema: { type: "string" },
  });
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    schema: { type: "string" },
    in: "path",
    name,
    required: true,
  }));
  const responses = Object.entries(answers).map(([status, schema]) => [
    status,
    {
      description: meanings[Number(status)] ?? "",
      ...(schema && { content: { "application/json": describeAnswer(schema) } }),
    },
  ]);
  return {
    operationId: operationId(method, path),
    summary,
    "x-action": action,
    parameters: [
      ...Object.entries(query).map(parameter("query", false)),
      ...Object.entries(headers).map(parameter("header", true)),
      ...inPath,
    ],
    ...(body && { requestBody: { required: true, content: { "application/json": describeBody(body) } } }),
    responses: {
      ...Object.fromEntries(responses),
      default: {
        description: "A problem (RFC 9457)",
        content: { "application/problem+json": { schema: { $ref: refTo("ProblemView") } } },
      },
    },
  };
}

function describeBody(body: v.GenericSchema): Content {
  const { $schema: _, ...schema } = toJsonSchema(body, { errorMode: "ignore" });
  return { schema, example: exampleOf(body) };
}

function describeAnswer(answer: v.GenericSchema): Content {
  const name = names.get(answer);
  const example = exampleOf(shapeOf(answer));
  if (name) return { schema: { $ref: refTo(name) }, example };
  const { $schema: _, $defs: __, ...schema } = toJsonSchema(shapeOf(answer), { ...config, definitions });
  return { schema, example };
}

/** `postApiInitiativesByIdMoves` for `POST /api/initiatives/:id/moves`. */
function operationId(method: string, path: string): string {
  const pascal = (text: string) =>
    text
      .split(/[\W_]+/)
      .filter(Boolean)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("");
  const parts = path
    .split("/")
    .map((part) => (part.startsWith(":") ? `By${pascal(part.slice(1))}` : pascal(part)));
  return method.toLowerCase() + parts.join("");
}
