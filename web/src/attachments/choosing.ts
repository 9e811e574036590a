import { validate } from "#core/base/validation.ts";
import {
  type Attachment,
  attachmentLimits,
  hasSignature,
  signatureBytes,
  sumSizes,
  typeOfFile,
  UploadRequest,
} from "#core/initiatives/attachment.ts";
import { shrinkPhoto } from "./shrink.ts";

export type Choice =
  | { ok: true; file: Blob; asked: Omit<Attachment, "id"> }
  | { ok: false; name: string; code: string; params?: Record<string, string | number> };

/** In characters, without the extension. */
const longestName = 120;

export async function chooseFile(file: File, others: readonly Attachment[]): Promise<Choice> {
  const refuse = (code: string, params?: Record<string, string | number>): Choice => ({
    ok: false,
    name: file.name,
    code,
    ...(params ? { params } : {}),
  });
  const count = others.length + 1;
  if (count > attachmentLimits.files)
    return refuse("attachments.tooMany", { length: count, max: attachmentLimits.files });
  const named = typeOfFile(file.name, file.type);
  if (named === null) return refuse("attachment.type.invalid");
  const head = new Uint8Array(await file.slice(0, signatureBytes).arrayBuffer());
  if (file.size > 0 && !hasSignature(named, head)) return refuse("attachment.differs");
  const { blob, type } = await shrinkPhoto(file, named);
  const name = nameFile(file.name, type === named ? null : "jpg");
  const asked = validate(UploadRequest, { name, type, size: blob.size });
  if (!asked.ok) {
    const [first] = asked.errors;
    return refuse(first?.code ?? "attachments.failed", first?.params);
  }
  if (sumSizes(others) + blob.size > attachmentLimits.bytes) return refuse("attachments.tooLarge");
  return { ok: true, file: blob, asked: { name: asked.value.name, type: asked.value.type, size: blob.size } };
}

function nameFile(name: string, become: string | null): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ""];
  const end = become ?? ending;
  return `${[...stem].slice(0, longestName).join("")}${end && `.${end}`}`;
}
