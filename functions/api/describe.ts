import { createMiddleware } from "hono/factory";
import type { GenericSchema } from "valibot";
import { Problem } from "#core/base/problems.ts";
import { type Action, isForStaff } from "#core/staff/access.ts";
import type { Env } from "./context.ts";
import { bodyLimitOf, guardBody } from "./middleware/body.ts";

interface RequestDescription {
  /** The route's size limit is the largest body that this schema accepts. */
  body?: GenericSchema;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

export interface RouteDescription extends RequestDescription {
  /** Access-table entry that guards the route; `x-action` in OpenAPI. */
  action: Action | Action[];
  summary: string;
  /** Response schema by status; null for a redirect. */
  answers: Record<number, GenericSchema | null>;
}

/** `redirects`: browsers get a redirect instead of a body. */
type Details = RequestDescription & { status?: number | number[]; redirects?: boolean };

/** Longer than any id in a path. */
const longestParameter = 200;

/**
 * Describes a route for OpenAPI. Refuses oversized bodies and parameters, and staff bodies without a session.
 * Throws for an unbounded schema.
 */
export function describe(
  action: RouteDescription["action"],
  summary: string,
  answer: GenericSchema | null,
  { status = 200, redirects = false, ...request }: Details = {},
) {
  const answers: RouteDescription["answers"] = redirects ? { 302: null } : {};
  for (const each of [status].flat()) answers[each] = answer;
  const route: RouteDescription = { action, summary, answers, ...request };
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
