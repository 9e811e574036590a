import { getConnInfo } from "hono/aws-lambda";
import { hashSecret } from "#core/base/canonical.ts";
import type { Ctx } from "./context.ts";

/**
 * Returns the client's address. CloudFront sends it in a header, together with a secret. For requests without this
 * secret, returns the address that the gateway sees.
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
