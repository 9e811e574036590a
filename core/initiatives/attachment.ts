import * as v from "valibot";
import { fromBase64Url, toBase64Url } from "#core/base/base64url.ts";
import { boundedArray, randomId } from "#core/base/bounds.ts";
import { requiredLine } from "#core/base/text.ts";

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

/** `bytes`: limit of all files together. */
export const attachmentLimits = { files: 5, bytes: 20_000_000 } as const;

const nameLength = 150;
const size = v.pipe(
  v.number("attachment.size.invalid"),
  v.integer("attachment.size.invalid"),
  v.minValue(1, "attachment.empty"),
  v.maxValue(attachmentLimits.bytes, "attachment.tooLarge"),
);

const fileName = v.pipe(
  requiredLine("attachment.name", nameLength),
  v.transform((name) => name.replaceAll(/[\\/:*?"<>|]/g, "_")),
);

const file = { name: fileName, type: v.picklist(types, "attachment.type.invalid"), size };

export const uploadPurposes = ["dossier", "import"] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

const workbookType: AttachmentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

export const UploadId = randomId("attachment.id.invalid");

export const Attachment = v.strictObject({ id: UploadId, ...file });
export type Attachment = v.InferOutput<typeof Attachment>;

const ApplicationFile = v.pipe(
  Attachment,
  v.forward(
    v.check(({ id }) => purposeOf(id) === "dossier", "attachment.wrongPurpose"),
    ["id"],
  ),
);

export const Attachments = v.pipe(
  boundedArray(ApplicationFile, {
    max: attachmentLimits.files,
    many: "attachments.tooMany",
    invalid: "attachments.invalid",
  }),
  v.check((list) => sumSizes(list) <= attachmentLimits.bytes, "attachments.tooLarge"),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, "attachments.invalid"),
);

export function sumSizes(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

export function typeOfFile(name: string, named: string): AttachmentType | null {
  const type = named === "image/heif" ? "image/heic" : named;
  if (type in attachmentTypes) return type as AttachmentType;
  if (type !== "" && type !== "application/octet-stream") return null;
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return types.find((each) => (attachmentTypes[each] as readonly string[]).includes(ending)) ?? null;
}

export const refusals = [
  "attachment.infected",
  "attachment.notScanned",
  "attachment.differs",
  "attachment.notReceived",
] as const;
export type Refusal = (typeof refusals)[number];

export type Arrival =
  /** `sum`: SHA-256 of the bytes, base64url. */
  | { state: "clean"; type: AttachmentType; size: number; sum?: string }
  | { state: "refused"; reason: Refusal };

export const AttachmentState = v.variant("state", [
  v.strictObject({
    state: v.literal("checking"),
    slow: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ state: v.literal("clean") }),
  v.strictObject({ state: v.literal("refused"), reason: v.picklist(refusals) }),
]);
export type AttachmentState = v.InferOutput<typeof AttachmentState>;

export const uploadIdBytes = 12;

/** Upload id: start time in seconds, one purpose bit, 95 random bits. Permitting an upload therefore stores nothing. */
export function makeUploadId(now: string, purpose: UploadPurpose, random: Uint8Array): string {
  const bytes = new Uint8Array(4 + uploadIdBytes);
  new DataView(bytes.buffer).setUint32(0, Math.floor(Date.parse(now) / 1000));
  bytes.set(random, 4);
  bytes[4] = ((bytes[4] ?? 0) & 0x7f) | (purpose === "import" ? 0x80 : 0);
  return toBase64Url(bytes);
}

export function purposeOf(id: string): UploadPurpose {
  return idForm.test(id) && (fromBase64Url(id)[4] ?? 0) & 0x80 ? "import" : "dossier";
}

/** First user of an upload; no other record or job may use the upload. */
export type UploadOwner =
  `${"initiative" | "activity" | "model" | "replication" | "report" | "job"}:${string}`;

export interface Upload {
  arrival?: Arrival;
  usedBy?: UploadOwner;
  /** Set after an erasure; a file that arrives later is deleted. */
  erased?: boolean;
}

export function unusableReasonOf(
  { type, size }: Pick<Attachment, "type" | "size">,
  { arrival, usedBy, erased }: Upload,
  owner: UploadOwner,
): Refusal | "attachment.taken" | null {
  if (usedBy !== undefined && usedBy !== owner) return "attachment.taken";
  if (erased) return "attachment.notReceived";
  if (arrival?.state === "refused") return arrival.reason;
  return arrival && (arrival.type !== type || arrival.size !== size) ? "attachment.differs" : null;
}

/** Hours until the quarantine bucket deletes files. */
export const quarantineHours = 24;
/** Seconds. */
const slowAfter = 10 * 60;

/** `arrival` is null until the scan. A file not scanned within `quarantineHours` counts as lost. */
export function uploadStateOf(id: string, arrival: Arrival | null, now: string): AttachmentState {
  if (arrival?.state === "refused") return arrival;
  if (arrival) return { state: "clean" };
  const age = Date.parse(now) / 1000 - new DataView(fromBase64Url(id).buffer).getUint32(0);
  if (age > quarantineHours * 3600) return { state: "refused", reason: "attachment.notReceived" };
  return age > slowAfter ? { state: "checking", slow: true } : { state: "checking" };
}

export function attachmentStateOf(
  { id, type, size }: Attachment,
  arrival: Arrival | null,
  now: string,
): AttachmentState {
  if (arrival?.state !== "clean") return uploadStateOf(id, arrival, now);
  return arrival.type === type && arrival.size === size
    ? { state: "clean" }
    : { state: "refused", reason: "attachment.differs" };
}

export const signatureBytes = 1024;

const startsWith = (bytes: Uint8Array, at: number, ...wanted: readonly number[]) =>
  wanted.every((byte, n) => bytes[at + n] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** PDF readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13). */
function hasPdfHeader(bytes: Uint8Array): boolean {
  const header = ascii("%PDF-");
  const last = Math.min(bytes.length, signatureBytes) - header.length;
  for (let at = 0; at <= last; at++) if (startsWith(bytes, at, ...header)) return true;
  return false;
}

const isZip = (bytes: Uint8Array) => startsWith(bytes, 0, 0x50, 0x4b, 3, 4);

const signatures: Record<AttachmentType, (bytes: Uint8Array) => boolean> = {
  "application/pdf": hasPdfHeader,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": isZip,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": isZip,
  "image/jpeg": (bytes) => startsWith(bytes, 0, 0xff, 0xd8, 0xff),
  "image/png": (bytes) => startsWith(bytes, 0, 0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a),
  "image/heic": (bytes) => startsWith(bytes, 4, ...ascii("ftyp")),
};

export function hasSignature(type: AttachmentType, bytes: Uint8Array): boolean {
  return signatures[type](bytes);
}
export function formatFileSize(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), "kB"] : [bytes / 1_000_000, "MB"];
  const digits = unit === "MB" && value < 10 ? 1 : 0;
  return `${value.toLocaleString(locale, { maximumFractionDigits: digits })} ${unit}`;
}
