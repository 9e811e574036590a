import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";

/*
 * The folder of an export (docs/decisions/0031-operations.md):
 *
 *   AWSDynamoDB/<id>/data/*.json.gz       items in DynamoDB's export format: lines {"Item":…}
 *   AWSDynamoDB/<id>/manifest-files.json  one line per file: itemCount, md5Checksum (base64), dataFileS3Key, sha256 (hex)
 *   AWSDynamoDB/<id>/manifest-summary.json
 *   objects.jsonl                         one line per object: bucket, key, type, bytes, sha256
 *   objects/<sha256>                      each content once
 *   export.json                           written last, so that it marks a complete export
 */

export type RawItem = Record<string, AttributeValue>;

/** AWS's exports have no `sha256`. */
export const DataFile = v.object({
  itemCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  md5Checksum: v.string(),
  dataFileS3Key: v.string(),
  sha256: v.optional(v.string()),
});
export type DataFile = v.InferOutput<typeof DataFile>;

export const ObjectLine = v.object({
  bucket: v.picklist(["documents", "uploads", "heads"]),
  key: v.string(),
  type: v.string(),
  bytes: v.number(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type ObjectLine = v.InferOutput<typeof ObjectLine>;

export const ExportSummary = v.object({
  startedAt: v.string(),
  endedAt: v.string(),
  table: v.string(),
  items: v.number(),
  objects: v.number(),
  bytes: v.number(),
  /** Items left out, by kind. */
  leftOut: v.record(v.string(), v.number()),
  data: v.string(),
  sha256: v.object({ files: v.string(), objects: v.string() }),
});
export type ExportSummary = v.InferOutput<typeof ExportSummary>;

export const writeItem = (item: RawItem): string =>
  `${JSON.stringify({ Item: item }, (_key, value) => (value instanceof Uint8Array ? toBase64(value) : value))}\n`;

export function readItem(line: string): RawItem {
  const { Item } = JSON.parse(line) as { Item: RawItem };
  return Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, revive(value)]));
}

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const fromBase64 = (text: unknown) => Uint8Array.from(Buffer.from(String(text), "base64"));

function revive(value: AttributeValue): AttributeValue {
  if (value.B !== undefined) return { B: fromBase64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(fromBase64) };
  if (value.L !== undefined) return { L: value.L.map(revive) };
  if (value.M === undefined) return value;
  return { M: Object.fromEntries(Object.entries(value.M).map(([name, member]) => [name, revive(member)])) };
}

export async function* readItems(path: string): AsyncGenerator<RawItem> {
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) }))
    if (line !== "") yield readItem(line);
}

export async function readLines<T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T[]> {
  const text = await readFile(path, "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => v.parse(schema, JSON.parse(line)));
}

export async function sumFile(path: string): Promise<{ sha256: string; md5: string }> {
  const sums = [createHash("sha256"), createHash("md5")] as [Hash, Hash];
  for await (const chunk of createReadStream(path)) for (const sum of sums) sum.update(chunk as Buffer);
  return { sha256: sums[0].digest("hex"), md5: sums[1].digest("base64") };
}

export const contentPath = (folder: string, sha256: string): string => join(folder, "objects", sha256);
