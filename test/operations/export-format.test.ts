import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { whyLeftOut } from "../../operations/data/export-data.ts";
import { readItem, writeItem } from "../../operations/data/export-format.ts";
import { restoreData } from "../../operations/data/restore-data.ts";
import { createTestTable } from "../support/table.ts";

const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.record({ S: fc.string({ unit: "grapheme" }) }),
    fc.record({ N: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) }),
    fc.record({ B: fc.uint8Array() }),
    fc.record({ BS: fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1 }) }),
    fc.record({ SS: fc.array(fc.string(), { minLength: 1 }) }),
    fc.record({ BOOL: fc.boolean() }),
    fc.constant({ NULL: true as const }),
    fc.record({ L: fc.array(tie("value")) }),
    // Attributes may be called as types are.
    fc.record({
      M: fc.dictionary(fc.constantFrom("S", "B", "M", "L", "tên"), tie("value"), { noNullPrototype: true }),
    }),
  ),
}));

test("an item is the same after it was written and read, whatever it holds, and stands in one line", () => {
  const items = fc.dictionary(fc.constantFrom("pk", "B", "M", "tên"), value, { noNullPrototype: true });
  fc.assert(
    fc.property(items, (item) => {
      const line = writeItem(item);
      expect(line.indexOf("\n")).toBe(line.length - 1);
      expect(readItem(line)).toEqual(item);
    }),
  );
});

test("what is good for minutes or has expired is left out, and nothing else", () => {
  const item = (sk: string, expiresAt?: string) => ({
    sk: { S: sk },
    ...(expiresAt ? { expiresAt: { N: expiresAt } } : {}),
  });
  const found = [
    item("SESSION"),
    item("LIMIT", "99"),
    item("KEYREQUEST"),
    item("DRAFT", "10"),
    item("DRAFT", "11"),
    item("INI"),
  ];
  expect(found.map((each) => whyLeftOut(each, 10))).toEqual([
    "SESSION",
    "LIMIT",
    "KEYREQUEST",
    "expired",
    null,
    null,
  ]);
});

const folder = await mkdtemp(join(tmpdir(), "aws-export-"));
const data = join(folder, "AWSDynamoDB", "01693685827463-2d8752fd");
const file = join(data, "data", "asdl123dasas.json.gz");
afterAll(() => rm(folder, { recursive: true }));
const { table, client } = await createTestTable();
const storage = { table, s3: new S3Client({}), buckets: { documents: "", uploads: "", heads: "" } };
const restore = () =>
  restoreData({ storage, from: folder, rate: 0, over: false, clock: () => "2026-11-22T05:00:00.000Z" });
const count = async () => (await client.send(new ScanCommand({ TableName: table.name }))).Count;

/** An export as DynamoDB writes one: it knows MD5 alone, keys with the prefix that was asked for, and nothing of ours. */
beforeEach(async () => {
  const bytes = gzipSync(
    [
      '{"Item":{"pk":{"S":"INI#1"},"sk":{"S":"INI"},"n":{"N":"1"}}}',
      '{"Item":{"pk":{"S":"SESSION#1"},"sk":{"S":"SESSION"}}}',
      "",
    ].join("\n"),
  );
  const line = {
    itemCount: 2,
    md5Checksum: createHash("md5").update(bytes).digest("base64"),
    etag: "8e5b4f9f8b1d0a3f7e2c-1",
    dataFileS3Key: "prefix/AWSDynamoDB/01693685827463-2d8752fd/data/asdl123dasas.json.gz",
  };
  await mkdir(join(data, "data"), { recursive: true });
  await writeFile(file, bytes);
  await writeFile(join(data, "manifest-files.json"), `${JSON.stringify(line)}\n`);
  await writeFile(join(data, "manifest-summary.json"), '{"version":"2020-06-30","itemCount":2}');
});

test("a file that differs stops the restoration before it writes anything", async () => {
  await writeFile(file, gzipSync('{"Item":{"pk":{"S":"INI#2"},"sk":{"S":"INI"}}}\n'));
  await expect(restore()).rejects.toThrow(/asdl123dasas.*nothing has been restored/);
  expect(await count()).toBe(0);
});

test("an export that was broken off is none", async () => {
  await rm(join(data, "manifest-summary.json"));
  await expect(restore()).rejects.toThrow(/no whole export/);
});

test("an export that DynamoDB wrote is restored too, without its sessions", async () => {
  expect(await restore()).toEqual({ items: 1, objects: 0 });
  expect(await count()).toBe(1);
});
