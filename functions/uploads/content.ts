import { fileTypeFromBuffer } from "file-type";
import { type AttachmentType, attachmentTypes, hasSignature } from "#core/initiatives/attachment.ts";

/** Apple's image formats share one container under several brand names. */
const sameType: Record<string, AttachmentType> = { "image/heif": "image/heic" };

/** Null for a type that may not be attached. */
export async function readContentType(bytes: Uint8Array): Promise<AttachmentType | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  // `file-type` recognises a PDF only if the file begins with the header.
  if (!found) return hasSignature("application/pdf", bytes) ? "application/pdf" : null;
  const type = (sameType[found.mime] ?? found.mime) as AttachmentType;
  return type in attachmentTypes && hasSignature(type, bytes) ? type : null;
}
