import { createMiddleware } from "hono/factory";
import { hashSecret } from "#core/base/canonical.ts";
import { type EffortKind, effortOf, effortWindowSeconds, freeRate } from "#core/base/effort.ts";
import { isIdempotencyKey } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";
import type { Ctx, Env } from "../context.ts";
import { checkProof, validSeconds } from "../proof.ts";
import { nameClient } from "./client-name.ts";

/**
 * Requires a proof of work from clients above the free rate (`proof.missing`). Each proof is valid for one
 * request.
 */
export const proveBeyondQuiet = (kind: EffortKind) =>
  createMiddleware<Env>(async (c, next) => {
    const { store, clock, proof } = c.var.deps;
    const now = clock();
    const header = c.req.header("altcha");
    const client = nameClient(c);
    if (header === undefined) {
      const free = { count: freeRate[kind], seconds: effortWindowSeconds };
      if ((await store.limits.take(kind, client, free, now)) !== null) throw new Problem("proof.missing");
      return next();
    }
    const key = c.req.header("idempotency-key") ?? "";
    if (!isIdempotencyKey(key)) throw new Problem("idempotencyKey.malformed");
    const fault = await checkProof(proof, header, key, now, kind);
    if (fault) throw new Problem(fault);
    const spent = await store.limits.take("proof", hashSecret(key), { count: 1, seconds: validSeconds }, now);
    if (spent !== null) throw new Problem("proof.expired");
    await store.limits.count(kind, client, effortWindowSeconds, now);
    await next();
  });

/** Returns the effort of the next proof. A submission is counted when its challenge is issued. */
export async function measureEffort(c: Ctx, kind: EffortKind): Promise<number> {
  const { limits } = c.var.deps.store;
  const now = c.var.deps.clock();
  const count = kind === "submission" ? limits.count : limits.counted;
  return effortOf(kind, await count(kind, nameClient(c), effortWindowSeconds, now));
}
