import { createMiddleware } from "hono/factory";
import { Problem } from "#core/base/problems.ts";
import type { Limit } from "../../store/limits.ts";
import type { Env } from "../context.ts";
import { nameClient } from "./client-name.ts";

/**
 * Limits requests per client (`rate.limited`). A school class may share one address, so limits must be
 * generous.
 */
export const limit = (what: string, { count, seconds }: Limit) =>
  createMiddleware<Env>(async (c, next) => {
    const { store, clock } = c.var.deps;
    const wait = await store.limits.take(what, nameClient(c), { count, seconds }, clock());
    if (wait !== null) throw new Problem("rate.limited", [], wait);
    await next();
  });
