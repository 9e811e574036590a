import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { erased as erasedText } from "#core/base/text.ts";
import { applicationPrivacy } from "#core/initiatives/application.ts";
import { verifyHistory } from "#core/initiatives/history.ts";
import type { PersonalData } from "#core/initiatives/personal-data.ts";
import { type Audience, rolesShown } from "#core/initiatives/personal-fields.ts";
import { firstOpenings, type Receipt } from "#core/initiatives/submission.ts";
import type {
  CoAuthorLinksView,
  ErasureView,
  InitiativeView,
} from "../../../functions/api/initiatives/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildApplication } from "../../support/submissions.ts";
import { staff } from "../../support/units.ts";

const api = await createTestApi();
const decision = { number: "15/QĐ-UBND", signedOn: "2026-06-15" };

const post = (receipt: Receipt, what: string, body: unknown) =>
  api.ask(`/api/initiatives/${receipt.id}/${what}`, {
    method: "POST",
    body,
    accessKey: receipt.accessKey,
  });
const eraseFrom = (receipt: Receipt, who: unknown) => post(receipt, "erasure", { who, confirm: true });

/** Everything the table holds of a record, as text. */
async function itemsOf(id: string): Promise<string> {
  const { Items } = await api.client.send(
    new QueryCommand({
      TableName: api.table.name,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": `INI#${id}` },
      ConsistentRead: true,
    }),
  );
  return JSON.stringify(Items);
}

async function faultsOf(id: string) {
  const found = await api.store.initiatives.getWithHistory(id);
  if (found?.initiative.origin !== "application") throw new Error("lost");
  const { initiative, events } = found;
  return verifyHistory([{ event: initiative.first, openings: firstOpenings(initiative) }, ...events]);
}

/** A record with everything in it: a co-author's word, a corrected contact, a return, another version. */
async function lived(): Promise<Receipt> {
  const receipt = await api.submitted();
  const { id, accessKey } = receipt;
  const links = (await (await post(receipt, "co-author-links", {})).json()) as CoAuthorLinksView;
  await api.ask(`/api/initiatives/${id}/co-authors/1`, {
    method: "POST",
    body: { answer: "confirmed", word: "Tôi có tham gia từ đầu." },
    accessKey: links.links[0]?.token ?? "",
  });
  await post(receipt, "contact", { contact: { phone: "0987 654 321", email: "" } });
  await api.move(id, "return", 3, { reason: "Ông Quý cần ghi rõ nơi công tác." }, { staff: staff.reviewer });
  const [first, second] = buildApplication().authors;
  if (!first || !second) throw new Error("no authors");
  const application = buildApplication({ authors: [first, { ...second, workplace: "Xã đoàn Suối Mơ" }] });
  const sent = await api.move(id, "resubmit", 4, { application }, { accessKey });
  expect(sent.status).toBe(200);
  return receipt;
}
const everything = [
  "Ánh Tuyết",
  "Ngọc Quý",
  "1984-03-08",
  "1990-11-20",
  "0912345678",
  "0987654321",
  "anh.tuyet@example.vn",
  "Đặng Thị Lựu",
  "Đoàn Thanh niên xã",
  "Xã đoàn Suối Mơ",
  "Tôi có tham gia từ đầu.",
  "Ông Quý cần ghi rõ",
  "Ủ phân hữu cơ",
];

describe("what is kept", () => {
  it("is given as a file to the author and the receiving unit", async () => {
    const receipt = await lived();
    const path = `/api/initiatives/${receipt.id}/personal-data`;
    for (const given of [{ accessKey: receipt.accessKey }, { staff: staff.reviewer }]) {
      const response = await api.ask(path, given);
      expect(response.headers.get("content-disposition")).toBe(
        `attachment; filename="du-lieu-ca-nhan-${receipt.id}.json"`,
      );
      const data = (await response.json()) as PersonalData;
      expect(data.contact).toEqual({ phone: "0912345678", email: "anh.tuyet@example.vn" });
      expect(data.consent).toEqual({ version: "dong-y-1", at: "2026-06-15T05:00:00.000Z" });
      expect(data.earlier.map(({ parts }) => Object.keys(parts).sort())).toEqual([
        ["author0", "author1", "contact", "participants"],
        ["contact"],
        ["author0", "author1", "contact", "participants"],
      ]);
    }
    for (const by of [staff.secretary, staff.member, staff.administrator, staff.neighbourReviewer])
      expect((await api.ask(path, { staff: by })).status).toBe(403);
  });

  it("is given to a page's plain form too, with the key in the body, and to no other form", async () => {
    const receipt = await api.submitted();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const ask = (body: string, path = "personal-data") =>
      api.ask(`/api/initiatives/${receipt.id}/${path}`, { method: "POST", body, headers });
    const file = await ask(`key=${receipt.accessKey}`);
    expect(((await file.json()) as PersonalData).id).toBe(receipt.id);
    expect((await ask("key=wrong-key-of-some-length")).status).toBe(404);
    expect((await ask("key=")).status).toBe(404);
    expect((await ask(`key=${receipt.accessKey}`, "erasure")).status).toBe(415);
  });
});

describe("every field of the form", () => {
  it("is shown to each role as it is declared", async () => {
    const { id, accessKey } = await api.submitted();
    await api.move(id, "accept", 1, {}, { staff: staff.reviewer });
    await api.move(id, "propose", 2, {}, { staff: staff.reviewer });
    const whole = (await api.read(id, { accessKey })).application;
    if (!whole) throw new Error("no application");
    const members = (value: unknown): [string, unknown][] =>
      Object.entries((Array.isArray(value) ? value[0] : value) as object);
    type Rows = Record<string, { shownTo?: readonly Audience[]; fields?: Rows }>;
    const compare = (rows: Rows, kept: unknown, shown: unknown, role: (typeof roles)[number]) => {
      const told = Object.fromEntries(members(shown));
      for (const [name, value] of members(kept)) {
        const row = rows[name];
        if (row?.fields) compare(row.fields, value, told[name], role);
        else expect([name, told[name]]).toEqual([name, rolesShown(row ?? {}).includes(role) ? value : ""]);
      }
      expect(Object.keys(told)).toEqual(members(kept).map(([name]) => name));
    };
    const roles = ["reviewer", "secretary", "member", "administrator"] as const;
    for (const role of roles) {
      const { application } = await api.read(id, { staff: staff[role] });
      compare(applicationPrivacy, whole, application, role);
    }
  });
});

describe("a contact", () => {
  it("is corrected by its author while the record is open, and by nobody's mistake twice", async () => {
    const receipt = await api.submitted();
    const contact = { phone: "0987.654.321", email: "moi@example.vn" };
    const first = (await (await post(receipt, "contact", { contact })).json()) as InitiativeView;
    const again = (await (await post(receipt, "contact", { contact })).json()) as InitiativeView;
    expect(first.application?.contact).toEqual({ phone: "0987654321", email: "moi@example.vn" });
    expect([first.version, again.version]).toEqual([2, 2]);
    expect(first.history.at(-1)?.move).toBe("correctContact");
    expect(await faultsOf(receipt.id)).toEqual([]);
    const bad = await problemOf(await post(receipt, "contact", { contact: { phone: "12", email: "" } }));
    expect(bad.errors).toEqual([
      expect.objectContaining({ pointer: "/contact/phone", code: "contact.phone.invalid" }),
    ]);
    await api.move(receipt.id, "withdraw", 2, {}, { accessKey: receipt.accessKey });
    expect((await post(receipt, "contact", { contact: { phone: "0911111111" } })).status).toBe(409);
  });
});

describe("an erasure", () => {
  it("of the contact leaves no trace of it in the table, in any version, and the chain verifies", async () => {
    const receipt = await lived();
    const response = await eraseFrom(receipt, "contact");
    expect(response.status).toBe(200);
    const { initiative, backupsUntil } = (await response.json()) as ErasureView;
    expect(initiative.application?.contact).toEqual({ phone: "", email: "" });
    expect(backupsUntil).toBe("2026-07-20");
    const kept = await itemsOf(receipt.id);
    for (const text of ["0912345678", "0987654321", "anh.tuyet@example.vn"]) expect(kept).not.toContain(text);
    expect(kept).toContain("Ánh Tuyết");
    expect(await faultsOf(receipt.id)).toEqual([]);
  });

  it("of all leaves nothing of anybody, once it has been withdrawn", async () => {
    const receipt = await lived();
    const before = await itemsOf(receipt.id);
    for (const text of everything) expect(before).toContain(text);
    const refused = await problemOf(await eraseFrom(receipt, "all"));
    expect(refused.code).toBe("erasure.inReview");
    expect(refused.title).toContain("rút hồ sơ");
    await api.move(receipt.id, "withdraw", 5, {}, { accessKey: receipt.accessKey });
    expect((await eraseFrom(receipt, "all")).status).toBe(200);
    const kept = await itemsOf(receipt.id);
    for (const text of everything) expect(kept).not.toContain(text);
    expect(await faultsOf(receipt.id)).toEqual([]);
    const view = await api.read(receipt.id, { accessKey: receipt.accessKey });
    expect(view.title).toBe(erasedText);
    const version = view.version;
    expect((await eraseFrom(receipt, "all")).status).toBe(200);
    expect((await api.read(receipt.id, { accessKey: receipt.accessKey })).version).toBe(version);
  });

  it("where a recognition stands keeps the names on the decision and says so", async () => {
    const receipt = await api.submitted();
    const { id } = receipt;
    await api.move(id, "accept", 1, {}, { staff: staff.reviewer });
    await api.move(id, "propose", 2, {}, { staff: staff.reviewer });
    await api.move(id, "recognise", 3, { decision }, { staff: staff.secretary });
    const answer = await api.ask(`/api/initiatives/${id}/erasure`, {
      method: "POST",
      body: { who: "all", confirm: true },
      staff: staff.reviewer,
    });
    expect(((await answer.json()) as ErasureView).kept).toBe("recognised");
    const kept = await itemsOf(id);
    for (const text of ["1984-03-08", "1990-11-20", "0912345678", "Đặng Thị Lựu"])
      expect(kept).not.toContain(text);
    for (const text of ["Ánh Tuyết", "Ủ phân hữu cơ"]) expect(kept).toContain(text);
    expect(await faultsOf(id)).toEqual([]);
  });

  it("must be confirmed, and be of somebody who is in the form", async () => {
    const receipt = await api.submitted();
    const bare = await problemOf(await post(receipt, "erasure", { who: "everyone" }));
    expect(bare.errors.map(({ code }) => code)).toEqual(["erasure.who.invalid", "erasure.confirm.required"]);
    expect((await problemOf(await eraseFrom(receipt, 7))).errors[0]?.code).toBe("erasure.who.invalid");
  });
});
