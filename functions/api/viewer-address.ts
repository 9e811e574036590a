import { getConnInfo } from "hono/aws-lambda";
import type { Ctx } from "./context.ts";

/**
 * The address of whoever asks, in the cloud. The gateway sees the edge that the pages come from; the edge tells the visitor's in a header, and
 * proves by a secret that it is the edge. Whoever goes past it is known by the address that the gateway sees, whatever they write there.
 */
export const viewerAddress =
  (edgeSecret: string) =>
  (c: Ctx): string => {
    const told = c.req.header("x-edge-secret") === edgeSecret ? c.req.header("x-viewer-address") : undefined;
    return told ?? getConnInfo(c).remote.address ?? "";
  };
