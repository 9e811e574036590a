import { describe, expect, it } from "vitest";
import { validate } from "#core/base/validation.ts";
import {
  type Attachment,
  Attachments,
  attachmentLimits,
  attachmentStateOf,
  makeUploadId,
  typeOfFile,
  UploadRequest,
} from "#core/initiatives/attachment.ts";

const now = "2026-06-15T05:00:00.000Z";
const id = (n: number) => makeUploadId(now, "dossier", new Uint8Array(12).fill(n));
const attachment = (n: number, changes: Partial<Attachment> = {}): Attachment => ({
  id: id(n),
  name: `tệp ${n}.pdf`,
  type: "application/pdf",
  size: 1000,
  ...changes,
});
const codesOf = (schema: typeof Attachments | typeof UploadRequest, input: unknown) => {
  const result = validate(schema, input);
  return result.ok ? [] : result.errors.map(({ code }) => code);
};

describe("the files of an application", () => {
  const five = [1, 2, 3, 4, 5].map((n) => attachment(n));
  it("are five at most, and 20 MB together", () => {
    expect(codesOf(Attachments, five)).toEqual([]);
    expect(codesOf(Attachments, [...five, attachment(6)])).toEqual(["attachments.tooMany"]);
    const half = attachmentLimits.bytes / 2;
    expect(codesOf(Attachments, [attachment(1, { size: half }), attachment(2, { size: half })])).toEqual([]);
    expect(codesOf(Attachments, [attachment(1, { size: half }), attachment(2, { size: half + 1 })])).toEqual([
      "attachments.tooLarge",
    ]);
  });

  it("are none twice", () => {
    expect(codesOf(Attachments, [attachment(1), attachment(1)])).toEqual(["attachments.invalid"]);
  });
});

describe("a file", () => {
  const asked = { name: "a.pdf", type: "application/pdf", size: 1 };
  it.each<[string, object, string]>([
    ["of no bytes", { size: 0 }, "attachment.empty"],
    ["past the limit", { size: attachmentLimits.bytes + 1 }, "attachment.tooLarge"],
    ["of half a byte", { size: 1.5 }, "attachment.size.invalid"],
    ["of another type", { type: "text/html" }, "attachment.type.invalid"],
    ["without a name", { name: " \u202e" }, "attachment.name.required"],
    ["with a name past the limit", { name: "a".repeat(151) }, "attachment.name.tooLong"],
    ["with more than is known", { key: "clean/a" }, "field.unknown"],
  ])("%s is refused", (_, changes, code) => {
    expect(codesOf(UploadRequest, { ...asked, ...changes })).toEqual([code]);
  });

  it.each([
    ["../../etc/passwd.pdf", ".._.._etc_passwd.pdf"],
    ["so\u202efdp.exe.pdf", "sofdp.exe.pdf"],
    ["Ba\u0302\u0309n ve\u0303.pdf", "Bẩn vẽ.pdf"],
    ['a\tb:"c"\u0000.pdf', "a b__c_.pdf"],
  ])("is called %j no more, but %j", (name, kept) => {
    expect(validate(UploadRequest, { ...asked, name })).toMatchObject({ ok: true, value: { name: kept } });
  });

  it.each([
    ["a.PDF", "", "application/pdf"],
    ["a.heic", "", "image/heic"],
    ["a.heif", "image/heif", "image/heic"],
    ["a.jpeg", "application/octet-stream", "image/jpeg"],
    ["a.exe", "", null],
    ["a.pdf", "text/html", null],
    ["pdf", "", "application/pdf"],
  ])("named %s and %j is sent as %s", (name, named, type) => {
    expect(typeOfFile(name, named)).toBe(type);
  });
});

describe("an attachment stands", () => {
  const clean = { state: "clean", type: "application/pdf", size: 1000 } as const;
  it("as what was found of its upload, where the record says the same of it", () => {
    expect(attachmentStateOf(attachment(1), clean, now)).toEqual({ state: "clean" });
    const differs = { state: "refused", reason: "attachment.differs" };
    expect(attachmentStateOf(attachment(1, { size: 999 }), clean, now)).toEqual(differs);
    expect(attachmentStateOf(attachment(1, { type: "image/png" }), clean, now)).toEqual(differs);
    const infected = { state: "refused", reason: "attachment.infected" } as const;
    expect(attachmentStateOf(attachment(1), infected, now)).toEqual(infected);
  });

  it("under check for a day after its id was drawn, and as not received from then on", () => {
    expect(attachmentStateOf(attachment(1), null, "2026-06-15T05:09:59.000Z")).toEqual({ state: "checking" });
    const slow = { state: "checking", slow: true };
    expect(attachmentStateOf(attachment(1), null, "2026-06-15T05:10:01.000Z")).toEqual(slow);
    expect(attachmentStateOf(attachment(1), null, "2026-06-16T04:59:59.000Z")).toEqual(slow);
    expect(attachmentStateOf(attachment(1), null, "2026-06-16T05:00:01.000Z")).toEqual({
      state: "refused",
      reason: "attachment.notReceived",
    });
  });
});
