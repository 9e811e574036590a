import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64Url } from "./ids.ts";

/** JSON with sorted keys and no undefined members (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === "object" && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

export function hashValue(value: unknown): string {
  return toBase64Url(sha256(utf8ToBytes(canonicalJson(value))));
}

export function openHash(): { add: (piece: Uint8Array) => void; end: () => string } {
  const hash = sha256.create();
  return { add: (piece) => hash.update(piece), end: () => toBase64Url(hash.digest()) };
}

export async function hashPieces(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = openHash();
  for await (const piece of pieces) hash.add(piece);
  return hash.end();
}

/** Unsalted SHA-256, base64url; only for secrets of at least 128 bits. */
export function hashSecret(text: string): string {
  return toBase64Url(sha256(utf8ToBytes(text)));
}

/** HMAC-SHA-256 of the canonical JSON, base64url; reveals nothing without the salt. */
export function commit(salt: Uint8Array, value: unknown): string {
  return toBase64Url(hmac(sha256, salt, utf8ToBytes(canonicalJson(value))));
}
