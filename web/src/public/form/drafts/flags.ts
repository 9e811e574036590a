import { createSignal } from "solid-js";
import { isServer } from "solid-js/web";

/*
 * What other pages ask of the drafts before anything of the form is loaded: small marks beside the drafts themselves, followed like signals
 * whichever tab sets them. Where they are wrong (a browser that forgets one and not the other), a link is missing or leads to an empty form.
 */

/** How many drafts this device keeps, besides those that wait. */
const countKept = "drafts";
/** Set while a submission waits for a network. */
const waitingKept = "drafts.waiting";

const read = (name: string): number => {
  try {
    return Number(localStorage.getItem(name) ?? 0);
  } catch {
    return 0;
  }
};

const [count, setCount] = createSignal(read(countKept));
const [waiting, setWaiting] = createSignal(read(waitingKept));
/** A receipt came while this page was open. */
const [sent, setSent] = createSignal(false);

if (!isServer)
  globalThis.addEventListener?.("storage", ({ key }) => {
    setCount(read(countKept));
    setWaiting(read(waitingKept));
    if (key === "receipt") setSent(true);
  });

/** Marks what there is on this device. */
export function markDrafts(drafts: number, waitingDrafts: number): void {
  mark(countKept, drafts);
  mark(waitingKept, waitingDrafts);
  setCount(read(countKept));
  setWaiting(read(waitingKept));
  if (waitingDrafts > 0) setSent(false);
}

function mark(name: string, count: number): void {
  try {
    if (count > 0) localStorage.setItem(name, String(count));
    else localStorage.removeItem(name);
  } catch {
    // Without storage there are no drafts either.
  }
}

/** A receipt has come: what waited was sent. */
export const markSent = (): void => void setSent(true);

/** How many forms were begun on this device and not sent, as far as the mark knows. */
export const countDrafts = count;

/** True where a form was begun on this device and not sent. */
export const hasDrafts = (): boolean => count() > 0;

/** True where a submission waits for a network. */
export const hasWaiting = (): boolean => waiting() > 0;

/** True once something was sent while this page was open. */
export const hasSent = sent;
