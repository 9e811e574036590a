import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64Url, toBase64Url } from "./base64url.ts";

// The form draws its key without what derives from it: a phone need not load the hashes.
export { fromBase64Url, toBase64Url };

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

/**
 * The code as the record knows it, from what a person typed: case, spaces and hyphens are free, O is read as 0, I and L as 1.
 * Returns null where the length, a character or the check is wrong.
 */
export function parseId(typed: string): string | null {
  const text = typed
    .toUpperCase()
    .replace(/[\s\-‐-–]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (text.length !== bodyLength + 1) return null;
  for (const character of text) if (!alphabet.includes(character)) return null;
  const body = text.slice(0, bodyLength);
  return checkCharacter(body) === text.charAt(bodyLength) ? group(text) : null;
}

function group(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/** What one random key of the form stands for. `bodyKey` salts the hash of the body, so that the hash survives erasure without telling anything. */
export interface SubmissionSecrets {
  id: string;
  accessKey: string;
  bodyKey: Uint8Array;
}

const idempotencyKeyPattern = /^[A-Za-z0-9_-]{43}$/;

/** True for a 256-bit key in base64url without padding, the only form the API takes. */
export function isIdempotencyKey(text: string): boolean {
  return idempotencyKeyPattern.test(text) && toBase64Url(fromBase64Url(text)) === text;
}

/**
 * Derives the public id and the access key from the form's secret `Idempotency-Key` (HKDF-SHA-256, RFC 5869, a label each):
 * a retry gets the same receipt, and the id tells nothing of the access key.
 */
export function deriveSecrets(idempotencyKey: string): SubmissionSecrets {
  const secret = extract(sha256, fromBase64Url(idempotencyKey));
  const derive = (label: string, length: number) =>
    expand(sha256, secret, utf8ToBytes(`doan-ket-sang-tao/${label}`), length);
  return {
    id: encodeId(derive("id", 7)),
    accessKey: toBase64Url(derive("access", 24)),
    bodyKey: derive("body", 32),
  };
}
