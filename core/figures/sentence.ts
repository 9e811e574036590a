import { formatNumber, padNumber } from "#core/base/format-vi.ts";
import type { Figure } from "./figure.ts";
import { alternativesIn } from "./measure.ts";

export const qualifierWords = { moreThan: "hơn", nearly: "gần", about: "khoảng", over: "trên" } as const;

type Stated = Pick<Figure, "value" | "qualifier" | "measure">;

/** Words that a figure's sentence must contain: "hơn 105 tỷ đồng". */
export function sayQuantity({ value, qualifier, measure }: Stated): string {
  if (value === null) return "chưa có số liệu";
  return `${qualifier ? `${qualifierWords[qualifier]} ` : ""}${formatNumber(value)}${withBlank(measure)}`;
}

/** Percentages follow their number without a blank. */
const withBlank = (measure: string) => (measure === "%" ? measure : ` ${measure}`);

export interface Span {
  from: number;
  to: number;
}

/**
 * Finds qualifier, number and measure in a sentence, such as "hơn 105 tỷ đồng". Alternatives of a measure also match
 * alone. A number with another qualifier, in a range or in a ratio does not match. Skips spans in `taken`.
 */
export function findStatement(
  sentence: string,
  { value, qualifier, measure }: Stated,
  taken: readonly Span[] = [],
): Span | null {
  if (value === null) return null;
  const text = sentence.normalize("NFC").toLowerCase();
  const number = formatNumber(value);
  const word = qualifier ? `${qualifierWords[qualifier]} ` : "";
  for (const written of new Set([number, padNumber(number)]))
    for (const name of measuresOf(measure)) {
      const wanted = `${word}${written}${withBlank(name)}`;
      for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
        const to = from + wanted.length;
        const isFree = taken.every((span) => to <= span.from || span.to <= from);
        const isWhole =
          !isJoined(text.charAt(from - 1), text.charAt(from)) &&
          !isJoined(text.charAt(to - 1), text.charAt(to));
        if (isFree && isWhole && !isOtherwise(text, { from, to }, measure)) return { from, to };
      }
    }
  return null;
}

/** Words that change the number after them: "hơn 105 tỷ đồng" does not state 105 tỷ đồng. */
const bounds = [
  ...Object.values(qualifierWords),
  "dưới",
  "chừng",
  "ngót",
  "xấp xỉ",
  "ít nhất",
  "nhiều nhất",
  "tối thiểu",
  "tối đa",
  "không quá",
];

function isOtherwise(text: string, { from, to }: Span, measure: string): boolean {
  const before = text.slice(Math.max(0, from - 20), from).trimEnd();
  const isBound = bounds.some(
    (word) => before.endsWith(word) && !/[\p{L}\p{M}]/u.test(before.charAt(before.length - word.length - 1)),
  );
  // The number is part of a share or a range: 20/48, 40–48.
  if (isBound || before.endsWith("/") || /\d[–-]$/.test(before)) return true;
  const after = text.slice(to).trimStart();
  if (after.startsWith("mỗi ") || after.startsWith("trên mỗi ")) return true;
  return (
    after.startsWith("/") && !measuresOf(measure).some((name) => after.slice(1).trimStart().startsWith(name))
  );
}

function measuresOf(measure: string): string[] {
  const whole = measure.normalize("NFC").toLowerCase();
  const parts = alternativesIn(whole);
  return [...new Set([whole, parts.join(", "), parts.join(" và "), ...parts])].filter(Boolean);
}

/** True if neighbouring characters form one word or number: 1.234, 5,6, sáng. */
function isJoined(before: string, after: string): boolean {
  if (/[\d.,]/.test(before) && /\d/.test(after)) return true;
  return /[\p{L}\p{M}]/u.test(before) && /[\p{L}\p{M}]/u.test(after);
}
