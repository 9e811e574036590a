import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64Url } from "./ids.ts";

/** JSON with sorted keys and no undefined members: equal values give equal text (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === "object" && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** SHA-256 of the canonical JSON, base64url, 43 characters. */
export function hashValue(value: unknown): string {
  return toBase64Url(sha256(utf8ToBytes(canonicalJson(value))));
}

/** SHA-256, base64url, of bytes that come in pieces: they need not be in memory together. */
export function openHash(): { add: (piece: Uint8Array) => void; end: () => string } {
  const hash = sha256.create();
  return { add: (piece) => hash.update(piece), end: () => toBase64Url(hash.digest()) };
}

/** As `openHash`, of all pieces there are. */
export async function hashPieces(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const hash = openHash();
  for await (const piece of pieces) hash.add(piece);
  return hash.end();
}

/** SHA-256 of a text, base64url. For secrets of 128 bits and more only: it has no salt. */
export function hashSecret(text: string): string {
  return toBase64Url(sha256(utf8ToBytes(text)));
}

/** HMAC-SHA-256 of the canonical JSON under a salt: a commitment that says nothing once the salt is gone. */
export function commit(salt: Uint8Array, value: unknown): string {
  return toBase64Url(hmac(sha256, salt, utf8ToBytes(canonicalJson(value))));
}
