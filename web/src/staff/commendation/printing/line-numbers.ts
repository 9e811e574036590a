import { mostChosenLines } from "#core/jobs/commendation-print.ts";

/** Reads “1, 3, 5–9” in ascending order; null if invalid, empty or too many. */
export function readLineNumbers(text: string): number[] | null {
  const found = new Set<number>();
  const parts = text.replace(/\s{0,8}[-–]\s{0,8}/g, "-").split(/[\s,;]/);
  for (const part of parts.filter(Boolean)) {
    const [, first, last] = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/.exec(part) ?? [];
    if (first === undefined) return null;
    const [from, to] = [Number(first), Number(last ?? first)];
    if (to < from || to - from >= mostChosenLines) return null;
    for (let n = from; n <= to; n++) found.add(n);
    if (found.size > mostChosenLines) return null;
  }
  return found.size === 0 ? null : [...found].sort((a, b) => a - b);
}
