import { getConnInfo } from "hono/aws-lambda";
import { hashSecret } from "#core/base/canonical.ts";
import type { Ctx } from "./context.ts";

/** Reads `x-viewer-address` only if CloudFront's secret comes with it, otherwise the connection's address. */
export function viewerAddress(distributionSecret: string): (c: Ctx) => string {
  // Comparing hashes prevents timing attacks on the secret.
  const expected = hashSecret(distributionSecret);
  return (c) => {
    const proven = hashSecret(c.req.header("x-distribution-secret") ?? "") === expected;
    const told = proven ? c.req.header("x-viewer-address") : undefined;
    return told ?? getConnInfo(c).remote.address ?? "";
  };
}
