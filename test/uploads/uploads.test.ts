import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Attachment, makeUploadId, type UploadInput } from "#core/initiatives/attachment.ts";
import { openUploadBucket, type UploadBucket } from "../../functions/store/aws/upload-bucket.ts";
import { createUploadSigner, type UploadSigner } from "../../functions/store/aws/upload-signer.ts";
import { createUploadHandler } from "../../functions/uploads/handler.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { type S3, startS3 } from "../../local/standins/s3.ts";
import { type Scanner, startScanner } from "../../local/standins/scanner.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { files } from "../support/files.ts";
import { createTestTable } from "../support/table.ts";
import { waitFor } from "../support/wait.ts";

const origin = "http://localhost:20002";
const { store, client } = await createTestTable();

let s3: S3;
let bucket: UploadBucket;
let signer: UploadSigner;
let scanner: Scanner;
let folder: string;
let clockOffset = 0;
const logged: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-uploads-"));
  s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
  bucket = openUploadBucket("uploads", bucketConfig(s3.endpoint));
  signer = createUploadSigner(
    client,
    "uploads",
    `${s3.endpoint}/uploads`,
    () => new Date(Date.now() + clockOffset),
  );
  scanner = await startScanner({
    client: bucketConfig(s3.endpoint),
    bucket: "uploads",
    deliver: createHandler(),
    log: (...entry) => logged.push(entry),
  });
  s3.acceptUploads({ origin, arrived: scanner.scan });
});
afterAll(async () => {
  await scanner.stop();
  await s3.stop();
  await rm(folder, { recursive: true });
  expect(logged).toEqual([]);
});

const createHandler = (changed: Partial<typeof bucket> = {}) =>
  createUploadHandler({ uploads: store.uploads, bucket: { ...bucket, ...changed }, log: () => {} });

let drawn = 0;
const drawId = () => makeUploadId(new Date().toISOString(), "dossier", new Uint8Array(12).fill(++drawn));

interface Post {
  /** Instead of what was announced. */
  fields?: Record<string, string | null>;
  bytes?: Uint8Array<ArrayBuffer>;
}

/** Posts a file as the page does: the fields of the permission, then the file. */
async function post(id: string, asked: UploadInput, { fields: changes = {}, bytes }: Post = {}) {
  const { url, fields } = await signer.permit(id, asked);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes }))
    if (value !== null) form.set(name, value);
  form.set("file", new Blob([bytes ?? new Uint8Array(asked.size)]), "file");
  const response = await fetch(url, { method: "POST", body: form, headers: { origin } });
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? null;
  return { status: response.status, code, cors: response.headers.get("access-control-allow-origin") };
}

const announce = (file: { type: UploadInput["type"]; bytes: Uint8Array }): UploadInput => ({
  name: "tep",
  type: file.type,
  size: file.bytes.length,
});

describe("the storage itself", () => {
  const asked: UploadInput = { name: "a.png", type: "image/png", size: 1000 };

  it("takes what was announced, and lets the page read its answer", async () => {
    expect(await post(drawId(), asked)).toEqual({ status: 204, code: null, cors: origin });
  });

  it.each<[string, Post, number, string]>([
    ["more bytes than announced", { bytes: new Uint8Array(1001) }, 400, "EntityTooLarge"],
    ["fewer", { bytes: new Uint8Array(999) }, 400, "EntityTooSmall"],
    ["another type", { fields: { "Content-Type": "text/html" } }, 403, "AccessDenied"],
    ["no type", { fields: { "Content-Type": null } }, 403, "AccessDenied"],
    ["another key", { fields: { key: "clean/AAAAAAAAAAAAAAAAAAAAAA" } }, 403, "AccessDenied"],
    ["a tag of its own", { fields: { tagging: "<Tagging/>" } }, 403, "AccessDenied"],
    ["another policy", { fields: { Policy: btoa("{}") } }, 403, "SignatureDoesNotMatch"],
    ["no policy", { fields: { Policy: null } }, 403, "AccessDenied"],
    ["no signature", { fields: { "X-Amz-Signature": null } }, 403, "SignatureDoesNotMatch"],
  ])("refuses %s, in XML that the page may read", async (_, changes, status, code) => {
    const id = drawId();
    expect(await post(id, asked, changes)).toEqual({ status, code, cors: origin });
    expect(await bucket.arrived(id)).toBeNull();
  });

  it("refuses a permission that has expired", async () => {
    clockOffset = -21 * 60 * 1000;
    expect(await post(drawId(), asked)).toMatchObject({ status: 403, code: "AccessDenied" });
    clockOffset = 0;
  });

  it("refuses more than the limit of all files without keeping it in memory", async () => {
    const tooMuch = new Uint8Array(21 * 1024 * 1024);
    expect(await post(drawId(), asked, { bytes: tooMuch })).toMatchObject({
      status: 400,
      code: "EntityTooLarge",
    });
  });

  it("tells browsers beforehand that our pages may post, and no others", async () => {
    const ask = (from: string) =>
      fetch(`${s3.endpoint}/uploads`, {
        method: "OPTIONS",
        headers: { origin: from, "access-control-request-method": "POST" },
      });
    expect((await ask(origin)).headers.get("access-control-allow-origin")).toBe(origin);
    const foreign = await ask("https://evil.example");
    expect([foreign.status, foreign.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  });
});

/** Uploads a file and waits until it is known what became of it. */
async function send(file: { type: UploadInput["type"]; bytes: Uint8Array<ArrayBuffer> }) {
  const id = drawId();
  const asked = announce(file);
  expect((await post(id, asked, { bytes: file.bytes })).status).toBe(204);
  await waitFor(async () => expect((await store.uploads.get(id)).arrival).toBeDefined());
  await waitFor(async () => expect(await bucket.arrived(id)).toBeNull());
  const attachment: Attachment = { id, ...asked };
  return { attachment, arrival: (await store.uploads.get(id)).arrival };
}

const read = async (attachment: Attachment) => fetch(await signer.link(attachment));

describe("what arrives", () => {
  it.each(Object.keys(files) as (keyof typeof files)[])("as %s is released as it came", async (name) => {
    const file = files[name];
    const { attachment, arrival } = await send(file);
    const sum = createHash("sha256").update(file.bytes).digest("base64url");
    expect(arrival).toEqual({ state: "clean", type: file.type, size: file.bytes.length, sum });
    const answer = await read({ ...attachment, name: "Sổ tay (bản cuối).bin" });
    expect(answer.headers.get("content-type")).toBe(file.type);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''S%E1%BB%95/);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(file.bytes);
  });

  const text = new TextEncoder().encode("<script>alert(1)</script>");
  it.each<[string, { type: UploadInput["type"]; bytes: Uint8Array<ArrayBuffer> }]>([
    ["a page that says it is a picture", { type: "image/png", bytes: text }],
    ["a picture that says it is a document", { type: "application/pdf", bytes: files.png.bytes }],
    ["a workbook that says it is a text", { type: files.docx.type, bytes: files.xlsx.bytes }],
    [
      "an archive of anything that says it is a text",
      { type: files.docx.type, bytes: new Uint8Array(zipSync({ "a.exe": text })) },
    ],
  ])("as %s is refused with the reason, and cannot be read", async (_, file) => {
    const { attachment, arrival } = await send(file);
    expect(arrival).toEqual({ state: "refused", reason: "attachment.differs" });
    expect((await read(attachment)).status).toBe(404);
  });

  it("infected is refused with the reason, and cannot be read", async () => {
    const eicar = new TextEncoder().encode(
      ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
    );
    const infected = new Uint8Array([...files.pdf.bytes, ...eicar]);
    const { attachment, arrival } = await send({ type: "application/pdf", bytes: infected });
    expect(arrival).toEqual({ state: "refused", reason: "attachment.infected" });
    expect((await read(attachment)).status).toBe(404);
  });

  it("stands as it was first found, however often it is delivered or sent again", async () => {
    const { attachment } = await send(files.png);
    const { id } = attachment;
    const again = new Uint8Array(files.png.bytes.length);
    expect((await post(id, announce(files.png), { bytes: again })).status).toBe(204);
    await waitFor(async () => expect(await bucket.arrived(id)).toBeNull());
    const deliver = createHandler();
    const event = queueEvent({ detail: { object: { key: `quarantine/${id}` } } });
    await Promise.all([1, 2, 3].map(() => deliver(event)));
    expect((await store.uploads.get(id)).arrival).toMatchObject({ state: "clean" });
    expect(new Uint8Array(await (await read(attachment)).arrayBuffer())).toEqual(files.png.bytes);
  });

  it("without a verdict stays where it is; after a fault the retry goes on", async () => {
    s3.acceptUploads({ origin, arrived: () => {} });
    const id = drawId();
    await post(id, announce(files.png), { bytes: files.png.bytes });
    const event = queueEvent({ detail: { object: { key: `quarantine/${id}` } } });
    expect(await createHandler()(event)).toEqual({ batchItemFailures: [] });
    expect((await store.uploads.get(id)).arrival).toBeUndefined();
    expect(await bucket.arrived(id)).not.toBeNull();

    // A second scanner finds what was left lying, as after a restart; the first delivery fails on the way.
    let failures = 0;
    const second = await startScanner({
      client: bucketConfig(s3.endpoint),
      bucket: "uploads",
      async deliver(given) {
        const handler = createHandler({ discard: () => Promise.reject(new Error(String(++failures))) });
        // The queue gives back what failed, and nothing else.
        expect(await handler(given)).toEqual({ batchItemFailures: [{ itemIdentifier: "0" }] });
        return createHandler()(given);
      },
      log: (...entry) => logged.push(entry),
    });
    await second.stop();
    expect(failures).toBe(1);
    expect((await store.uploads.get(id)).arrival).toMatchObject({ state: "clean" });
    expect(await bucket.arrived(id)).toBeNull();
    s3.acceptUploads({ origin, arrived: scanner.scan });
  });
});
