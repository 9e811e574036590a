import { hashValue } from "#core/base/canonical.ts";
import { fromBase64Url, toBase64Url } from "#core/base/ids.ts";
import { Problem } from "#core/base/problems.ts";

/** A list that is read by pages: an index and one of its partitions. */
interface PagedList {
  index: string;
  partition: string;
}

/** The keys of the item that a page ended with: those of the table and the sort key of the index. */
export interface Place {
  pk: string;
  sk: string;
  indexSk: string;
}

/** In characters of four bytes at most: a sort key takes 1,024 bytes. */
const longestKey = 250;

/** DynamoDB takes no empty key. */
const isKey = (part: unknown): part is string =>
  typeof part === "string" && part.length > 0 && part.length <= longestKey;

/** Tells a list's cursors from those of another, so that none continues a list that it was not given for. */
const markOf = ({ index, partition }: PagedList): string => hashValue([index, partition]).slice(0, 10);

/** The cursor of the page that follows a place of a list. */
export function writeCursor(list: PagedList, { pk, sk, indexSk }: Place): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify([markOf(list), pk, sk, indexSk])));
}

/** The place that a cursor of this list names. Throws `query.invalid` for whatever this list has not given out. */
export function readCursor(list: PagedList, cursor: string): Place {
  try {
    const bytes = fromBase64Url(cursor);
    const written: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(written) && written.length === 4 && toBase64Url(bytes) === cursor) {
      const [mark, pk, sk, indexSk] = written as unknown[];
      if (mark === markOf(list) && isKey(pk) && isKey(sk) && isKey(indexSk)) return { pk, sk, indexSk };
    }
  } catch {
    // No base64url, or no JSON.
  }
  throw new Problem("query.invalid", [{ pointer: "/cursor", code: "cursor.invalid" }]);
}
