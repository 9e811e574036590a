import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { drawLinkSafe, fromBase64Url } from "#core/base/base64url.ts";
import { commit, hashSecret } from "#core/base/canonical.ts";
import { parseId } from "#core/base/ids.ts";
import { requiredAddress } from "#core/base/mail-address.ts";
import type { FormInitiative } from "./initiative.ts";
import { type EventContext, noteOn } from "./note.ts";
import type { Transition } from "./transition.ts";

/** How many random bytes an access key is drawn from: as many as the first one has. */
export const accessKeyBytes = 24;

/** The body of `POST /api/access-keys`: whose key is lost, and where a new one may be sent. */
export const AccessKeyRequest = v.strictObject({
  id: v.pipe(
    v.string("id.invalid"),
    v.maxLength(200, "id.invalid"),
    v.check((typed) => parseId(typed) !== null, "id.invalid"),
    v.transform((typed) => parseId(typed) ?? ""),
  ),
  email: requiredAddress("contact.email"),
});

/** A key that was mailed and not used yet: hashes alone, beside the record, so that asking for one is no step of it. */
export interface PendingAccessKey {
  hash: string;
  /** The hash of the key whose place it takes: once that has gone another way, this one opens nothing. */
  replaces: string;
  /** The address it went to, committed under the key: once the record names another or none, it opens nothing. */
  sentTo: string;
}

/** Writes an access key that no program cuts at its end. `bytes` are fresh random ones, `accessKeyBytes` of them. */
export const drawAccessKey = (bytes: Uint8Array): string =>
  drawLinkSafe((round) =>
    round === 0
      ? bytes
      : hkdf(sha256, bytes, undefined, utf8ToBytes(`doan-ket-sang-tao/renewal/${round}`), accessKeyBytes),
  );

/** What is kept of a key that is mailed to the record's contact. */
export const awaitAccessKey = (
  { accessKeyHash, application }: FormInitiative,
  accessKey: string,
): PendingAccessKey => ({
  hash: hashSecret(accessKey),
  replaces: accessKeyHash,
  sentTo: commit(fromBase64Url(accessKey), application.contact.email),
});

/** True where `accessKey` is the one that was mailed and may still take the place of the record's. */
export function takesPlace(
  pending: PendingAccessKey,
  accessKey: string,
  { accessKeyHash, application }: FormInitiative,
): boolean {
  if (pending.hash !== hashSecret(accessKey) || pending.replaces !== accessKeyHash) return false;
  const { email } = application.contact;
  return email !== "" && pending.sentTo === commit(fromBase64Url(accessKey), email);
}

/**
 * Gives an initiative another access key; the one before opens nothing any more. `mail`: the author has opened the link that was mailed, until then the
 * key before was good. `counter`: handed over in person, where the key before may have been stolen, so at once. The event says which way it went and not
 * the key, of which a hash alone is kept.
 */
export function replaceAccessKey(
  before: FormInitiative,
  way: "mail" | "counter",
  accessKey: string,
  context: EventContext,
): Transition {
  const noted = noteOn(before, "renewKey", { facts: { way }, personal: {} }, context);
  return {
    ...noted,
    initiative: {
      ...noted.initiative,
      accessKeyHash: hashSecret(accessKey),
      submittedKeyHash: before.submittedKeyHash ?? before.accessKeyHash,
    },
  };
}
