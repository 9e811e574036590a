import * as v from "valibot";
import { hashValue } from "../core/canonical.ts";
import { fromBase64Url, toBase64Url } from "../core/ids.ts";
import { Problem } from "../core/problems.ts";

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

/** DynamoDB takes no empty key, and no sort key beyond 1,024 bytes. */
const part = v.pipe(v.string(), v.nonEmpty(), v.maxLength(250));
const Written = v.strictTuple([v.string(), part, part, part]);

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
    const [mark, pk, sk, indexSk] = v.parse(Written, JSON.parse(new TextDecoder().decode(bytes)));
    if (mark === markOf(list) && toBase64Url(bytes) === cursor) return { pk, sk, indexSk };
  } catch {
    // No base64url, no JSON, or not four texts.
  }
  throw new Problem("query.invalid", [{ pointer: "/cursor", code: "cursor.invalid" }]);
}
