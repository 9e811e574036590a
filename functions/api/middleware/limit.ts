import { createMiddleware } from "hono/factory";
import { Problem } from "#core/base/problems.ts";
import type { Limit } from "../../store/limits.ts";
import type { Env } from "../context.ts";
import { nameClient } from "./client-name.ts";

/**
 * Rate limit per client; beyond it `rate.limited` with Retry-After. Schools and offices share one address:
 * choose counts that stop machines, not a class.
 */
export const limit = (what: string, { count, seconds }: Limit) =>
  createMiddleware<Env>(async (c, next) => {
    const { store, clock } = c.var.deps;
    const wait = await store.limits.take(what, nameClient(c), { count, seconds }, clock());
    if (wait !== null) throw new Problem("rate.limited", [], wait);
    await next();
  });
