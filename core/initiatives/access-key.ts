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

export const accessKeyBytes = 24;

export const AccessKeyRequest = v.strictObject({
  id: v.pipe(
    v.string("id.invalid"),
    v.maxLength(200, "id.invalid"),
    v.check((typed) => parseId(typed) !== null, "id.invalid"),
    v.transform((typed) => parseId(typed) ?? ""),
  ),
  email: requiredAddress("contact.email"),
});

export interface PendingAccessKey {
  hash: string;
  replaces: string;
  sentTo: string;
}

export const drawAccessKey = (bytes: Uint8Array): string =>
  drawLinkSafe((round) =>
    round === 0
      ? bytes
      : hkdf(sha256, bytes, undefined, utf8ToBytes(`doan-ket-sang-tao/renewal/${round}`), accessKeyBytes),
  );

export const pendingKeyOf = (
  { accessKeyHash, application }: FormInitiative,
  accessKey: string,
): PendingAccessKey => ({
  hash: hashSecret(accessKey),
  replaces: accessKeyHash,
  sentTo: commit(fromBase64Url(accessKey), application.contact.email),
});

export function replacesKey(
  pending: PendingAccessKey,
  accessKey: string,
  { accessKeyHash, application }: FormInitiative,
): boolean {
  if (pending.hash !== hashSecret(accessKey) || pending.replaces !== accessKeyHash) return false;
  const { email } = application.contact;
  return email !== "" && pending.sentTo === commit(fromBase64Url(accessKey), email);
}

/**
 * The old key becomes invalid at once. `mail`: the author opened the mailed link. `counter`: staff handed over the key.
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
