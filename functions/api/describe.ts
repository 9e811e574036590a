import { describeRoute, resolver } from "hono-openapi";
import type { GenericSchema } from "valibot";
import type { Action } from "../core/access.ts";

const problem = {
  description: "A refusal or a fault (RFC 9457)",
  content: { "application/problem+json": {} },
};

interface RouteDescription {
  /** The row of the access table that guards the route; `x-action` in OpenAPI, and the test that walks every route reads it there. */
  action: Action | Action[];
  summary: string;
  body?: GenericSchema;
  created?: boolean;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** What OpenAPI says of a route. The schemas are those that the handlers parse with. */
export function describe({ action, summary, body, created, query, headers }: RouteDescription) {
  const parameter = (place: "query" | "header", required: boolean) => (entry: [string, string]) => ({
    name: entry[0],
    in: place,
    required,
    description: entry[1],
    schema: { type: "string" as const },
  });
  return describeRoute({
    summary,
    "x-action": action,
    parameters: [
      ...Object.entries(query ?? {}).map(parameter("query", false)),
      ...Object.entries(headers ?? {}).map(parameter("header", true)),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: resolver(body, { errorMode: "ignore", typeMode: "input" }) },
            },
          },
        }
      : {}),
    responses: {
      [created ? 201 : 200]: { description: created ? "Kept" : "Done", content: { "application/json": {} } },
      default: problem,
    },
  } as Parameters<typeof describeRoute>[0]);
}
