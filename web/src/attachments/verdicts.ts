import { createStore } from "solid-js/store";
import type { AttachmentState } from "#core/initiatives/attachment.ts";
import { ProblemError } from "../api.ts";
import { readUploadState } from "./api.ts";

/** How soon it is asked how a file stands, in milliseconds: less and less often, and no longer than a quarter of an hour. */
const pauses = { first: 400, growth: 1.5, most: 20_000, whole: 15 * 60_000 };

/*
 * Outside any component, as transfers are: what became of a file is known wherever the form shows it or is checked.
 */
const [verdicts, setVerdicts] = createStore<Record<string, AttachmentState | undefined>>({});
const watched = new Set<string>();

export { verdicts };

/** Keeps how an upload stands, as the server has told it. */
export function noteVerdict(id: string, verdict: AttachmentState): void {
  const { state } = verdict;
  if (state === "refused") setVerdicts(id, { state, reason: verdict.reason });
  else setVerdicts(id, state === "checking" && verdict.slow ? { state, slow: true } : { state });
}

/** Asks how an upload stands until that is known. Where the network is lost it is asked again later. */
export function watchVerdict(id: string): void {
  const known = verdicts[id];
  if (id === "" || watched.has(id) || (known && known.state !== "checking")) return;
  watched.add(id);
  void pollVerdict(id).finally(() => watched.delete(id));
}

/** Asks no more: the file has been removed. */
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
      // What the server does not know it will not know later; all else may pass.
      if (error instanceof ProblemError && error.code === "upload.notFound") return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * pauses.growth, pauses.most);
  }
}

/** Whether the check of a file takes longer than it should. */
export function isSlow(id: string): boolean {
  const verdict = verdicts[id];
  return verdict?.state === "checking" && verdict.slow === true;
}

/** Why a file cannot be sent, as a message key; null where nothing is known against it. */
export function refusalOf(id: string): string | null {
  const verdict = verdicts[id];
  return verdict?.state === "refused" ? verdict.reason : null;
}
