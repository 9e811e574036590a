import * as v from "valibot";
import { fromBase64Url, toBase64Url } from "#core/base/base64url.ts";
import { boundedArray, randomId } from "#core/base/bounds.ts";
import { requiredLine } from "#core/base/text.ts";

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
export const attachmentLimits = { files: 5, bytes: 20_000_000 } as const;

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

/** What an upload is for: the file of a dossier, or a workbook that staff import. One cannot be used as the other. */
export const uploadPurposes = ["dossier", "import"] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

/** The type of the workbooks that are imported. */
const workbookType: AttachmentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The body of `POST /api/uploads`: what somebody is about to send, and what for. */
export const UploadRequest = v.pipe(
  v.strictObject({ ...file, purpose: v.optional(v.picklist(uploadPurposes, "field.invalid"), "dossier") }),
  v.forward(
    v.check(
      ({ purpose, type }) => purpose === "dossier" || type === workbookType,
      "attachment.type.notWorkbook",
    ),
    ["type"],
  ),
);
export type UploadRequest = v.InferOutput<typeof UploadRequest>;
export type UploadInput = v.InferInput<typeof UploadRequest>;

const idForm = /^[\w-]{22}$/;

/** The id of an upload: 128 bits in base64url. */
export const UploadId = randomId("attachment.id.invalid");

/** A file that belongs to an application. The id is random, so that knowing it is having been given it. */
export const Attachment = v.strictObject({ id: UploadId, ...file });
export type Attachment = v.InferOutput<typeof Attachment>;

/** A file that an application names: one that was uploaded for a dossier. */
const ApplicationFile = v.pipe(
  Attachment,
  v.forward(
    v.check(({ id }) => purposeOf(id) === "dossier", "attachment.wrongPurpose"),
    ["id"],
  ),
);

/** The files of an application: not too many, not too large together, none twice. */
export const Attachments = v.pipe(
  boundedArray(ApplicationFile, {
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
export const AttachmentState = v.variant("state", [
  v.strictObject({
    state: v.literal("checking"),
    /** The check takes longer than it should; pages say what to expect. */
    slow: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ state: v.literal("clean") }),
  v.strictObject({ state: v.literal("refused"), reason: v.picklist(refusals) }),
]);
export type AttachmentState = v.InferOutput<typeof AttachmentState>;

/** How many random bytes an upload's id takes. */
export const uploadIdBytes = 12;

/**
 * The id of an upload that begins now (ISO 8601): its second, one bit for its purpose, and 95 random bits. The purpose is in the id, so that
 * nothing has to be stored when an upload is permitted: storage takes files under ids that were permitted, and under no others.
 */
export function makeUploadId(now: string, purpose: UploadPurpose, random: Uint8Array): string {
  const bytes = new Uint8Array(4 + uploadIdBytes);
  new DataView(bytes.buffer).setUint32(0, Math.floor(Date.parse(now) / 1000));
  bytes.set(random, 4);
  bytes[4] = ((bytes[4] ?? 0) & 0x7f) | (purpose === "import" ? 0x80 : 0);
  return toBase64Url(bytes);
}

/** What the upload of this id was permitted for. */
export function purposeOf(id: string): UploadPurpose {
  return idForm.test(id) && (fromBase64Url(id)[4] ?? 0) & 0x80 ? "import" : "dossier";
}

/** Who uses an upload: one record, for one purpose, from its first use on. */
export type UploadOwner = `initiative:${string}` | `job:${string}`;

/** What is kept of an upload. */
export interface Upload {
  /** What became of it; missing until it has been scanned. */
  arrival?: Arrival;
  /** Who uses it; missing until its first use. */
  usedBy?: UploadOwner;
  /** It was deleted with whatever used it, or is to be as soon as it arrives. */
  erased?: boolean;
}

/** Why this file cannot be used by `owner`, as a message key, or null where it can: it is nobody else's, and nothing speaks against it so far. */
export function findUnfit(
  { type, size }: Pick<Attachment, "type" | "size">,
  { arrival, usedBy, erased }: Upload,
  owner: UploadOwner,
): Refusal | "attachment.taken" | null {
  if (usedBy !== undefined && usedBy !== owner) return "attachment.taken";
  if (erased) return "attachment.notReceived";
  if (arrival?.state === "refused") return arrival.reason;
  return arrival && (arrival.type !== type || arrival.size !== size) ? "attachment.differs" : null;
}

/** How long a file may be on its way, in hours: quarantine keeps nothing longer. */
export const hoursOnItsWay = 24;
/** After how many seconds a check takes longer than it should. */
const slowAfter = 10 * 60;

/** How an upload stands: `arrival` is what is known of it, null while nothing is. What has not come a day after its id was drawn does not come. */
export function judgeUpload(id: string, arrival: Arrival | null, now: string): AttachmentState {
  if (arrival?.state === "refused") return arrival;
  if (arrival) return { state: "clean" };
  const age = Date.parse(now) / 1000 - new DataView(fromBase64Url(id).buffer).getUint32(0);
  if (age > hoursOnItsWay * 3600) return { state: "refused", reason: "attachment.notReceived" };
  return age > slowAfter ? { state: "checking", slow: true } : { state: "checking" };
}

/** How an attachment of a record stands. A file that is not what the record says of it is none of the record's. */
export function judgeAttachment(
  { id, type, size }: Attachment,
  arrival: Arrival | null,
  now: string,
): AttachmentState {
  if (arrival?.state !== "clean") return judgeUpload(id, arrival, now);
  return arrival.type === type && arrival.size === size
    ? { state: "clean" }
    : { state: "refused", reason: "attachment.differs" };
}
