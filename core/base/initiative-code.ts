import { undoTyping } from "./typing-method.ts";

/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed (crockford.com/base32.html). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bodyLength = 11;

/**
 * Check character over GF(32), field polynomial x^5 + x^3 + 1 as in BIP 173: the sum of value × α^position.
 * Every single wrong character and every swap of two characters changes it; Crockford's own check needs
 * symbols (* ~ $ =) that people cannot find on a phone.
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

/** The public code of an initiative from 55 bits of `bytes` (at least 7): eleven characters and a check, `7K3M-9QTX-2F4H`. */
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

/** What people and programs put between the characters of a code: blanks, any dash, full stops, commas. */
const separators = /[\s\p{Pd}\u2212.,·]+/gu;
const longestTyped = 200;

/**
 * The code as the record knows it, from what a person typed or pasted: case, blanks, dashes and full-width characters are free, O is read as
 * 0, I and L as 1, words before it are passed over (`Mã hồ sơ: …`), and marks that a Telex or VNI keyboard made are undone where the check
 * character leaves one reading. Returns null where the length, a character or the check is wrong.
 */
export function parseId(typed: string): string | null {
  if (typed.length > longestTyped) return null;
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
      // A mark stands for one key at least.
      if (length > bodyLength / 2) for (const spelt of undoTyping(part)) take(readCode(spelt));
    }
  return found.size === 1 ? ([...found][0] ?? null) : null;

  function take(code: string | null): void {
    if (code !== null) found.add(code);
  }
}

/** The code in plain capitals and digits, or null where it is none. */
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
