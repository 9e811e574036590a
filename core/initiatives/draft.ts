import * as v from "valibot";
import { version } from "#core/base/bounds.ts";

/** How long a draft that was put behind a link stays there after it was last kept. */
export const draftDays = 60;

/** What is kept of a draft behind a link: text that only the link's key opens. Neither the key nor a word of the form is here. */
export interface KeptDraft {
  id: string;
  /** SHA-256 of the secret that lets somebody change or remove it. */
  writeKeyHash: string;
  /** AES-GCM under the link's key, base64. */
  ciphertext: string;
  /** Its initialisation vector, base64url. */
  iv: string;
  /** Counts from 1. */
  version: number;
  /** Seconds since 1970. */
  expiresAt: number;
}

/** The answer to `PUT /api/drafts/:id`. */
export const DraftReceipt = v.strictObject({
  version: v.number(),
  /** ISO 8601 in UTC. */
  expiresAt: v.string(),
});
export type DraftReceipt = v.InferOutput<typeof DraftReceipt>;

/** The answer to `GET /api/drafts/:id`. */
export const DraftView = v.strictObject({ ...DraftReceipt.entries, ciphertext: v.string(), iv: v.string() });
export type DraftView = v.InferOutput<typeof DraftView>;

/** The body of `PUT /api/drafts/:id`: the encrypted form, and the version that it replaces, 0 for none. 200 kB is twice what a full form takes. */
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

/** True for the id of a draft as the page draws it: 128 random bits in base64url. */
export const isDraftId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);

/** True for the secret that a change of a draft takes: 256 bits in base64url. */
export const isWriteKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** Removal comes at no fixed time, so whoever reads asks this as well. */
export function isExpired(draft: KeptDraft, now: string): boolean {
  return draft.expiresAt * 1000 <= Date.parse(now);
}

/** When a draft kept at `now` expires, in seconds since 1970. */
export function draftExpiry(now: string): number {
  return Math.ceil(Date.parse(now) / 1000) + draftDays * 24 * 60 * 60;
}
