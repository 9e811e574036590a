import { getConnInfo } from "hono/aws-lambda";
import { hashSecret } from "#core/base/canonical.ts";
import type { Ctx } from "./context.ts";

/**
 * The client's address. CloudFront sends it in a header and proves itself by a secret; other requests count
 * under the address that the gateway sees.
 */
export function viewerAddress(distributionSecret: string): (c: Ctx) => string {
  // Comparing hashes leaks no timing.
  const expected = hashSecret(distributionSecret);
  return (c) => {
    const proven = hashSecret(c.req.header("x-distribution-secret") ?? "") === expected;
    const told = proven ? c.req.header("x-viewer-address") : undefined;
    return told ?? getConnInfo(c).remote.address ?? "";
  };
}
