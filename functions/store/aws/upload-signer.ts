import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createScope, getSigningKey } from "@smithy/signature-v4";
import type { Attachment, UploadRequest } from "#core/initiatives/attachment.ts";
import { uploadPrefixes } from "../keys.ts";
import { encodeStrictly, signReadLink } from "./read-link.ts";

/** Seconds: three times the time for 20 MB at 50 kB a second. */
const uploadSeconds = 20 * 60;
const linkSeconds = 5 * 60;

interface SignedUpload {
  url: string;
  fields: Record<string, string>;
}

/** Avoids the S3 client, which would add 60 kB (gzip) to the API's bundle. */
export function createUploadSigner(
  client: Pick<DynamoDBClient, "config">,
  bucket: string,
  address: string,
  clock: () => Date = () => new Date(),
) {
  const { credentials, region, sha256 } = client.config;
  const url = new URL(address.endsWith("/") ? address : `${address}/`);
  return {
    /** S3 refuses an upload with another key, type or size. */
    async permit(id: string, { type, size }: Pick<UploadRequest, "type" | "size">): Promise<SignedUpload> {
      const now = clock();
      const date = now.toISOString().replace(/\.\d{3}|[-:]/g, "");
      const day = date.slice(0, 8);
      const { accessKeyId, secretAccessKey, sessionToken, ...more } = await credentials();
      const conditioned: Record<string, string> = {
        "Content-Type": type,
        bucket,
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": `${accessKeyId}/${createScope(day, await region(), "s3")}`,
        "X-Amz-Date": date,
        ...(sessionToken ? { "X-Amz-Security-Token": sessionToken } : {}),
      };
      const key = `${uploadPrefixes.quarantine}${id}`;
      const policy = {
        expiration: new Date(now.getTime() + uploadSeconds * 1000).toISOString().replace(/\.\d{3}/, ""),
        conditions: [
          ["content-length-range", size, size],
          ...Object.entries(conditioned).map(([name, value]) => ({ [name]: value })),
          { key },
        ],
      };
      const encoded = btoa(JSON.stringify(policy));
      const keys = { accessKeyId, secretAccessKey, ...more, ...(sessionToken ? { sessionToken } : {}) };
      const hmac = new sha256(await getSigningKey(sha256, keys, day, await region(), "s3"));
      hmac.update(new TextEncoder().encode(encoded));
      const signature = [...(await hmac.digest())].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      return {
        url: url.href,
        fields: { ...conditioned, key, Policy: encoded, "X-Amz-Signature": signature },
      };
    },

    link: ({ id, name, type }: Attachment): Promise<string> =>
      signReadLink(client, address, {
        key: `${uploadPrefixes.clean}${id}`,
        answer: {
          "response-content-disposition": `attachment; filename*=UTF-8''${encodeStrictly(name)}`,
          "response-content-type": type,
        },
        expiresIn: linkSeconds,
        signingDate: clock(),
      }),
  };
}

export type UploadSigner = ReturnType<typeof createUploadSigner>;
