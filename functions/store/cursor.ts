import { hashValue } from "#core/base/canonical.ts";
import { fromBase64Url, toBase64Url } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";

interface PagedList {
  index: string;
  partition: string;
}

export interface Place {
  pk: string;
  sk: string;
  indexSk: string;
}

/** A sort key may have 1,024 bytes; a character takes four at most. */
const longestKey = 250;

/** DynamoDB refuses empty keys. */
const isKey = (part: unknown): part is string =>
  typeof part === "string" && part.length > 0 && part.length <= longestKey;

/** Binds a cursor to its list. */
const markOf = ({ index, partition }: PagedList): string => hashValue([index, partition]).slice(0, 10);

export function writeCursor(list: PagedList, { pk, sk, indexSk }: Place): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify([markOf(list), pk, sk, indexSk])));
}

/** Throws `query.invalid` for a cursor of another list. */
export function readCursor(list: PagedList, cursor: string): Place {
  try {
    const bytes = fromBase64Url(cursor);
    const written: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(written) && written.length === 4 && toBase64Url(bytes) === cursor) {
      const [mark, pk, sk, indexSk] = written as unknown[];
      if (mark === markOf(list) && isKey(pk) && isKey(sk) && isKey(indexSk)) return { pk, sk, indexSk };
    }
  } catch {
    // Not base64url or not JSON.
  }
  throw new Problem("query.invalid", [{ pointer: "/cursor", code: "cursor.invalid" }]);
}
