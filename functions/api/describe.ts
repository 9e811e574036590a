import { createMiddleware } from "hono/factory";
import type { GenericSchema } from "valibot";
import { Problem } from "#core/base/problems.ts";
import { type Action, isForStaff } from "#core/staff/access.ts";
import type { Env } from "./context.ts";
import { bodyLimitOf, guardBody } from "./middleware/body.ts";

export interface RouteDescription {
  /** Row of the access table that guards the route; `x-action` in OpenAPI. */
  action: Action | Action[];
  summary: string;
  /** The schema that the handler parses the body with; its largest valid body is the route's size limit. */
  body?: GenericSchema;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Schema of the JSON body for each status; null for a redirect. Problems (RFC 9457) are implied. */
  answers: Record<number, GenericSchema | null>;
}

/** Longer than any id in a path. */
const longestParameter = 200;

/**
 * Describes a route for OpenAPI and guards it: refuses a body above the schema's limit, a staff body without a session, and an overlong path
 * parameter. Throws where the schema leaves a size unbounded.
 */
export function describe(
  action: RouteDescription["action"],
  summary: string,
  more: Omit<RouteDescription, "action" | "summary">,
) {
  const route: RouteDescription = { action, summary, ...more };
  const limit = bodyLimitOf(route.summary, route.body);
  const staffOnly = [route.action].flat().every(isForStaff);
  const guard = createMiddleware<Env>(async (c, next) => {
    const parts = Object.values(c.req.param() as Record<string, string>);
    if (parts.some((part) => part.length > longestParameter)) throw new Problem("route.notFound");
    if (c.req.method !== "GET") guardBody(c, limit, staffOnly);
    await next();
  });
  return Object.assign(guard, { described: route });
}

export const descriptionOf = (handler: unknown): RouteDescription | undefined =>
  (handler as { described?: RouteDescription }).described;
