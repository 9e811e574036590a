import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SignatureV4 } from "@smithy/signature-v4";

/** How long a link to a document is good, in seconds: it is followed at once. */
const linkSeconds = 5 * 60;

/** All but letters, digits and `-_.~` escaped, as signatures have it (RFC 3986). */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Signs links to documents in the bucket at `address` in the name of whoever `client` works for. S3 is not asked, and its client stays out of
 * the API's bundle.
 */
export function createDocumentSigner(client: Pick<DynamoDBClient, "config">, address: string) {
  const { credentials, region, sha256 } = client.config;
  const { protocol, hostname, port, host, origin, pathname } = new URL(address);
  return {
    /** A link by which whoever has it reads an object as a download of this name (letters, digits, hyphens and points). */
    async link(key: string, name: string): Promise<string> {
      const signer = new SignatureV4({
        credentials,
        region,
        sha256,
        service: "s3",
        uriEscapePath: false,
        applyChecksum: false,
      });
      const { path, query } = await signer.presign(
        {
          method: "GET",
          protocol,
          hostname,
          ...(port ? { port: Number(port) } : {}),
          path: `${pathname.replace(/\/$/, "")}/${key}`,
          query: { "response-content-disposition": `attachment; filename="${name}"` },
          headers: { host, "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD" },
        },
        { expiresIn: linkSeconds },
      );
      const parameters = Object.entries(query ?? {}).map(
        ([parameter, value]) => `${encode(parameter)}=${encode(String(value))}`,
      );
      return `${origin}${path}?${parameters.join("&")}`;
    },
  };
}

export type DocumentSigner = ReturnType<typeof createDocumentSigner>;
