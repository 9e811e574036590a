import { dayOf } from "#core/base/calendar.ts";
import { commit } from "#core/base/canonical.ts";
import type { Ctx } from "../context.ts";

/** Daily pseudonym of the client's address: a hash keyed by the proof secret. */
export function nameClient(c: Ctx): string {
  const { clientOf, clock, proof } = c.var.deps;
  const secret = new TextEncoder().encode(proof.secret);
  return commit(secret, ["client", dayOf(clock()), networkOf(clientOf(c))]).slice(0, 22);
}

/** Reduces an IPv6 address to its /64 network, which belongs to one subscriber. */
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
