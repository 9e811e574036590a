import { mostChosenLines } from "#core/jobs/commendation-print.ts";

/** Maximum parts of a list of line numbers; the others are “…”. */
const mostParts = 12;

/** Writes “1 (Lê Văn Chín), 3, 5–9”, with the names that are known. */
export function writeLineNumbers(
  numbers: readonly number[],
  names: ReadonlyMap<number, string> = new Map(),
): string {
  const spans: [number, number][] = [];
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.[1] === n - 1 && !names.has(n) && !names.has(last[1])) last[1] = n;
    else spans.push([n, n]);
  }
  const parts = spans.slice(0, mostParts).map(([from, to]) => {
    const name = names.get(from);
    if (to > from) return `${from}–${to}`;
    return name === undefined ? String(from) : `${from} (${name})`;
  });
  return [...parts, ...(spans.length > mostParts ? ["…"] : [])].join(", ");
}

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
