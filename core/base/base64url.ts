/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Repeats `draw` until the text ends in a letter or digit, because mail programs cut a final `-` or `_` off links. */
export function drawLinkSafe(draw: (round: number) => Uint8Array): string {
  for (let round = 0; ; round++) {
    const text = toBase64Url(draw(round));
    if (/[A-Za-z0-9]$/.test(text)) return text;
  }
}

export function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
