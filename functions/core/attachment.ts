import * as v from "valibot";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { boundedArray, drawnId } from "./bounds.ts";
import { requiredLine } from "./text.ts";

/** What may be attached, by content type, with the endings of file names that stand for it. */
export const attachmentTypes = {
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/heic": ["heic", "heif"],
} as const;
export type AttachmentType = keyof typeof attachmentTypes;
const types = Object.keys(attachmentTypes) as AttachmentType[];

/** How many files an application may have, and how many bytes they and each of them. */
export const attachmentLimits = { files: 5, bytes: 20 * 1024 * 1024 } as const;

const nameLength = 150;
const size = v.pipe(
  v.number("attachment.size.invalid"),
  v.integer("attachment.size.invalid"),
  v.minValue(1, "attachment.empty"),
  v.maxValue(attachmentLimits.bytes, "attachment.tooLarge"),
);

/** A file's name as it is kept: text like any other, without what leads to another folder or is refused by some system. */
const fileName = v.pipe(
  requiredLine("attachment.name", nameLength),
  v.transform((name) => name.replaceAll(/[\\/:*?"<>|]/g, "_")),
);

const file = { name: fileName, type: v.picklist(types, "attachment.type.invalid"), size };

/** The body of `POST /api/uploads`: what somebody is about to send. */
export const UploadRequest = v.strictObject(file);
export type UploadRequest = v.InferOutput<typeof UploadRequest>;

/** A file that belongs to an application. The id is random, so that knowing it is having been given it. */
export const Attachment = v.strictObject({
  id: drawnId("attachment.id.invalid"),
  ...file,
});
export type Attachment = v.InferOutput<typeof Attachment>;

/** The files of an application: not too many, not too large together, none twice. */
export const Attachments = v.pipe(
  boundedArray(Attachment, {
    max: attachmentLimits.files,
    many: "attachments.tooMany",
    invalid: "attachments.invalid",
  }),
  v.check((list) => sumSizes(list) <= attachmentLimits.bytes, "attachments.tooLarge"),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, "attachments.invalid"),
);

/** The sizes of files together, in bytes. */
export function sumSizes(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** The type that a file is sent as: the one its reader named, or, where that is silent, the one its name ends in. Null where neither may be attached. */
export function typeOfFile(name: string, named: string): AttachmentType | null {
  const type = named === "image/heif" ? "image/heic" : named;
  if (type in attachmentTypes) return type as AttachmentType;
  if (type !== "" && type !== "application/octet-stream") return null;
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return types.find((each) => (attachmentTypes[each] as readonly string[]).includes(ending)) ?? null;
}

/** Why a file that arrived is not given to anybody. */
export const refusals = [
  "attachment.infected",
  "attachment.notScanned",
  "attachment.differs",
  "attachment.notReceived",
] as const;
export type Refusal = (typeof refusals)[number];

/** What became of an upload once it had arrived; the content type and size are those it was found to have. */
export type Arrival =
  | { state: "clean"; type: AttachmentType; size: number }
  | { state: "refused"; reason: Refusal };

/** How an attachment stands for those who may read it. */
export type AttachmentState =
  | { state: "checking" }
  | { state: "clean" }
  | { state: "refused"; reason: Refusal };

/** How many random bytes an upload's id takes. */
export const uploadIdBytes = 12;

/** The id of an upload that begins now (ISO 8601): its second and 96 random bits. */
export function makeUploadId(now: string, random: Uint8Array): string {
  const bytes = new Uint8Array(4 + uploadIdBytes);
  new DataView(bytes.buffer).setUint32(0, Math.floor(Date.parse(now) / 1000));
  bytes.set(random, 4);
  return toBase64Url(bytes);
}

/** How long a file may be on its way, in seconds: quarantine keeps nothing longer. */
const onItsWay = 24 * 60 * 60;

/**
 * How an attachment of a record stands: `arrival` is what is known of its upload, null while nothing is. A file that is not what the
 * record says of it is none of the record's. What has not come a day after its id was drawn does not come.
 */
export function judgeAttachment(
  { id, type, size }: Attachment,
  arrival: Arrival | null,
  now: string,
): AttachmentState {
  if (arrival === null) {
    const begun = new DataView(fromBase64Url(id).buffer).getUint32(0);
    return Date.parse(now) / 1000 - begun > onItsWay
      ? { state: "refused", reason: "attachment.notReceived" }
      : { state: "checking" };
  }
  if (arrival.state === "refused") return arrival;
  return arrival.type === type && arrival.size === size
    ? { state: "clean" }
    : { state: "refused", reason: "attachment.differs" };
}
