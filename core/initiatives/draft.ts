import * as v from "valibot";
import { version } from "#core/base/bounds.ts";

export const draftDays = 60;

export interface KeptDraft {
  id: string;
  writeKeyHash: string;
  /** AES-GCM, base64. */
  ciphertext: string;
  iv: string;
  version: number;
  /** Seconds since 1970. */
  expiresAt: number;
}

export const DraftReceipt = v.strictObject({
  version: v.number(),
  /** ISO 8601 in UTC. */
  expiresAt: v.string(),
});
export type DraftReceipt = v.InferOutput<typeof DraftReceipt>;

export const DraftView = v.strictObject({ ...DraftReceipt.entries, ciphertext: v.string(), iv: v.string() });
export type DraftView = v.InferOutput<typeof DraftView>;

/** `version`: version to replace; 0 for a new draft. 200 kB is twice a full form. */
export const DraftBody = v.strictObject({
  ciphertext: v.pipe(
    v.string("draft.malformed"),
    v.nonEmpty("draft.malformed"),
    v.maxLength(200_000, "draft.tooLong"),
    v.regex(/^[A-Za-z0-9+/]+={0,2}$/, "draft.malformed"),
  ),
  iv: v.pipe(
    v.string("draft.malformed"),
    v.regex(/^[A-Za-z0-9_-]{16}$/, "draft.malformed"),
    v.maxLength(16, "draft.malformed"),
  ),
  version,
});

/** 128 random bits in base64url. */
export const isDraftId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);

/** 256 bits in base64url. */
export const isWriteKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

export function isExpired(draft: KeptDraft, now: string): boolean {
  return draft.expiresAt * 1000 <= Date.parse(now);
}

/** Seconds since 1970. */
export function draftExpiry(now: string): number {
  return Math.ceil(Date.parse(now) / 1000) + draftDays * 24 * 60 * 60;
}
