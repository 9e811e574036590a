import type { GenericSchema } from "valibot";
import { type BodyLimit, measureBody } from "#core/base/body-size.ts";
import { Problem } from "#core/base/problems.ts";
import type { Ctx } from "../context.ts";

/** What a request without a described body may send all the same: `{}`, or the one field of a page's form. */
const smallestLimit: BodyLimit = { bytes: 1024, members: 100 };

/** The largest body of a route. Throws where the schema leaves a text, a number or an array without a bound. */
export function bodyLimitOf(route: string, schema: GenericSchema | undefined): BodyLimit {
  if (!schema) return smallestLimit;
  const { bytes, members, unbounded } = measureBody(schema);
  if (unbounded.length > 0)
    throw new Error(
      `${route}: ${unbounded.map(({ pointer, lacks }) => `${pointer} has no ${lacks}`).join(", ")}`,
    );
  return { bytes, members };
}

/** Keeps a route's limit for whoever reads the body, and refuses before a byte is read what says itself that it is larger. */
export function guardBody(c: Ctx, limit: BodyLimit, staffOnly: boolean): void {
  // To the holder of an author's key the handler says what it says of records that are not theirs.
  if (staffOnly && !c.var.session && !c.var.bearer) throw new Problem("session.missing");
  if (Number(c.req.header("content-length") ?? 0) > limit.bytes) throw new Problem("request.tooLarge");
  c.set("bodyLimit", limit);
}

/** The body as text of at most as many bytes as the route takes; what is longer is refused where the limit is reached. */
export async function readText(c: Ctx): Promise<string> {
  const limit = c.get("bodyLimit");
  if (limit === undefined) throw new Error("a body is read on a route that describes none");
  const stream = c.req.raw.body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > limit.bytes) throw new Problem("request.tooLarge");
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks, size);
  if (isOutOfShape(bytes, limit.members)) throw new Problem("request.malformed");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem("request.malformed");
  }
}

/** Far deeper than any form of ours. */
const mostLevels = 40;

/**
 * True where JSON nests deeper or has more members than any body that the route takes: parsing those costs ten times as much as text of the same
 * size. What stands within texts does not count.
 */
function isOutOfShape(bytes: Uint8Array, mostMembers: number): boolean {
  const [quote, backslash, colon, openList, closeList, openObject, closeObject] = [
    34, 92, 58, 91, 93, 123, 125,
  ];
  let levels = 0;
  let members = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === backslash) at++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === colon) {
      members++;
      if (members > mostMembers) return true;
    } else if (byte === openList || byte === openObject) {
      levels++;
      if (levels > mostLevels) return true;
    } else if (byte === closeList || byte === closeObject) levels--;
  }
  return false;
}

/** The body as JSON, or `request.malformed`. */
export async function readJson(c: Ctx): Promise<unknown> {
  const text = await readText(c);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("request.malformed");
  }
}
