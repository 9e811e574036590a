import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { drawLinkSafe, fromBase64Url, toBase64Url } from "./base64url.ts";
import { encodeId } from "./initiative-code.ts";

// Public pages import initiative-code.ts directly, to avoid the hash library.
export { parseId } from "./initiative-code.ts";
export { fromBase64Url, toBase64Url };

/** `bodyKey` salts the body's hash, so that the hash may stay after an erasure. */
export interface SubmissionSecrets {
  id: string;
  accessKey: string;
  bodyKey: Uint8Array;
}

const idempotencyKeyPattern = /^[A-Za-z0-9_-]{43}$/;

export function isIdempotencyKey(text: string): boolean {
  return idempotencyKeyPattern.test(text) && toBase64Url(fromBase64Url(text)) === text;
}

/**
 * HKDF-SHA-256 (RFC 5869), one label per secret. A retry gets the same receipt; the id does not reveal the access
 * key.
 */
export function deriveSecrets(idempotencyKey: string): SubmissionSecrets {
  const secret = extract(sha256, fromBase64Url(idempotencyKey));
  const derive = (label: string, length: number) =>
    expand(sha256, secret, utf8ToBytes(`doan-ket-sang-tao/${label}`), length);
  return {
    id: encodeId(derive("id", 7)),
    accessKey: drawLinkSafe((round) => derive(round === 0 ? "access" : `access/${round}`, 24)),
    bodyKey: derive("body", 32),
  };
}
