import { getConnInfo } from "hono/aws-lambda";
import { hashSecret } from "#core/base/canonical.ts";
import type { Ctx } from "./context.ts";

/**
 * Returns the client's address from CloudFront's header, or the gateway's view of it without CloudFront's
 * secret.
 */
export function viewerAddress(distributionSecret: string): (c: Ctx) => string {
  // Comparing hashes prevents timing attacks on the secret.
  const expected = hashSecret(distributionSecret);
  return (c) => {
    const proven = hashSecret(c.req.header("x-distribution-secret") ?? "") === expected;
    const told = proven ? c.req.header("x-viewer-address") : undefined;
    return told ?? getConnInfo(c).remote.address ?? "";
  };
}
