import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import * as v from "valibot";
import { hashSecret } from "#core/base/canonical.ts";
import { type EffortKind, effortKinds } from "#core/base/effort.ts";
import { fromBase64Url } from "#core/base/ids.ts";
import type { ProblemCode } from "#core/base/problems.ts";
import type { ChallengeView } from "./initiatives/views.ts";

/** Proof of work (ALTCHA, altcha.org). */
export interface ProofSettings {
  secret: string;
  /** Maximum tries for the easiest proof; the average is half. */
  tries: number;
}

const algorithm = "PBKDF2/SHA-256";
/** PBKDF2 iterations per try, enough that native code takes most of the time. */
const cost = 1000;

/** Longer than a user needs to review the form. */
export const validSeconds = 2 * 3600;

/** `keyHash`: `hashSecret` of the Idempotency-Key. */
interface Purpose {
  kind: EffortKind;
  keyHash: string;
}

/** Issues a signed challenge, `effort` times as hard as the easiest. */
export async function issueChallenge(
  { secret, tries }: ProofSettings,
  { kind, keyHash }: Purpose,
  effort: number,
  now: string,
): Promise<ChallengeView> {
  const data = { for: keyHash, kind, until: secondOf(now) + validSeconds };
  const { parameters, signature = "" } = await createChallenge({
    algorithm,
    cost,
    deriveKey,
    counter: randomInt(Math.ceil(tries * effort), 1),
    hmacSignatureSecret: secret,
    // The library's expiry would use another clock, so `data` holds the expiry.
    data,
  });
  return { parameters: { ...parameters, data }, signature };
}

const hex = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})+$/));

const Payload = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: v.literal(algorithm),
      cost: v.literal(cost),
      keyLength: v.literal(32),
      nonce: hex,
      salt: hex,
      keyPrefix: v.string(),
      data: v.object({ for: v.string(), kind: v.picklist(effortKinds), until: v.number() }),
    }),
    signature: v.string(),
  }),
  solution: v.object({ counter: v.number(), derivedKey: v.string() }),
});

/** Returns the fault of the `Altcha` header, or null. With `proof.expired`, the proof is otherwise valid. */
export async function checkProof(
  { secret }: ProofSettings,
  header: string | undefined,
  idempotencyKey: string,
  now: string,
  kind: EffortKind = "submission",
): Promise<Extract<ProblemCode, `proof.${string}`> | null> {
  if (!header) return "proof.missing";
  const payload = readPayload(header);
  const { for: keyHash, kind: sworn } = payload?.challenge.parameters.data ?? {};
  if (!payload || keyHash !== hashSecret(idempotencyKey) || sworn !== kind) return "proof.invalid";
  const { verified } = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: secret });
  if (!verified) return "proof.invalid";
  return payload.challenge.parameters.data.until < secondOf(now) ? "proof.expired" : null;
}

function readPayload(header: string): v.InferOutput<typeof Payload> | null {
  try {
    const text = new TextDecoder().decode(fromBase64Url(header));
    const parsed = v.safeParse(Payload, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

const secondOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);
