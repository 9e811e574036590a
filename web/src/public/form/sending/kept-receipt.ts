import type { Receipt } from "#core/initiatives/submission.ts";
import { markSent } from "../drafts/flags.ts";

export type KeptReceipt = Receipt & { unitName: string };

const storageKey = "receipt";

/** Lost on reload. */
let unstored: KeptReceipt | null = null;

/** False if a reload loses it. */
export function keepReceipt(receipt: KeptReceipt): boolean {
  unstored = receipt;
  try {
    localStorage.setItem(storageKey, JSON.stringify(receipt));
    unstored = null;
  } catch {
    // Shown from memory.
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
