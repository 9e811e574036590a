import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { SQSRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "#core/base/canonical.ts";
import type { ApplicationInput } from "#core/initiatives/application.ts";
import { type Arrival, type Attachment, makeUploadId } from "#core/initiatives/attachment.ts";
import { erase } from "#core/initiatives/erasure.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import type { Move } from "#core/initiatives/lifecycle.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { createNoticesHandler } from "../../functions/notices/handler.ts";
import { MailError } from "../../functions/store/aws/mail.ts";
import { type Bucket, openBucket } from "../../functions/store/aws/objects.ts";
import { openUploadBucket, type UploadBucket } from "../../functions/store/aws/upload-bucket.ts";
import { createUploadSigner } from "../../functions/store/aws/upload-signer.ts";
import { toInitiativeItem } from "../../functions/store/initiatives/initiative-items.ts";
import { keyRequestKey } from "../../functions/store/keys.ts";
import { queueEvent } from "../../local/standins/queue.ts";
import { type S3, startS3 } from "../../local/standins/s3.ts";
import { bucketConfig } from "../../local/standins/storage.ts";
import { createMailSink } from "../support/mail.ts";
import { readPdf } from "../support/pdf-text.ts";
import { buildInitiative, buildTransition } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { seedDirectory, testNow } from "../support/units.ts";

const origin = "https://sang-kien.example.vn";
const { store, client } = await createTestTable(() => testNow);
await seedDirectory(store);
const { mail, received } = await createMailSink();
const logged: unknown[] = [];

let s3: S3;
let folder = "";
let bucket: Bucket;
let uploads: UploadBucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "test-receipts-"));
  s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
  bucket = openBucket("documents", bucketConfig(s3.endpoint));
  uploads = openUploadBucket("uploads", bucketConfig(s3.endpoint));
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

const createHandler = (mailer: typeof mail = mail) =>
  createNoticesHandler({
    store,
    bucket,
    uploads,
    mail: mailer,
    faces: readFaces(),
    origin,
    clock: () => testNow,
    random: (count) => randomBytes(count),
    log: (message, details) => logged.push({ message, ...details }),
    measure: () => {},
  });

/** The message about an item that was written. */
const recordOf = (item: object): SQSRecord => {
  const [record] = queueEvent(marshall(item, { removeUndefinedValues: true })).Records;
  return { ...(record as SQSRecord), messageId: "1" };
};

const deliver = (...records: SQSRecord[]) => createHandler()({ Records: records });
const versionOf = (initiative: FormInitiative) => recordOf(toInitiativeItem(initiative));
const drawAddress = () => `${randomUUID()}@example.vn`;

let drawn = 0;
const drawFile = (name: string): Attachment => {
  const id = makeUploadId(testNow, "dossier", new Uint8Array(12).fill(++drawn));
  return { id, name, type: "image/jpeg", size: 1_572_864 };
};
const context = {
  actor: { role: "author", staff: null },
  now: testNow,
  salt: () => randomBytes(16),
} as const;

/** A record that was just received, its author at an address of their own. */
async function keep(application: Partial<ApplicationInput> = {}, email = drawAddress()) {
  const initiative = buildInitiative({ application: { contact: { phone: "", email }, ...application } });
  await store.initiatives.create(initiative);
  return { initiative, email, id: initiative.id };
}

async function advance(initiative: FormInitiative, ...moves: Move[]): Promise<FormInitiative> {
  let before = initiative;
  for (const move of moves) {
    const number = await store.initiatives.nextNumber(before.unit, before.year);
    const transition = buildTransition(before, move, number);
    await store.initiatives.save(transition, before);
    before = transition.initiative;
  }
  return before;
}

describe("a new initiative", () => {
  it("gets a receipt with its code, title, unit, instant and the day of the answer, and not the key", async () => {
    const { initiative, id } = await keep();
    await deliver(versionOf(initiative));
    expect(await store.receipts.ready(id)).toBe(`receipts/${id}.pdf`);
    const { text, fonts } = readPdf(await bucket.get(`receipts/${id}.pdf`));
    const flat = text.replaceAll(/\s+/g, " ");
    for (const words of [
      "GIẤY BIÊN NHẬN",
      "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ SUỐI MƠ",
      id,
      "Ủ phân hữu cơ từ rác chợ bằng thùng lật đôi, dùng cho vườn rau của chi hội",
      "Nguyễn Thị Ánh Tuyết, Huỳnh Ngọc Quý",
      "12 giờ 00 ngày 15/6/2026",
      "ngày 15/7/2026",
      "Suối Mơ, ngày 15 tháng 6 năm 2026",
      `${origin}/tra-cuu`,
    ])
      expect(flat).toContain(words);
    expect(flat).not.toContain("#");
    expect(fonts.every((font) => font.startsWith("Tinos"))).toBe(true);
  });

  it("lists the files that passed, names those under check apart, and tells the verdict when it comes", async () => {
    const [passed, refused, slow] = ["ảnh ủ phân.jpg", "nhiễm.jpg", "chậm.jpg"].map(drawFile) as [
      Attachment,
      Attachment,
      Attachment,
    ];
    const attachments = [passed, refused, slow];
    const fresh = buildInitiative();
    const email = drawAddress();
    const initiative = { ...fresh, attachments };
    initiative.application = { ...fresh.application, contact: { phone: "", email } };
    await store.initiatives.create(initiative);
    const read = async () => readPdf(await bucket.get(`receipts/${initiative.id}.pdf`)).text;
    const settle = async (file: Attachment, arrival: Arrival) => {
      await store.uploads.settle(file.id, arrival);
      const item = { sk: "UPLOAD", uploadId: file.id, usedBy: `initiative:${initiative.id}`, arrival };
      await deliver(recordOf(item), recordOf(item));
    };
    await settle(passed, { state: "clean", type: passed.type, size: passed.size });
    await deliver(versionOf(initiative));
    const first = await read();
    expect(first).toContain("Tệp kèm theo: ảnh ủ phân.jpg (1,6 MB)");
    expect(first).toMatch(/chưa tính là đã nhận:\s+nhiễm.jpg;\s+chậm.jpg/);

    await settle(refused, { state: "refused", reason: "attachment.infected" });
    expect(await read()).not.toContain("nhiễm.jpg");
    expect(await read()).toMatch(/chưa tính là đã nhận:\s+chậm.jpg/);
    await settle(slow, { state: "clean", type: slow.type, size: slow.size });
    expect(await read()).toContain("; chậm.jpg (1,6 MB)");
    expect(await read()).not.toContain("chưa tính là đã nhận");

    const mails = await received(email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      `Giấy biên nhận – hồ sơ ${initiative.id}`,
      `Có tệp không nhận được – hồ sơ ${initiative.id}`,
    ]);
    expect(mails[1]?.body.text).toContain("nhiễm.jpg");
    expect(mails[1]?.body.text).toContain("mã độc");
  });

  it("whose author was erased meanwhile gets no receipt by a late verdict", async () => {
    const file = drawFile("chậm.jpg");
    const initiative = { ...buildInitiative(), attachments: [file] };
    await store.initiatives.create(initiative);
    await deliver(versionOf(initiative));
    const withdrawn = await advance(initiative, "withdraw");
    const erasure = erase(withdrawn, [], "all", context);
    if (!erasure.transition) throw new Error("nothing was erased");
    await store.initiatives.erase({ ...erasure, transition: erasure.transition }, withdrawn);
    await deliver(versionOf(erasure.transition.initiative));
    await store.receipts.putReady(initiative.id, `receipts/${initiative.id}.pdf`, true);
    const usedBy = `initiative:${initiative.id}`;
    const arrival = { state: "clean", type: file.type, size: file.size };
    await deliver(recordOf({ sk: "UPLOAD", uploadId: file.id, usedBy, arrival }));
    await expect(bucket.get(`receipts/${initiative.id}.pdf`)).rejects.toThrow();
  });

  it("is told of by mail once, the receipt with it, though the queue delivers twice", async () => {
    const { initiative, email, id } = await keep();
    const record = versionOf(initiative);
    await deliver(record);
    const first = await bucket.get(`receipts/${id}.pdf`);
    expect(await deliver(record, record)).toEqual({ batchItemFailures: [] });
    expect(Buffer.compare(first, await bucket.get(`receipts/${id}.pdf`))).toBe(0);
    const mails = await received(email);
    expect(mails.map(({ subject }) => subject)).toEqual([`Giấy biên nhận – hồ sơ ${id}`]);
    const [letter] = mails;
    expect(letter?.body.text).toContain("Kính gửi ông/bà Nguyễn Thị Ánh Tuyết,");
    expect(letter?.body.text).toContain("Dear Nguyễn Thị Ánh Tuyết,");
    expect(letter?.body.text).toContain(`${origin}/tra-cuu`);
    expect(letter?.body.text).not.toContain("/tra-cuu#");
    expect(letter?.attachments.map(({ filename }) => filename)).toEqual([`giay-bien-nhan-${id}.pdf`]);
    expect(Buffer.compare(Buffer.from(letter?.attachments[0]?.content ?? "", "base64"), first)).toBe(0);
  });

  it("whose author gave no address gets its receipt all the same", async () => {
    const { initiative, id } = await keep({ contact: { phone: "0912345678", email: "" } });
    expect(await deliver(versionOf(initiative))).toEqual({ batchItemFailures: [] });
    expect(await store.receipts.ready(id)).not.toBeNull();
  });
});

describe("a receipt", () => {
  it("goes when a name on it is erased, and stays when the contact alone is", async () => {
    const { initiative, id } = await keep();
    await deliver(versionOf(initiative));
    const context = {
      actor: { role: "author" as const, staff: null },
      now: testNow,
      salt: () => randomBytes(16),
    };
    const withoutContact = erase(initiative, [], "contact", context).transition?.initiative ?? initiative;
    await deliver(versionOf(withoutContact));
    expect(await bucket.list(`receipts/${id}`)).toHaveLength(1);
    const withdrawn = buildTransition(withoutContact, "withdraw").initiative;
    const nameless = erase(withdrawn, [], "all", context).transition?.initiative ?? withdrawn;
    await deliver(versionOf(nameless), versionOf(nameless));
    expect(await bucket.list(`receipts/${id}`)).toEqual([]);
    expect(await store.receipts.ready(id)).toBeNull();
  });
});

describe("a mail", () => {
  it("takes what people wrote for words and never for markup", async () => {
    const title = `<img src=x onerror="alert(1)"> & 'y'`;
    const { initiative, email } = await keep({ title });
    await deliver(versionOf(initiative));
    const [letter] = await received(email);
    expect(letter?.body.text).toContain(title);
    expect(letter?.body.html).not.toContain("<img");
    expect(letter?.body.html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;y&#39;");
  });

  it("tells of each step that concerns the author, with the reason, and of no other", async () => {
    const { initiative, email } = await keep();
    const returned = await advance(initiative, "return");
    const sent = await advance(returned, "resubmit");
    const accepted = await advance(sent, "accept");
    const proposed = await advance(accepted, "propose");
    const recognised = await advance(proposed, "recognise");
    for (const version of [returned, sent, accepted, proposed, recognised]) await deliver(versionOf(version));
    const mails = await received(email);
    expect(mails.map(({ subject }) => subject.split(" – ")[0])).toEqual([
      "Cần bổ sung",
      "Đã tiếp nhận",
      "Được công nhận",
    ]);
    expect(mails[0]?.body.text).toContain("Lý do: Phần nội dung chưa nêu rõ cách phân loại rác tại sạp");
    expect(mails[0]?.body.text).toContain("chậm nhất vào ngày 15/7/2026");
    expect(mails[2]?.body.text).toContain("theo Quyết định số 15/QĐ-UBND ngày 15/6/2026");
  });

  it("tells of a refusal and of a council's no", async () => {
    const refused = await keep();
    await deliver(versionOf(await advance(refused.initiative, "refuse")));
    expect((await received(refused.email)).map(({ subject }) => subject.split(" – ")[0])).toEqual([
      "Không tiếp nhận",
    ]);
    const judged = await keep();
    await deliver(versionOf(await advance(judged.initiative, "accept", "propose", "notRecognise")));
    expect((await received(judged.email))[0]?.subject).toMatch(/^Kết quả xét/);
  });

  it("that could not be handed over is tried again; one that is refused stops nothing", async () => {
    const { initiative, email, id } = await keep();
    const busy = createHandler({ send: () => Promise.reject(new MailError("busy", null)) });
    expect(await busy({ Records: [versionOf(initiative)] })).toEqual({
      batchItemFailures: [{ itemIdentifier: "1" }],
    });
    await deliver(versionOf(initiative));
    expect(await received(email)).toHaveLength(1);

    const other = await keep();
    const refusing = createHandler({ send: () => Promise.reject(new MailError("refused", null)) });
    expect(await refusing({ Records: [versionOf(other.initiative)] })).toEqual({ batchItemFailures: [] });
    expect(JSON.stringify(logged)).toContain(other.id);
    expect(JSON.stringify(logged)).not.toContain(other.email);
    expect(JSON.stringify(logged)).not.toContain(id);
  });
});

describe("a lost access key", () => {
  const ask = async (id: string, email: string) => {
    const request = { id, email, at: testNow };
    await store.receipts.putKeyRequest(request);
    return recordOf({ ...keyRequestKey(id), request });
  };

  it("is answered by a new one, mailed as a link once; record and history stay as they are until it is used", async () => {
    const { initiative, email, id } = await keep();
    const record = await ask(id, email);
    expect(await deliver(record, record)).toEqual({ batchItemFailures: [] });
    const mails = await received(email);
    expect(mails).toHaveLength(1);
    const key =
      new RegExp(`${origin}/tra-cuu#${id}\\.([\\w-]{32})`).exec(mails[0]?.body.text ?? "")?.[1] ?? "";
    expect(await store.initiatives.get(id)).toEqual(initiative);
    expect(await store.receipts.pendingKey(id)).toMatchObject({
      hash: hashSecret(key),
      replaces: initiative.accessKeyHash,
    });
    expect(mails[0]?.body.text).toContain("Khóa cũ (kể cả mã QR đã in) vẫn dùng được");
  });

  it("stays as it is where the address is another, and nobody is written to", async () => {
    const { initiative, email, id } = await keep();
    const stranger = drawAddress();
    await deliver(await ask(id, stranger));
    expect(await received(stranger)).toEqual([]);
    expect(await received(email)).toEqual([]);
    expect(await store.initiatives.get(id)).toEqual(initiative);
    expect(await store.receipts.keyRequest(id, testNow)).toBeNull();
  });

  it("of a code that nobody has is answered by nothing, and forgotten", async () => {
    const address = drawAddress();
    await deliver(await ask("0000-0000-0000", address));
    expect(await received(address)).toEqual([]);
  });

  it("stays good where the mail cannot be sent, and a new one is mailed when it can", async () => {
    const { initiative, email, id } = await keep();
    const record = await ask(id, email);
    const busy = createHandler({ send: () => Promise.reject(new MailError("busy", null)) });
    expect((await busy({ Records: [record] })).batchItemFailures).toHaveLength(1);
    expect(await store.initiatives.get(id)).toEqual(initiative);
    await deliver(record);
    expect(await received(email)).toHaveLength(1);
  });
});

it("takes away the files that an erasure names and that the record holds, each time it is told", async () => {
  const png = (letter: string) =>
    ({ id: letter.repeat(22), name: "a.png", type: "image/png", size: 3 }) as const;
  const [file, foreign] = [png("A"), png("B")];
  const signer = createUploadSigner(client, "uploads", `${s3.endpoint}/uploads`);
  const statuses = () =>
    Promise.all([file, foreign].map(async (each) => (await fetch(await signer.link(each))).status));
  for (const { id, type } of [file, foreign]) await uploads.release(id, new Uint8Array([1, 2, 3]), type);
  const { initiative } = await keep();
  const step = buildTransition(initiative, "withdraw");
  await store.initiatives.save(step, initiative, { files: [file], refusal: "move.invalid" });
  const withdrawn = { ...step.initiative, attachments: [file, foreign] };
  expect(await statuses()).toEqual([200, 200]);
  const { transition } = erase(withdrawn, [], "all", context);
  if (!transition) throw new Error("nothing was erased");
  await deliver(versionOf(transition.initiative), versionOf(transition.initiative));
  expect(await statuses()).toEqual([404, 200]);
});
