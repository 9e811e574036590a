import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";

/* Flags for pages that do not load the form, shared between tabs. */

const countKey = "drafts";
const waitingKey = "drafts.waiting";

const read = (name: string): number => {
  try {
    return Number(localStorage.getItem(name) ?? 0);
  } catch {
    return 0;
  }
};

const [count, setCount] = createSignal(read(countKey));
const [waiting, setWaiting] = createSignal(read(waitingKey));
const [sent, setSent] = createSignal(false);

if (!isServer)
  globalThis.addEventListener?.("storage", ({ key }) => {
    setCount(read(countKey));
    setWaiting(read(waitingKey));
    if (key === "receipt") setSent(true);
  });

export function markDrafts(drafts: number, waitingDrafts: number): void {
  mark(countKey, drafts);
  mark(waitingKey, waitingDrafts);
  setCount(read(countKey));
  setWaiting(read(waitingKey));
  if (waitingDrafts > 0) setSent(false);
}

function mark(name: string, count: number): void {
  try {
    if (count > 0) localStorage.setItem(name, String(count));
    else localStorage.removeItem(name);
  } catch {
    // Without storage there are no drafts to mark.
  }
}

export const markSent = (): void => void setSent(true);

export const countDrafts = count;

export const hasDrafts = (): boolean => count() > 0;

export const hasWaiting = (): boolean => waiting() > 0;

export const hasSent = sent;
