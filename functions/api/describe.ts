import { createMiddleware } from "hono/factory";
import { describeRoute, resolver } from "hono-openapi";
import type { GenericSchema } from "valibot";
import { Problem } from "#core/base/problems.ts";
import { type Action, isForStaff } from "#core/staff/access.ts";
import type { Env } from "./context.ts";
import { bodyLimitOf, guardBody } from "./middleware/body.ts";

const problem = {
  description: "A refusal or a fault (RFC 9457)",
  content: { "application/problem+json": {} },
};

interface RouteDescription {
  /** The row of the access table that guards the route; `x-action` in OpenAPI, and the test that walks every route reads it there. */
  action: Action | Action[];
  summary: string;
  /** What the handler parses with. The largest body that it may accept is the route's limit. */
  body?: GenericSchema;
  created?: boolean;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** Longer than any id that a path may hold. */
const longestParameter = 200;

/**
 * What OpenAPI says of a route, and what every route refuses before it does any work: a body past the limit that its schema gives, a body for
 * staff from somebody who is not signed in, and a part of the path that is too long for any id. Throws where the schema bounds no size.
 */
export function describe(route: RouteDescription) {
  const actions = [route.action].flat();
  const limit = bodyLimitOf(route.summary, route.body);
  const staffOnly = actions.every(isForStaff);
  const guard = createMiddleware<Env>(async (c, next) => {
    const parts = Object.values(c.req.param() as Record<string, string>);
    if (parts.some((part) => part.length > longestParameter)) throw new Problem("route.notFound");
    if (c.req.method !== "GET") guardBody(c, limit, staffOnly);
    await next();
  });
  return Object.assign(guard, describeApi(route), { body: route.body });
}

function describeApi({ action, summary, body, created, query, headers }: RouteDescription) {
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
