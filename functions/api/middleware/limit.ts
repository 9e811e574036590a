import { createMiddleware } from "hono/factory";
import { dayOf } from "../../core/calendar.ts";
import { commit } from "../../core/canonical.ts";
import { Problem } from "../../core/problems.ts";
import type { Limit } from "../../store/limits.ts";
import type { Ctx, Env } from "../context.ts";

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

/** A name for the client that says nothing of its address, and another one each day: the salt is made of the day under our own secret. */
function nameClient(c: Ctx): string {
  const { clientOf, clock, proof } = c.var.deps;
  const secret = new TextEncoder().encode(proof.secret);
  return commit(secret, ["client", dayOf(clock()), networkOf(clientOf(c))]).slice(0, 22);
}

/** An IPv6 subscriber holds a whole /64: the first four groups stand for them. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  if (plain.includes("::")) {
    const behind = tail.split(":").filter(Boolean);
    groups.push(...Array(Math.max(0, 8 - groups.length - behind.length)).fill("0"), ...behind);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
