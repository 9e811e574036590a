import { hashPieces, openHash } from "#core/base/canonical.ts";
import type { ReportModel } from "#core/report/model.ts";
import type { Issue, MadeFiles, ReportFormat, ReportRecord, Verification } from "#core/report/record.ts";
import type { Faces } from "../../documents/pdf/pdf.ts";
import type { Bucket } from "../../store/aws/objects.ts";
import { writeJson } from "./json.ts";
import { cutForPage } from "./page-model.ts";
import { renderReport } from "./render.ts";

type Place = Pick<ReportRecord, "unit" | "from" | "to">;

export interface ReportFiles {
  bucket: Bucket;
  faces: Faces;
}

const json = "application/json; charset=utf-8";

export const fileKey = (prefix: string, format: ReportFormat): string => `${prefix}annual-report.${format}`;
export const pageKey = (prefix: string): string => `${prefix}view.json`;
export const verificationKey = (prefix: string): string => `${prefix}verification.json`;

export async function hashContent(model: ReportModel, issue: Issue | null): Promise<string> {
  return hashPieces(writeJson({ issue, model }));
}

/** The JSON file is written last and marks a complete set. */
export async function keepFiles(
  { bucket, faces }: ReportFiles,
  { unit, from, to }: Place,
  model: ReportModel,
  issue: Issue | null,
): Promise<Pick<MadeFiles, "hash" | "prefix" | "files" | "sums">> {
  const hash = await hashContent(model, issue);
  const prefix = `reports/${unit}/${from}-${to}/${hash.slice(0, 16)}/`;
  const files: ReportFormat[] = [];
  const sums: Partial<Record<ReportFormat, string>> = {};
  await bucket.put(pageKey(prefix), new TextEncoder().encode(JSON.stringify(cutForPage(model))), json);
  for await (const { format, contentType, bytes } of renderReport(model, issue, faces)) {
    const key = fileKey(prefix, format);
    const sum = openHash();
    if (bytes instanceof Uint8Array) await bucket.put(key, bytes, contentType);
    else await bucket.putStream(key, passing(bytes, sum.add), contentType);
    if (bytes instanceof Uint8Array) sum.add(bytes);
    files.push(format);
    sums[format] = sum.end();
  }
  return { hash, prefix, files, sums: sums as MadeFiles["sums"] };
}

/** Reads the stored model, which is the report's source after approval. */
export async function readModel(bucket: Pick<Bucket, "get">, prefix: string): Promise<ReportModel> {
  return JSON.parse(new TextDecoder().decode(await bucket.get(fileKey(prefix, "json"))));
}

async function* passing(
  pieces: AsyncIterable<Uint8Array>,
  show: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    show(piece);
    yield piece;
  }
}

/** Compares every file with its checksum and the model with its hash; a missing file counts as wrong. */
export async function verifyFiles(
  { bucket, faces }: ReportFiles,
  { hash, prefix, sums }: Pick<MadeFiles, "hash" | "prefix" | "sums">,
  model: ReportModel,
  issue: Issue | null,
): Promise<Verification["files"]> {
  const found: Verification["files"] = [];
  const isModel = (await hashContent(model, issue)) === hash;
  for await (const { format, bytes } of renderReport(model, issue, faces)) {
    const today = await hashPieces(bytes instanceof Uint8Array ? [bytes] : bytes);
    const kept = await bucket.get(fileKey(prefix, format)).catch(() => null);
    const same = kept !== null && (await hashPieces([kept])) === sums[format];
    found.push({ format, ok: same && (format !== "json" || isModel), renders: today === sums[format] });
  }
  return found;
}

export async function removeFiles(bucket: Bucket, prefix: string): Promise<void> {
  for (const key of await bucket.list(prefix)) await bucket.remove(key);
}
