import { getConnInfo } from "hono/aws-lambda";
import { hashSecret } from "#core/base/canonical.ts";
import type { Ctx } from "./context.ts";

/**
 * The address of whoever asks, in the cloud. The gateway sees the distribution that the pages come from; that one tells the visitor's address in
 * a header, and proves by a secret that it is the one that does. Whoever goes past it is known by the address that the gateway sees.
 */
export function viewerAddress(distributionSecret: string): (c: Ctx) => string {
  // Hashes, so that how long a comparison takes tells nothing.
  const expected = hashSecret(distributionSecret);
  return (c) => {
    const proven = hashSecret(c.req.header("x-distribution-secret") ?? "") === expected;
    const told = proven ? c.req.header("x-viewer-address") : undefined;
    return told ?? getConnInfo(c).remote.address ?? "";
  };
}
