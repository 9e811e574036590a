import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { BatchWriteItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3ServiceException } from "@aws-sdk/client-s3";
import * as v from "valibot";
import {
  countedSortKeys,
  invitationKey,
  jobKey,
  reportNoticeKey,
  reportReminderKey,
  uploadKey,
} from "../../functions/store/keys.ts";
import type { CommandStorage } from "../../local/command-storage.ts";
import { createPace } from "../../local/pace.ts";
import { whyLeftOut } from "./export-data.ts";
import {
  contentPath,
  DataFile,
  ExportSummary,
  ObjectLine,
  type RawItem,
  readItems,
  readLines,
  sumFile,
} from "./export-format.ts";

interface RestoreSettings {
  storage: Pick<CommandStorage, "table" | "s3" | "buckets">;
  from: string;
  rate: number;
  over: boolean;
  clock: () => string;
  progress?: (line: string) => void;
}

const writtenAtOnce = 25;
const writeAttempts = 10;

const triggers = new Set([
  ...Object.values(countedSortKeys),
  invitationKey("").sk,
  reportReminderKey("", "").sk,
  reportNoticeKey({ run: "", unit: "" }).sk,
  uploadKey("").sk,
]);

/**
 * Records of completed work come before the items that trigger this work, so that nothing is counted or mailed
 * again. Jobs come last, because they continue at once.
 */
export function restoreOrder(item: RawItem): number {
  const sk = item.sk?.S ?? "";
  if (sk === jobKey("").sk) return 2;
  return triggers.has(sk) && item.outcome === undefined ? 1 : 0;
}

/**
 * Verifies every checksum before writing. Also accepts DynamoDB's own exports. Without `over`, throws if the
 * table is not empty.
 */
export async function restoreData(settings: RestoreSettings): Promise<{ items: number; objects: number }> {
  const { storage, from, rate, over, clock, progress = () => {} } = settings;
  const { files, objects } = await readExport(from);
  progress(`every sum holds: ${files.length} files of items, ${objects.length} objects`);
  if (!over && !(await isEmpty(storage)))
    throw new Error(
      `the table ${storage.table.name} is not empty: --over goes on with a restore all the same`,
    );
  const pace = createPace(rate);
  for (const object of objects) {
    await putObject(storage, from, object);
    await pace(1);
  }
  progress(`${objects.length} objects are back`);
  const now = Date.parse(clock()) / 1000;
  let items = 0;
  for (const turn of [0, 1, 2]) {
    const wanted = (item: RawItem) => restoreOrder(item) === turn && whyLeftOut(item, now) === null;
    for (const path of files) items += await putItems(storage, path, wanted, pace);
    progress(`${items} items are back`);
  }
  return { items, objects: objects.length };
}

async function readExport(from: string): Promise<{ files: string[]; objects: ObjectLine[] }> {
  const summary = await readSummary(from);
  const folder = join(from, summary?.data ?? (await findAwsExport(from)));
  const manifest = join(folder, "manifest-files.json");
  const list = join(from, "objects.jsonl");
  if (summary) {
    await holdToSum(manifest, summary.sha256.files);
    await holdToSum(list, summary.sha256.objects);
  }
  const files: string[] = [];
  for (const file of await readLines(manifest, DataFile)) {
    const path = join(folder, "data", basename(file.dataFileS3Key));
    const { sha256, md5 } = await sumFile(path);
    if (md5 !== file.md5Checksum || (file.sha256 ?? sha256) !== sha256) throw differs(path);
    files.push(path);
  }
  const objects = summary ? await readLines(list, ObjectLine) : [];
  for (const { sha256 } of objects) await holdToSum(contentPath(from, sha256), sha256);
  return { files, objects };
}

async function readSummary(from: string): Promise<ExportSummary | null> {
  const text = await readFile(join(from, "export.json"), "utf8").catch(() => null);
  return text === null ? null : v.parse(ExportSummary, JSON.parse(text));
}

async function findAwsExport(from: string): Promise<string> {
  const [id, ...others] = await readdir(join(from, "AWSDynamoDB")).catch(() => []);
  const names = id === undefined ? [] : await readdir(join(from, "AWSDynamoDB", id));
  // `objects` means an interrupted export of our own.
  const whole = names.includes("manifest-summary.json") && !(await readdir(from)).includes("objects");
  if (id === undefined || others.length > 0 || !whole) throw new Error(`${from} holds no whole export`);
  return join("AWSDynamoDB", id);
}

const differs = (path: string) => new Error(`${path} is not what was exported: nothing has been restored`);

async function holdToSum(path: string, expected: string): Promise<void> {
  if ((await sumFile(path)).sha256 !== expected) throw differs(path);
}

async function isEmpty({ table }: RestoreSettings["storage"]): Promise<boolean> {
  const { Count } = await table.client.send(new ScanCommand({ TableName: table.name, Limit: 1 }));
  return Count === 0;
}

async function putItems(
  { table }: RestoreSettings["storage"],
  path: string,
  wanted: (item: RawItem) => boolean,
  pace: (count: number) => Promise<void>,
): Promise<number> {
  let put = 0;
  let waiting: RawItem[] = [];
  const flush = async () => {
    await writeBatch(table, waiting);
    put += waiting.length;
    await pace(waiting.length);
    waiting = [];
  };
  for await (const item of readItems(path)) {
    if (!wanted(item)) continue;
    waiting.push(item);
    if (waiting.length === writtenAtOnce) await flush();
  }
  if (waiting.length > 0) await flush();
  return put;
}

async function writeBatch(
  { client, name }: CommandStorage["table"],
  items: readonly RawItem[],
): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > writeAttempts) throw new Error(`the table ${name} takes no more: run it again with --over`);
    if (attempt > 1) await createPace(1000 / (50 * 2 ** attempt))(1);
    const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: left } }));
    left = (answer.UnprocessedItems?.[name] ?? []) as typeof left;
  }
}

/** Existing history heads stay, because they are write-once. */
async function putObject({ s3, buckets }: RestoreSettings["storage"], from: string, object: ObjectLine) {
  const { bucket, key, type, sha256 } = object;
  try {
    await s3.send(
      new PutObjectCommand({
        Bucket: buckets[bucket],
        Key: key,
        Body: await readFile(contentPath(from, sha256)),
        ContentType: type,
        ...(bucket === "heads" ? { IfNoneMatch: "*" } : {}),
      }),
    );
  } catch (error) {
    const isThere = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;
    if (!isThere) throw error;
  }
}
