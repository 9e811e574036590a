import { createSignal } from "solid-js";
import { ProblemError } from "../../api.ts";
import type { Draft } from "../form/drafts/drafts.ts";
import { findDraft, forgetDraft, keepDraft, listDrafts } from "../form/drafts/store.ts";
import { recordSubmission, sendApplication } from "../form/sending/sending.ts";

export interface Outcome {
  is: "sent" | "refused" | "waits";
  id: string;
}

const [outcome, setOutcome] = createSignal<Outcome | null>(null, { equals: false });

export const lastOutcome = outcome;

/** Errors after which the submission keeps waiting. */
const transientCodes = new Set<ProblemError["code"]>([
  "offline",
  "rate.limited",
  "store.unavailable",
  "internal",
  "request.malformed",
]);
/** Milliseconds; the wait doubles each time. */
const shortestWait = 2_000;
const longestWait = 60_000;

let watching = false;
let running = false;
let runAgain = false;

export function watchOutbox(): void {
  if (watching) return;
  watching = true;
  let wait = shortestWait;
  let planned: ReturnType<typeof setTimeout>;
  // Retries on a timer: browsers may report the network too early or never.
  const again = async () => {
    await sendWaiting().catch(() => {});
    clearTimeout(planned);
    planned = setTimeout(again, wait);
    wait = Math.min(wait * 2, longestWait);
  };
  const attempt = () => {
    wait = shortestWait;
    void again();
  };
  window.addEventListener("online", attempt);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && attempt());
  navigator.serviceWorker?.addEventListener("message", ({ data }) => data === "send" && attempt());
  void registerSync();
  attempt();
}

/** Chromium only. */
async function registerSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const { sync } = (registration ?? {}) as { sync?: { register: (tag: string) => Promise<void> } };
  await sync?.register("send").catch(() => {});
}

/** Sends all waiting drafts. A call during a run starts one more run afterwards. */
export async function sendWaiting(): Promise<void> {
  runAgain = running;
  if (running) return;
  running = true;
  try {
    do {
      runAgain = false;
      await sendAll();
    } while (runAgain);
  } finally {
    running = false;
  }
}

async function sendAll(): Promise<void> {
  const sendEach = async () => {
    for (const draft of await listDrafts()) if (draft.waiting) setOutcome(await send(draft));
  };
  // Only one tab sends at a time. Without lock support, the idempotency key alone prevents duplicates.
  await (navigator.locks
    ? navigator.locks.request("outbox", { ifAvailable: true }, (lock) => lock && sendEach())
    : sendEach());
}

async function send(draft: Draft): Promise<Outcome> {
  const { id, waiting, link } = draft;
  if (!waiting) return { is: "waits", id };
  try {
    const keepKey = (key: string) => change(id, { key });
    const receipt = await sendApplication(waiting.submission, draft.key, keepKey);
    recordSubmission(receipt, waiting.unitName, link);
    await forgetDraft(id);
    return { is: "sent", id };
  } catch (error) {
    if (!(error instanceof ProblemError) || transientCodes.has(error.code)) return { is: "waits", id };
    const { code, errors } = error;
    await change(id, { waiting: null, refusal: { code, errors } });
    return { is: "refused", id };
  }
}

async function change(id: string, members: Partial<Draft>): Promise<void> {
  const draft = await findDraft(id);
  if (draft) await keepDraft({ ...draft, ...members }, draft.revision, true);
}
