import type { AttachmentType } from "./attachment.ts";

export const signatureBytes = 1024;

const startsWith = (bytes: Uint8Array, at: number, ...wanted: readonly number[]) =>
  wanted.every((byte, n) => bytes[at + n] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** Readers accept the PDF header anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13). */
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

/** Used by the page before upload and by the scan, so that both agree. */
export function hasSignature(type: AttachmentType, bytes: Uint8Array): boolean {
  return signatures[type](bytes);
}
