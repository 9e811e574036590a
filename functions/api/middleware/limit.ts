import { createMiddleware } from "hono/factory";
import { Problem } from "#core/base/problems.ts";
import type { Limit } from "../../store/limits.ts";
import type { Env } from "../context.ts";
import { nameClient } from "./client-name.ts";

/**
 * Lets a client do `what` so often in so many seconds, and answers `rate.limited` with Retry-After beyond. Many people share one address
 * (a school, an office, a mobile network), so let the count stop a machine and not a class.
 */
export const limit = (what: string, { count, seconds }: Limit) =>
  createMiddleware<Env>(async (c, next) => {
    const { store, clock } = c.var.deps;
    const wait = await store.limits.take(what, nameClient(c), { count, seconds }, clock());
    if (wait !== null) throw new Problem("rate.limited", [], wait);
    await next();
  });
