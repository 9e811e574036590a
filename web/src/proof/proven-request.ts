import { createSignal } from "solid-js";
import type { EffortKind } from "#core/base/effort.ts";
import { ProblemError, sendJson } from "../api.ts";

/** A proof that takes longer than this is said to be under way. */
const noticedMilliseconds = 1_000;
/** How often a request is sent that is refused for want of a good proof. */
const attempts = 3;

const [long, setLong] = createSignal(0);

/** Whether a proof of work has been under way for over a second, for the page to say so. */
export const isProvingLong = () => long() > 0;

/** Says so while `work` takes its time. */
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

/**
 * Sends JSON as `sendJson` does. Where the API asks for a proof of work, since much came from this network address, it is worked out and the request sent
 * again; a usual visitor pays neither the proof nor the script that makes it. Throws `ProblemError`.
 */
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
