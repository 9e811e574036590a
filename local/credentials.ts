import { randomBytes } from "node:crypto";

/** The random secret prevents pages in a local browser from signing S3 requests. DynamoDB Local accepts any secret. */
export const localAccess = {
  region: "ap-southeast-1",
  credentials: { accessKeyId: "S3RVER", secretAccessKey: randomBytes(32).toString("base64url") },
} as const;
