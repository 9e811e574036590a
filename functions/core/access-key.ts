import { expand } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { drawPlainEnd } from "./base64url.ts";
import { hashSecret } from "./canonical.ts";
import { parseId } from "./ids.ts";
import type { FormInitiative } from "./initiative.ts";
import { requiredAddress } from "./mail-address.ts";
import { type Acting, noteOn } from "./note.ts";
import type { Transition } from "./transition.ts";

/** How many random bytes an access key is drawn from: as many as the first one has. */
export const accessKeyBytes = 24;

/** The body of `POST /api/access-keys`: whose key is lost, and where a new one may be sent. */
export const AccessKeyRequest = v.strictObject({
  id: v.pipe(
    v.string("id.invalid"),
    v.maxLength(200, "id.invalid"),
    v.transform((typed) => parseId(typed) ?? ""),
    v.nonEmpty("id.invalid"),
  ),
  email: requiredAddress("contact.email"),
});

/**
 * Gives an initiative a new access key; the one before opens nothing any more. The event says which way it went, `mail` or `counter`, and
 * not the key, of which a hash alone is kept. `bytes` are fresh random ones, `accessKeyBytes` of them.
 */
export function renewAccessKey(
  before: FormInitiative,
  way: "mail" | "counter",
  bytes: Uint8Array,
  acting: Acting,
): Transition & { accessKey: string } {
  const accessKey = drawPlainEnd((round) =>
    round === 0
      ? bytes
      : expand(sha256, bytes, utf8ToBytes(`doan-ket-sang-tao/renewal/${round}`), accessKeyBytes),
  );
  const noted = noteOn(before, "renewKey", { facts: { way }, personal: {} }, acting);
  return {
    ...noted,
    accessKey,
    initiative: {
      ...noted.initiative,
      accessKeyHash: hashSecret(accessKey),
      submittedKeyHash: before.submittedKeyHash ?? before.accessKeyHash,
    },
  };
}
