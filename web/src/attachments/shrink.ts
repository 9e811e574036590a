import type { AttachmentType } from "#core/initiatives/attachment.ts";

const longestSide = 2000;
const quality = 0.82;

/**
 * Converts a photo to JPEG without metadata, at most 2000 pixels a side. Formats that the browser cannot draw stay
 * unchanged.
 */
export async function shrinkPhoto(
  file: Blob,
  type: AttachmentType,
): Promise<{ blob: Blob; type: AttachmentType }> {
  const unchanged = { blob: file, type };
  if (!type.startsWith("image/")) return unchanged;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return unchanged;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return unchanged;
  // JPEG has no transparency: transparent pixels would become black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
  if (blob?.type !== "image/jpeg") return unchanged;
  return type === "image/png" && blob.size >= file.size ? unchanged : { blob, type: "image/jpeg" };
}
