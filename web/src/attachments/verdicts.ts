import { createStore } from "solid-js/store";
import type { AttachmentState } from "#core/initiatives/attachment.ts";
import { ProblemError } from "../api.ts";
import { readUploadState } from "./api.ts";

/** Polling pauses in milliseconds; `whole` is the maximum total. */
const pauses = { first: 400, growth: 1.5, most: 20_000, whole: 15 * 60_000 };

const [verdicts, setVerdicts] = createStore<Record<string, AttachmentState | undefined>>({});
const watched = new Set<string>();

export { verdicts };

export function noteVerdict(id: string, verdict: AttachmentState): void {
  const { state } = verdict;
  if (state === "refused") setVerdicts(id, { state, reason: verdict.reason });
  else setVerdicts(id, state === "checking" && verdict.slow ? { state, slow: true } : { state });
}

export function watchVerdict(id: string): void {
  const known = verdicts[id];
  if (id === "" || watched.has(id) || (known && known.state !== "checking")) return;
  watched.add(id);
  void pollVerdict(id).finally(() => watched.delete(id));
}

export function forgetVerdict(id: string): void {
  watched.delete(id);
}

async function pollVerdict(id: string): Promise<void> {
  let pause = pauses.first;
  for (let waited = 0; waited < pauses.whole && watched.has(id); waited += pause) {
    try {
      const state = await readUploadState(id);
      noteVerdict(id, state);
      if (state.state !== "checking") return;
    } catch (error) {
      // Stops for an unknown upload. Other errors may be temporary.
      if (error instanceof ProblemError && error.code === "upload.notFound") return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * pauses.growth, pauses.most);
  }
}

export function isSlow(id: string): boolean {
  const verdict = verdicts[id];
  return verdict?.state === "checking" && verdict.slow === true;
}

export function refusalOf(id: string): string | null {
  const verdict = verdicts[id];
  return verdict?.state === "refused" ? verdict.reason : null;
}
