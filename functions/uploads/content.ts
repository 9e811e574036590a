import { fileTypeFromBuffer } from "file-type";
import { type AttachmentType, attachmentTypes } from "../core/attachment.ts";

/** What `file-type` calls some of the types here: pictures of Apple's phones come in several brands of one container. */
const sameType: Record<string, AttachmentType> = { "image/heif": "image/heic" };

/** The type that the bytes themselves are of, or null where that is none that may be attached. */
export async function readContentType(bytes: Uint8Array): Promise<AttachmentType | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = found && (sameType[found.mime] ?? found.mime);
  return type !== undefined && type in attachmentTypes ? (type as AttachmentType) : null;
}
