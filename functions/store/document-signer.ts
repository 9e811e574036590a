import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { signReadLink } from "./read-link.ts";

/** How long a link to a document is good, in seconds: it is followed at once. */
const linkSeconds = 5 * 60;

/** Signs links to documents in the bucket at `address` in the name of whoever `client` works for. */
export function createDocumentSigner(client: Pick<DynamoDBClient, "config">, address: string) {
  return {
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
