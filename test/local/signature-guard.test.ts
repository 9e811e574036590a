import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, expect, it } from "vitest";
import { createDocumentSigner } from "../../functions/store/aws/document-signer.ts";
import { openBucket } from "../../functions/store/aws/objects.ts";
import { openTable } from "../../functions/store/table.ts";
import { localAccess } from "../../local/credentials.ts";
import { startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";

const folder = await mkdtemp(join(tmpdir(), "test-signatures-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads", heads: "heads" });
const bucket = openBucket("documents", bucketConfig(s3.endpoint));
const signer = createDocumentSigner(openTable("none", localAccess).client, `${s3.endpoint}/documents`);
const key = "exports/so-tiep-nhan_2026.csv";
await bucket.put(key, new TextEncoder().encode("mã;tên"), "text/csv");
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

const statusOf = async (path: string, init: RequestInit = {}) =>
  (await fetch(path.startsWith("http") ? path : s3.endpoint + path, init)).status;

it.each([
  ["list the buckets", "GET", "/"],
  ["list a bucket", "GET", "/documents?list-type=2"],
  ["read an object", "GET", `/documents/${key}`],
  ["look at an object", "HEAD", `/documents/${key}`],
  ["write an object", "PUT", "/documents/foreign.txt"],
  ["delete an object", "DELETE", `/documents/${key}`],
  ["delete several", "POST", "/documents?delete"],
  ["tag an upload", "PUT", "/uploads/quarantine/x?tagging"],
  ["read a day's heads", "GET", "/heads/heads/2026-06-15"],
])("nobody may %s without a signature", async (_, method, path) => {
  const body = method === "PUT" || method === "POST" ? "x" : undefined;
  expect(await statusOf(path, { method, ...(body && { body }) })).toBe(403);
  expect(new TextDecoder().decode(await bucket.get(key))).toBe("mã;tên");
});

it("a link reads its own object, by its own method, until it expires, and none when it is bent", async () => {
  const link = await signer.link(key, "so tiep nhan.csv");
  const read = await fetch(link);
  expect([read.status, await read.text()]).toEqual([200, "mã;tên"]);
  expect(read.headers.get("content-disposition")).toContain("so tiep nhan.csv");
  expect(await statusOf(link, { method: "DELETE" })).toBe(403);
  expect(await statusOf(link.replace("2026.csv", "2025.csv"))).toBe(403);
  expect(await statusOf(link.replace("X-Amz-Expires=300", "X-Amz-Expires=90000"))).toBe(403);
  expect(await statusOf(link.replace(/X-Amz-Signature=../, "X-Amz-Signature=00"))).toBe(403);
  expect(await statusOf(`${link}&x-id=GetObject`)).toBe(403);
});

it("what the SDK signs is taken, under our credentials alone and only for a time", async () => {
  const client = new S3Client({ ...bucketConfig(s3.endpoint), forcePathStyle: true });
  const command = new GetObjectCommand({ Bucket: "documents", Key: key });
  expect(await statusOf(await getSignedUrl(client, command))).toBe(200);
  const yesterday = new Date(Date.now() - 86_400_000);
  expect(await statusOf(await getSignedUrl(client, command, { signingDate: yesterday }))).toBe(403);
  for (const guess of ["a guess", "S3RVER"]) {
    const stranger = new S3Client({ ...bucketConfig(s3.endpoint, guess), forcePathStyle: true });
    await expect(stranger.send(command)).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
  }
  await expect(client.send(command)).resolves.toBeDefined();
});
