import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import * as v from "valibot";
import { hashSecret } from "#core/base/canonical.ts";
import { type EffortKind, effortKinds } from "#core/base/effort.ts";
import { fromBase64Url } from "#core/base/ids.ts";
import type { ProblemCode } from "#core/base/problems.ts";
import type { ChallengeView } from "./initiatives/views.ts";

/** The proof of work (ALTCHA, altcha.org): what signs its challenges and how hard they are. */
export interface ProofSettings {
  secret: string;
  /** How many counters have to be tried at the most for the easiest proof, half as many on average. */
  tries: number;
}

const algorithm = "PBKDF2/SHA-256";
/** Iterations of each try: enough that a browser's own PBKDF2 is as fast as anybody else's, and the page's code beside it does not count. */
const cost = 1000;

/** Long enough to come back to the check of one's answers; the page makes a new proof by itself when it has passed. */
export const validSeconds = 2 * 3600;

/** What a challenge is for: the kind of request, and `hashSecret` of its Idempotency-Key. */
interface Purpose {
  kind: EffortKind;
  keyHash: string;
}

/**
 * A signed challenge for one request alone, `effort` times the easiest. The counter to find is drawn from all that may have to be tried, so the work has
 * an upper bound and takes any step between. A solution is worth nothing for another request; a submission is kept once, so no list of spent ones is
 * needed there.
 */
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
    // The library's own expiry would look at its own clock.
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

/**
 * What is wrong with the proof sent in the header `Altcha` (ALTCHA's payload in base64) for this kind of request and Idempotency-Key, or null.
 * `proof.expired` is said only of a proof that is right in all else.
 */
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
