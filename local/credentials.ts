import { randomBytes } from "node:crypto";

/** A random secret, so that pages in a local browser cannot sign S3 requests. */
export const localAccess = {
  region: "ap-southeast-1",
  credentials: { accessKeyId: "S3RVER", secretAccessKey: randomBytes(32).toString("base64url") },
} as const;
