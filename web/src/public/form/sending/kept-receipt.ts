import type { Receipt } from "#core/initiatives/submission.ts";
import { markSent } from "../drafts/flags.ts";

export type KeptReceipt = Receipt & { unitName: string };

const storageKey = "receipt";

/** Receipt that the browser refused to store; lost on reload. */
let unstored: KeptReceipt | null = null;

/** Returns false if a reload loses the receipt. */
export function keepReceipt(receipt: KeptReceipt): boolean {
  unstored = receipt;
  try {
    localStorage.setItem(storageKey, JSON.stringify(receipt));
    unstored = null;
  } catch {
    // The receipt stays in memory.
  }
  markSent();
  return unstored === null;
}

export function readReceipt(): KeptReceipt | null {
  if (unstored) return unstored;
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "null") as KeptReceipt | null;
  } catch {
    return null;
  }
}

export const isReceiptStored = (): boolean => unstored === null;
