import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import * as v from "valibot";
import { hashSecret } from "../core/canonical.ts";
import { fromBase64Url } from "../core/ids.ts";
import type { ProblemCode } from "../core/problems.ts";
import type { ChallengeView } from "./views.ts";

/** The proof of work (ALTCHA, altcha.org): what signs its challenges and how hard they are. */
export interface ProofSettings {
  secret: string;
  /** Hex digits with which the SHA-256 must begin: each one more is sixteen times the work. */
  prefix: string;
}

/** Long enough to come back to the check of one's answers; the page makes a new proof by itself when it has passed. */
const validSeconds = 2 * 3600;

/**
 * A signed challenge for one submission alone: `keyHash` is `hashSecret` of its Idempotency-Key. A solution is worth nothing for another
 * submission and a submission is kept once, so no list of spent ones is needed.
 */
export async function issueChallenge(
  { secret, prefix }: ProofSettings,
  keyHash: string,
  now: string,
): Promise<ChallengeView> {
  const { parameters, signature = "" } = await createChallenge({
    algorithm: "SHA-256",
    cost: 1,
    deriveKey,
    keyPrefix: prefix,
    hmacSignatureSecret: secret,
    // The library's own expiry would look at its own clock.
    data: { for: keyHash, until: secondOf(now) + validSeconds },
  });
  return { parameters, signature };
}

const hex = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})+$/));

const Payload = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: v.literal("SHA-256"),
      cost: v.literal(1),
      keyLength: v.literal(32),
      nonce: hex,
      salt: hex,
      keyPrefix: v.string(),
      data: v.object({ for: v.string(), until: v.number() }),
    }),
    signature: v.string(),
  }),
  solution: v.object({ counter: v.number(), derivedKey: v.string() }),
});

/**
 * What is wrong with the proof sent in the header `Altcha` (ALTCHA's payload in base64) for this Idempotency-Key, or null.
 * `proof.expired` is said only of a proof that is right in all else.
 */
export async function checkProof(
  { secret }: ProofSettings,
  header: string | undefined,
  idempotencyKey: string,
  now: string,
): Promise<Extract<ProblemCode, `proof.${string}`> | null> {
  if (!header) return "proof.missing";
  const payload = readPayload(header);
  if (!payload || payload.challenge.parameters.data.for !== hashSecret(idempotencyKey))
    return "proof.invalid";
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
