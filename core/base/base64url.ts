/** Bytes as base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The first of the texts of `draw(0)`, `draw(1)` … that ends in a letter or digit: mail programs leave a last `-` or `_` out of a link. */
export function drawLinkSafe(draw: (round: number) => Uint8Array): string {
  for (let round = 0; ; round++) {
    const text = toBase64Url(draw(round));
    if (/[A-Za-z0-9]$/.test(text)) return text;
  }
}

/** The bytes of a base64url text; throws on anything else. */
export function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
