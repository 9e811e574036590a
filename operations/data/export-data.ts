import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { appendFile, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { expiryAttribute, keyRequestKey, limitKey, sessionKey } from "../../functions/store/keys.ts";
import { itemsAtOnce } from "../../functions/store/table.ts";
import type { BucketName, CommandStorage } from "../../local/command-storage.ts";
import { createPace } from "../../local/pace.ts";
import {
  contentPath,
  type DataFile,
  type ExportSummary,
  type ObjectLine,
  type RawItem,
  sumFile,
  writeItem,
} from "./export-format.ts";

const itemsInFile = 10_000;
const bucketNames: readonly BucketName[] = ["documents", "uploads", "heads"];

/** Ended sessions must not become valid again; key requests and counts expire. */
const passing = new Set([sessionKey("").sk, limitKey("", "", 0).sk, keyRequestKey("").sk]);

/** Returns why an item is left out at `now` (seconds since 1970), or null. */
export function whyLeftOut(item: RawItem, now: number): string | null {
  const sk = item.sk?.S ?? "";
  if (passing.has(sk)) return sk;
  const expires = Number(item[expiryAttribute]?.N ?? Number.POSITIVE_INFINITY);
  return expires <= now ? "expired" : null;
}

interface ExportSettings {
  storage: Pick<CommandStorage, "table" | "s3" | "buckets">;
  out: string;
  rate: number;
  clock: () => string;
  progress?: (line: string) => void;
}

/**
 * Exports table and buckets (`export-format.ts`) while the system may run. Restarts an interrupted export; never
 * overwrites a complete one.
 */
export async function exportData(settings: ExportSettings): Promise<ExportSummary> {
  const { storage, out, rate, clock, progress = () => {} } = settings;
  await prepareFolder(out);
  const startedAt = clock();
  const pace = createPace(rate);
  // Table first, because objects exist before items point to them.
  const table = await exportTable(storage, out, pace, clock);
  progress(`${table.items} items`);
  const kept = await exportObjects(storage, out, pace);
  progress(`${kept.objects} objects, ${kept.bytes} bytes`);
  const summary: ExportSummary = {
    startedAt,
    endedAt: clock(),
    table: storage.table.name,
    ...{ items: table.items, objects: kept.objects, bytes: kept.bytes },
    leftOut: table.leftOut,
    data: table.folder,
    sha256: { files: table.sha256, objects: kept.sha256 },
  };
  await writeFile(join(out, "export.partial"), `${JSON.stringify(summary, null, 2)}\n`, { mode: 0o600 });
  await rename(join(out, "export.partial"), join(out, "export.json"));
  return summary;
}

async function prepareFolder(out: string): Promise<void> {
  await mkdir(out, { recursive: true, mode: 0o700 });
  const there = await readdir(out);
  if (there.includes("export.json")) throw new Error(`${out} holds an export already: name another folder`);
  const ours = new Set(["AWSDynamoDB", "objects", "objects.jsonl", "export.partial"]);
  const foreign = there.find((name) => !ours.has(name));
  if (foreign !== undefined)
    throw new Error(`${out} holds something else (${foreign}): name an empty folder`);
  for (const name of there) await rm(join(out, name), { recursive: true });
}

type Pace = (count: number) => Promise<void>;

async function exportTable(
  { table }: ExportSettings["storage"],
  out: string,
  pace: Pace,
  clock: () => string,
) {
  const startTime = clock();
  const id = `${String(Date.parse(startTime)).padStart(14, "0")}-${randomBytes(4).toString("hex")}`;
  const folder = join("AWSDynamoDB", id);
  await mkdir(join(out, folder, "data"), { recursive: true, mode: 0o700 });
  const leftOut: Record<string, number> = {};
  const files: DataFile[] = [];
  const scanned = scan(table, pace);
  let page = await scanned.next();
  // Writes a file even without items, as DynamoDB does for an empty partition.
  do {
    const name = `${String(files.length).padStart(6, "0")}.json.gz`;
    const path = join(out, folder, "data", name);
    let itemCount = 0;
    const lines = async function* () {
      while (!page.done && itemCount < itemsInFile) {
        for (const item of page.value) {
          const why = whyLeftOut(item, Date.parse(clock()) / 1000);
          if (why === null) {
            itemCount++;
            yield writeItem(item);
          } else leftOut[why] = (leftOut[why] ?? 0) + 1;
        }
        page = await scanned.next();
      }
    };
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(path, { mode: 0o600 }));
    const { md5, sha256 } = await sumFile(path);
    files.push({ itemCount, md5Checksum: md5, dataFileS3Key: `${folder}/data/${name}`, sha256 });
  } while (!page.done);
  const items = files.reduce((sum, { itemCount }) => sum + itemCount, 0);
  const manifest = join(folder, "manifest-files.json");
  await writeFile(join(out, manifest), files.map((file) => `${JSON.stringify(file)}\n`).join(""));
  const summary = {
    ...{ version: "2020-06-30", startTime, endTime: clock(), exportTime: startTime },
    ...{ manifestFilesS3Key: manifest, itemCount: items, outputFormat: "DYNAMODB_JSON" },
  };
  await writeFile(join(out, folder, "manifest-summary.json"), JSON.stringify(summary));
  return { folder, items, leftOut, sha256: (await sumFile(join(out, manifest))).sha256 };
}

async function* scan({ client, name }: CommandStorage["table"], pace: Pace): AsyncGenerator<RawItem[]> {
  let start: RawItem | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        Limit: itemsAtOnce,
        ExclusiveStartKey: start,
      }),
    );
    yield Items;
    await pace(Items.length);
    start = LastEvaluatedKey;
  } while (start);
}

async function exportObjects({ s3, buckets }: ExportSettings["storage"], out: string, pace: Pace) {
  const list = join(out, "objects.jsonl");
  await mkdir(join(out, "objects"), { recursive: true, mode: 0o700 });
  await writeFile(list, "", { mode: 0o600 });
  const total = { objects: 0, bytes: 0 };
  for (const bucket of bucketNames)
    for await (const key of keysOf({ s3, bucket: buckets[bucket] })) {
      const line = await exportObject({ s3, bucket: buckets[bucket], key, out });
      await pace(1);
      if (!line) continue;
      await appendFile(list, `${JSON.stringify({ bucket, key, ...line } satisfies ObjectLine)}\n`);
      total.objects++;
      total.bytes += line.bytes;
    }
  return { ...total, sha256: (await sumFile(list)).sha256 };
}

async function* keysOf({ s3, bucket }: { s3: CommandStorage["s3"]; bucket: string }): AsyncGenerator<string> {
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken }));
    for (const { Key } of page.Contents ?? []) if (Key) yield Key;
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
}

async function exportObject(given: { s3: CommandStorage["s3"]; bucket: string; key: string; out: string }) {
  const { s3, bucket, key, out } = given;
  const found = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })).catch((error) => {
    if ((error as Error).name === "NoSuchKey") return null;
    throw error;
  });
  if (!found) return null;
  const arriving = join(out, "objects", "arriving");
  const sum = createHash("sha256");
  await pipeline(
    found.Body as Readable,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        sum.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(arriving, { mode: 0o600 }),
  );
  const sha256 = sum.digest("hex");
  const { size } = await stat(arriving);
  await rename(arriving, contentPath(out, sha256));
  return { type: found.ContentType ?? "application/octet-stream", bytes: size, sha256 };
}
