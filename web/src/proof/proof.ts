import { createSignal } from "solid-js";
import { toBase64Url } from "#core/base/base64url.ts";
import type { EffortKind } from "#core/base/effort.ts";
import type { ChallengeView } from "../../../functions/api/initiatives/views.ts";
import { getJson, ProblemError, timeoutMilliseconds } from "../api.ts";

type Proof = Promise<string>;

const proofs = new Map<string, Proof>();
const [proving, setProving] = createSignal(0);

export const isProving = () => proving() > 0;

/** Proof of work for a submission key, computed once. Throws `ProblemError`. */
export function proveKey(key: string): Proof {
  const known = proofs.get(key);
  if (known) return known;
  setProving((count) => count + 1);
  const proof = makeProof(key).finally(() => setProving((count) => count - 1));
  proofs.set(key, proof);
  proof.catch(() => proofs.delete(key));
  return proof;
}

export function forgetProof(key: string): void {
  proofs.delete(key);
}

/** Headers with a proof for one request; each call uses a new key. Throws `ProblemError`. */
export async function proveRequest(kind: EffortKind): Promise<Record<string, string>> {
  const key = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  return { "idempotency-key": key, altcha: await makeProof(key, `?for=${kind}`) };
}

async function makeProof(key: string, query = ""): Proof {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const path = `/api/challenges/${toBase64Url(new Uint8Array(hash))}${query}`;
  const challenge = await getJson<ChallengeView>(path);
  return btoa(JSON.stringify({ challenge, solution: await solve(challenge) }));
}

function solve({ parameters }: ChallengeView): Promise<unknown> {
  const worker = new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module" });
  let timer: ReturnType<typeof setTimeout>;
  return new Promise((resolve, reject) => {
    const fail = () => reject(new ProblemError("offline"));
    worker.onmessage = ({ data }) => (data ? resolve(data) : clearTimeout(timer));
    // The script failed to load. The timer covers browsers without this event.
    worker.onerror = fail;
    timer = setTimeout(fail, timeoutMilliseconds);
    worker.postMessage(parameters);
  }).finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
