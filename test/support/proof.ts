import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { hashSecret } from "#core/base/canonical.ts";
import type { EffortKind } from "#core/base/effort.ts";

/** The header `Altcha` for a request under this key, a submission unless another kind is named, solved as a page does; `read` asks the API for a path. */
export async function solveProof(
  key: string,
  read: (path: string) => Promise<Response> | Response,
  kind: EffortKind = "submission",
): Promise<string> {
  const challenge = await (await read(`/api/challenges/${hashSecret(key)}?for=${kind}`)).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

/** What a submission over the network carries besides its body. */
export async function submissionHeaders(origin: string, key: string): Promise<Record<string, string>> {
  return {
    "content-type": "application/json",
    "idempotency-key": key,
    altcha: await solveProof(key, (path) => fetch(origin + path)),
  };
}
