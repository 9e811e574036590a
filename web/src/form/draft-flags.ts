/*
 * What other pages ask of the drafts before anything of the form is loaded: small marks beside the drafts themselves. Where they are wrong
 * (a browser that forgets one and not the other), a link is missing or leads to an empty form; nothing is lost.
 */

/** How many drafts this device keeps, besides those that wait. */
const countKept = "drafts";
/** Set while a submission waits for a network. */
const waitingKept = "drafts.waiting";

/** Marks what there is on this device. */
export function markDrafts(count: number, waiting: number): void {
  mark(countKept, count);
  mark(waitingKept, waiting);
}

function mark(name: string, count: number): void {
  try {
    if (count > 0) localStorage.setItem(name, String(count));
    else localStorage.removeItem(name);
  } catch {
    // Without storage there are no drafts either.
  }
}

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

/** How many forms were begun on this device and not sent, as far as the mark knows. */
export function countDrafts(): number {
  return Number(read(countKept) ?? 0);
}

/** True where a form was begun on this device and not sent. */
export function hasDrafts(): boolean {
  return countDrafts() > 0;
}

/** True where a submission waits for a network. */
export function hasWaiting(): boolean {
  return read(waitingKept) !== null;
}
