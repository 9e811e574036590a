import type { Receipt } from "../../../functions/core/submission.ts";

const keptAs = "receipt";

/** Keeps the receipt of what was sent last, for a reload of the page that shows it. */
export function keepReceipt(receipt: Receipt): void {
  try {
    localStorage.setItem(keptAs, JSON.stringify(receipt));
  } catch {
    // The page still shows it; only a reload would not.
  }
}

/** The receipt of what was sent last from this device, or null. */
export function readReceipt(): Receipt | null {
  try {
    return JSON.parse(localStorage.getItem(keptAs) ?? "null") as Receipt | null;
  } catch {
    return null;
  }
}
