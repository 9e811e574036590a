import { undoTyping } from "./typing-method.ts";

/** Crockford's base 32 without I, L, O, U (crockford.com/base32.html). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bodyLength = 11;

/**
 * Checksum over GF(32), polynomial x^5 + x^3 + 1 as in BIP 173: detects every wrong character and every swap of
 * two.
 */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const character of body) {
    sum = timesAlpha(sum ^ alphabet.indexOf(character));
  }
  return alphabet.charAt(sum);
}

function timesAlpha(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b101001 : doubled;
}

/** Encodes 55 bits as eleven characters and a check character: `7K3M-9QTX-2F4H`. */
export function encodeId(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 1n;
  let body = "";
  for (let i = 0; i < bodyLength; i++) {
    body = alphabet.charAt(Number(bits & 31n)) + body;
    bits >>= 5n;
  }
  return group(body + checkCharacter(body));
}

const separators = /[\s\p{Pd}\u2212.,·]+/gu;
const maxTypedLength = 200;

/**
 * Reads a code from typed or pasted text; null if none is found. Ignores case, separators and preceding words. Undoes
 * Telex and VNI marks if only one reading passes the check.
 */
export function parseId(typed: string): string | null {
  if (typed.length > maxTypedLength) return null;
  const text = typed
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toUpperCase()
    .replace(/[ÐƉ]/g, "Đ");
  const words = text
    .slice(text.lastIndexOf(":") + 1)
    .split(separators)
    .filter(Boolean);
  const found = new Set<string>();
  for (let start = 0; start < words.length; start++)
    for (let end = start + 1; end <= words.length; end++) {
      const part = words.slice(start, end);
      const { length } = part.join("");
      if (length > bodyLength + 1) break;
      if (length > bodyLength / 2) for (const spelt of undoTyping(part)) take(readCode(spelt));
    }
  return found.size === 1 ? ([...found][0] ?? null) : null;

  function take(code: string | null): void {
    if (code !== null) found.add(code);
  }
}

function readCode(spelt: string): string | null {
  const text = spelt.replaceAll("O", "0").replace(/[IL]/g, "1");
  if (text.length !== bodyLength + 1) return null;
  for (const character of text) if (!alphabet.includes(character)) return null;
  const body = text.slice(0, bodyLength);
  return checkCharacter(body) === text.charAt(bodyLength) ? group(text) : null;
}

function group(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
