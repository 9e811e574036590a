import { create } from "qrcode";

/** Capacity of QR version 9 at level M (ISO/IEC 18004); larger codes are hard to scan from a screen. */
const longestBytes = 180;

/** Rows of modules, true for dark; null if the text is too long. */
export function drawQr(text: string): boolean[][] | null {
  const data = new TextEncoder().encode(text);
  if (data.length > longestBytes) return null;
  const { modules } = create([{ data, mode: "byte" }], { errorCorrectionLevel: "M" });
  const indexes = Array.from({ length: modules.size }, (_, index) => index);
  return indexes.map((y) => indexes.map((x) => modules.get(y, x) === 1));
}
