import type { Receipt } from "#core/initiatives/submission.ts";
import { markSent } from "../drafts/flags.ts";

/** A receipt with the name of the unit, which the page would else have to ask for. */
export type KeptReceipt = Receipt & { unitName: string };

const storageKey = "receipt";

/** The latest receipt of this page that the browser would not store: shown from here, and lost with the page. */
let unstored: KeptReceipt | null = null;

/** Keeps the receipt of what was sent last, for the page that shows it. False where the browser stores nothing, so that a reload loses it. */
export function keepReceipt(receipt: KeptReceipt): boolean {
  unstored = receipt;
  try {
    localStorage.setItem(storageKey, JSON.stringify(receipt));
    unstored = null;
  } catch {
    // It is shown from memory.
  }
  markSent();
  return unstored === null;
}

/** The receipt of what was sent last from this device, or null. */
export function readReceipt(): KeptReceipt | null {
  if (unstored) return unstored;
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "null") as KeptReceipt | null;
  } catch {
    return null;
  }
}

/** Whether a reload would still show the latest receipt. */
export const isReceiptStored = (): boolean => unstored === null;
