import type { Figure } from "#core/figures/figure.ts";
import { formatNumber, nameMeasure } from "./wording.ts";

type Compared = Pick<Figure, "value" | "qualifier" | "measure">;

/**
 * "tăng 1 sáng kiến, 5,0%", "bằng". Empty if a value is unknown, inexact or of another measure. No percentage from
 * zero.
 */
export function sayChange(now: Compared, before: Compared): string {
  if (now.value === null || before.value === null || now.measure !== before.measure) return "";
  if (now.qualifier !== null || before.qualifier !== null) return "";
  const change = now.value - before.value;
  const amount = formatNumber(Math.abs(change));
  if (amount === "0") return "bằng";
  const tenths = before.value === 0 ? 0 : Math.round((Math.abs(change) / before.value) * 1_000);
  // Always one decimal; 0,0% is left out.
  const share = tenths === 0 ? "" : `, ${formatNumber(Math.floor(tenths / 10))},${tenths % 10}%`;
  return `${change > 0 ? "tăng" : "giảm"} ${amount} ${nameMeasure(now.measure)}${share}`;
}
