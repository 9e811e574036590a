import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SignatureV4 } from "@smithy/signature-v4";

/** Escapes all but letters, digits and `-_.~` (RFC 3986, RFC 8187). */
export const encodeStrictly = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

interface ReadLink {
  key: string;
  answer: Record<string, string>;
  expiresIn: number;
  signingDate?: Date;
}

/** Avoids the S3 client, to keep the API's bundle small. */
export async function signReadLink(
  client: Pick<DynamoDBClient, "config">,
  address: string,
  { key, answer, expiresIn, signingDate = new Date() }: ReadLink,
): Promise<string> {
  const { credentials, region, sha256 } = client.config;
  const { protocol, hostname, port, host, origin, pathname } = new URL(address);
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
      query: answer,
      headers: { host, "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD" },
    },
    { expiresIn, signingDate },
  );
  const parameters = Object.entries(query ?? {}).map(
    ([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(String(value))}`,
  );
  return `${origin}${path}?${parameters.join("&")}`;
}
