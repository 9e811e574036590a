import type { Receipt } from "../../../functions/core/submission.ts";

/** A receipt with the name of the unit, which the page would else have to ask for. */
export type KeptReceipt = Receipt & { unitName: string };

const keptAs = "receipt";

/** Keeps the receipt of what was sent last, for a reload of the page that shows it. */
export function keepReceipt(receipt: KeptReceipt): void {
  try {
    localStorage.setItem(keptAs, JSON.stringify(receipt));
  } catch {
    // The page still shows it; only a reload would not.
  }
}

/** The receipt of what was sent last from this device, or null. */
export function readReceipt(): KeptReceipt | null {
  try {
    return JSON.parse(localStorage.getItem(keptAs) ?? "null") as KeptReceipt | null;
  } catch {
    return null;
  }
}
