import { fromBase64Url, toBase64Url } from "#core/base/base64url.ts";
import type { DraftView } from "#core/initiatives/draft.ts";
import { ProblemError } from "../../../api.ts";
import { findInLink } from "../../../pasted-links.ts";
import { continueSlug } from "../form-paths.ts";
import type { TypedForm } from "../typed-form.ts";
import { deleteCopy, putCopy, readCopy } from "./api.ts";

export interface DraftLink {
  id: string;
  /** 256 random bits in base64url, never sent to the server. */
  key: string;
  version: number;
}

export interface DraftContent {
  key: string;
  form: TypedForm;
}

const draw = (bytes: number) => toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));

export function drawLink(): DraftLink {
  return { id: draw(16), key: draw(32), version: 0 };
}

export function continuePath({ id, key }: DraftLink): string {
  return `/gui/${continueSlug}#${id}.${key}`;
}

/** Neither part ends in - or _, so that punctuation may follow. */
const linkPattern = /(?:^|[^\w-])([\w-]{21}[A-Za-z0-9])\.([\w-]{42}[A-Za-z0-9])(?![A-Za-z0-9])/;

/** Returns null for an incomplete link. */
export function readContinueHash(hash: string): Pick<DraftLink, "id" | "key"> | null {
  const [, id, key] = findInLink(hash, linkPattern) ?? [];
  return id && key ? { id, key } : null;
}

/** The server gets only the write key, which does not reveal the encryption key (HKDF-SHA-256). */
async function deriveKeys(key: string) {
  const secret = await crypto.subtle.importKey("raw", bytesOf(key), "HKDF", false, [
    "deriveKey",
    "deriveBits",
  ]);
  const params = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`doan-ket-sang-tao/draft/${info}`),
  });
  const [encryption, write] = await Promise.all([
    crypto.subtle.deriveKey(params("encrypt"), secret, { name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]),
    crypto.subtle.deriveBits(params("write"), secret, 256),
  ]);
  return { encryption, writeKey: toBase64Url(new Uint8Array(write)) };
}

const bytesOf = (text: string) => new Uint8Array(fromBase64Url(text));

/** AES-256-GCM with a new random IV each time. */
export async function encryptDraft(content: DraftContent, link: Pick<DraftLink, "id" | "key">) {
  const { encryption, writeKey } = await deriveKeys(link.key);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = await compress(new TextEncoder().encode(JSON.stringify(content)));
  const sealed = await crypto.subtle.encrypt(cipherParams(iv, link.id), encryption, plain);
  return { ciphertext: toBase64(new Uint8Array(sealed)), iv: toBase64Url(iv), writeKey };
}

/** Throws if key, id or content do not match. */
export async function decryptDraft(
  sealed: Pick<DraftView, "ciphertext" | "iv">,
  link: Pick<DraftLink, "id" | "key">,
): Promise<DraftContent> {
  const { encryption } = await deriveKeys(link.key);
  const ciphertext = bytesOf(sealed.ciphertext);
  const plain = await crypto.subtle.decrypt(
    cipherParams(bytesOf(sealed.iv), link.id),
    encryption,
    ciphertext,
  );
  return JSON.parse(new TextDecoder().decode(await decompress(new Uint8Array(plain)))) as DraftContent;
}

/** The id is authenticated: a copy under another id cannot be decrypted. */
const cipherParams = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(id),
});

const toBase64 = (bytes: Uint8Array) => {
  const text = toBase64Url(bytes).replaceAll("-", "+").replaceAll("_", "/");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
};

/** The first byte of the result is 1 if the content is compressed. */
async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const compressed =
    typeof CompressionStream === "undefined" ? null : await pipe(bytes, new CompressionStream("gzip"));
  return joinBytes(compressed ? 1 : 0, compressed ?? bytes);
}

async function decompress(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = packed.slice(1);
  return packed[0] === 1 ? pipe(bytes, new DecompressionStream("gzip")) : bytes;
}

const joinBytes = (first: number, rest: Uint8Array) => {
  const joined = new Uint8Array(rest.length + 1);
  joined[0] = first;
  joined.set(rest, 1);
  return joined;
};

async function pipe(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}

/** Saves the copy. Uses a new link if another device has changed the copy. Throws `ProblemError`. */
export async function saveToLink(content: DraftContent, link: DraftLink): Promise<DraftLink> {
  const { ciphertext, iv, writeKey } = await encryptDraft(content, link);
  try {
    const { version } = await putCopy(link.id, writeKey, { ciphertext, iv, version: link.version });
    return { ...link, version };
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === "draft.conflict")) throw error;
    return saveToLink(content, drawLink());
  }
}

/** Throws `ProblemError`; a wrong key also gives `draft.notFound`. */
export async function readFromLink(
  link: Pick<DraftLink, "id" | "key">,
): Promise<{ content: DraftContent; link: DraftLink }> {
  const view = await readCopy(link.id);
  try {
    return { content: await decryptDraft(view, link), link: { ...link, version: view.version } };
  } catch {
    throw new ProblemError("draft.notFound");
  }
}

/** Throws `ProblemError`. */
export async function removeLink(link: DraftLink): Promise<void> {
  const { writeKey } = await deriveKeys(link.key);
  await deleteCopy(link.id, writeKey);
}
