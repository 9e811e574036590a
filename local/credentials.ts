import { randomBytes } from "node:crypto";

/**
 * What an SDK client needs besides an endpoint. The S3 server of this process takes no other secret than the one drawn here: a page that a browser on
 * this machine has open can sign nothing. DynamoDB Local takes any.
 */
export const localAccess = {
  region: "ap-southeast-1",
  credentials: { accessKeyId: "S3RVER", secretAccessKey: randomBytes(32).toString("base64url") },
} as const;
