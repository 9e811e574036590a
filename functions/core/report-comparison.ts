import type { Figure } from "./figure.ts";
import { formatNumber, nameMeasure } from "./report-wording.ts";

type Compared = Pick<Figure, "value" | "qualifier" | "measure">;

/**
 * A year beside the one before it, as an officer writes it: "tăng 1 sáng kiến, 5,0%", "bằng". Empty where either is unknown or not exact, or where
 * they do not measure the same; from nothing there is no percentage.
 */
export function sayChange(now: Compared, before: Compared): string {
  if (now.value === null || before.value === null || now.measure !== before.measure) return "";
  if (now.qualifier !== null || before.qualifier !== null) return "";
  const change = now.value - before.value;
  if (change === 0) return "bằng";
  const amount = `${formatNumber(Math.abs(change))} ${nameMeasure(now.measure)}`;
  const share = before.value === 0 ? "" : `, ${formatShare(Math.abs(change) / before.value)}`;
  return `${change > 0 ? "tăng" : "giảm"} ${amount}${share}`;
}

/** To one decimal, which stays even where it is zero: 5,0%. */
function formatShare(share: number): string {
  const tenths = Math.round(share * 1_000);
  return `${formatNumber(Math.floor(tenths / 10))},${tenths % 10}%`;
}
