import type { GenericSchema } from "valibot";
import { measureBody } from "../../core/body-size.ts";
import { Problem } from "../../core/problems.ts";
import type { Ctx } from "../context.ts";

/** What a request without a described body may send all the same: `{}`, or the one field of a page's form. */
const smallestLimit = 1024;

/** The largest body of a route in bytes. Throws where the schema leaves a text, a number or an array without a bound. */
export function bodyLimitOf(route: string, schema: GenericSchema | undefined): number {
  if (!schema) return smallestLimit;
  const { bytes, unbounded } = measureBody(schema);
  if (unbounded.length > 0)
    throw new Error(
      `${route}: ${unbounded.map(({ pointer, lacks }) => `${pointer} has no ${lacks}`).join(", ")}`,
    );
  return bytes;
}

/** Keeps a route's limit for whoever reads the body, and refuses before a byte is read what says itself that it is larger. */
export function guardBody(c: Ctx, limit: number, staffOnly: boolean): void {
  // To the holder of an author's key the handler says what it says of records that are not theirs.
  if (staffOnly && !c.var.session && !c.var.bearer) throw new Problem("session.missing");
  if (Number(c.req.header("content-length") ?? 0) > limit) throw new Problem("request.tooLarge");
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
    if (size > limit) throw new Problem("request.tooLarge");
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks, size));
  } catch {
    throw new Problem("request.malformed");
  }
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
