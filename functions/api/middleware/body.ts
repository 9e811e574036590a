import type { GenericSchema } from "valibot";
import { type BodyLimit, measureBody } from "#core/base/body-size.ts";
import { Problem } from "#core/base/problems.ts";
import type { Ctx } from "../context.ts";

/** Limit for routes without a body schema. */
const smallestLimit: BodyLimit = { bytes: 1024, members: 100 };

/** Throws if the schema leaves a text, number or array unbounded. */
export function bodyLimitOf(route: string, schema: GenericSchema | undefined): BodyLimit {
  if (!schema) return smallestLimit;
  const { bytes, members, unbounded } = measureBody(schema);
  if (unbounded.length > 0)
    throw new Error(
      `${route}: ${unbounded.map(({ pointer, lacks }) => `${pointer} has no ${lacks}`).join(", ")}`,
    );
  return { bytes, members };
}

export function guardBody(c: Ctx, limit: BodyLimit, staffOnly: boolean): void {
  // The handler itself refuses a request with an access key.
  if (staffOnly && !c.var.session && !c.var.bearer) throw new Problem("session.missing");
  if (Number(c.req.header("content-length") ?? 0) > limit.bytes) throw new Problem("request.tooLarge");
  c.set("bodyLimit", limit);
}

/** Throws `request.tooLarge` or `request.malformed`. */
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

const mostLevels = 40;

/** True for JSON with more levels or members than any valid body, which would parse slowly. */
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

/** Throws `request.malformed`. */
export async function readJson(c: Ctx): Promise<unknown> {
  const text = await readText(c);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("request.malformed");
  }
}
