import { createSignal } from "solid-js";
import type { EffortKind } from "#core/base/effort.ts";
import { ProblemError, sendJson } from "../api.ts";

const noticedMilliseconds = 1_000;
const attempts = 3;

const [long, setLong] = createSignal(0);

/** True if a proof has been running for over a second. */
export const isProvingLong = () => long() > 0;

async function showWhile<T>(work: Promise<T>): Promise<T> {
  let noticed = 0;
  const timer = setTimeout(() => {
    noticed = 1;
    setLong((count) => count + 1);
  }, noticedMilliseconds);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    setLong((count) => count - noticed);
  }
}

/** Sends a request; if the API asks for a proof of work, computes one and retries. Throws `ProblemError`. */
export async function sendProven<T>(
  kind: EffortKind,
  ...[method, path, body, headers = {}]: Parameters<typeof sendJson>
): Promise<T> {
  let proof: Record<string, string> = {};
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendJson<T>(method, path, body, { ...headers, ...proof });
    } catch (error) {
      const wanted = error instanceof ProblemError && error.code.startsWith("proof.");
      if (!wanted || attempt === attempts) throw error;
      const { proveRequest } = await import("./proof.ts").catch(() => {
        throw new ProblemError("offline");
      });
      proof = await showWhile(proveRequest(kind));
    }
  }
}
