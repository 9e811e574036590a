import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { signReadLink } from "./read-link.ts";

const linkSeconds = 5 * 60;

export function createDocumentSigner(client: Pick<DynamoDBClient, "config">, address: string) {
  return {
    /** Null if the document does not exist. Throws if the bucket does not answer. */
    async read<T>(key: string): Promise<T | null> {
      const link = await signReadLink(client, address, { key, answer: {}, expiresIn: 60 });
      // Retries once, because the bucket may have closed a kept-alive connection.
      const response = await fetch(link).catch(() => fetch(link));
      // Without the right to list, S3 answers 403 for a missing object.
      if (response.status === 404 || response.status === 403) return null;
      if (!response.ok) throw new Error(`document ${key}: ${response.status}`);
      return (await response.json()) as T;
    },

    /** `name`: letters, digits, hyphens and dots only. */
    link: (key: string, name: string): Promise<string> =>
      signReadLink(client, address, {
        key,
        answer: { "response-content-disposition": `attachment; filename="${name}"` },
        expiresIn: linkSeconds,
      }),
  };
}

export type DocumentSigner = ReturnType<typeof createDocumentSigner>;
