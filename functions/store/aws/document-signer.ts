import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { signReadLink } from "./read-link.ts";

/** How long a link to a document is good, in seconds: it is followed at once. */
const linkSeconds = 5 * 60;

/** Signs links to documents in the bucket at `address` in the name of whoever `client` works for, and follows them itself. */
export function createDocumentSigner(client: Pick<DynamoDBClient, "config">, address: string) {
  return {
    /** A document of JSON, or null where there is none; of what was kept under the key, as it was written. Throws where the bucket does not answer. */
    async read<T>(key: string): Promise<T | null> {
      const response = await fetch(await signReadLink(client, address, { key, answer: {}, expiresIn: 60 }));
      // Without the right to list, S3 says of a missing object that it is forbidden.
      if (response.status === 404 || response.status === 403) return null;
      if (!response.ok) throw new Error(`document ${key}: ${response.status}`);
      return (await response.json()) as T;
    },

    /** A link by which whoever has it reads an object as a download of this name (letters, digits, hyphens and points). */
    link: (key: string, name: string): Promise<string> =>
      signReadLink(client, address, {
        key,
        answer: { "response-content-disposition": `attachment; filename="${name}"` },
        expiresIn: linkSeconds,
      }),
  };
}

export type DocumentSigner = ReturnType<typeof createDocumentSigner>;
