import { formatNumber, padNumber } from "#core/base/format-vi.ts";
import type { Figure } from "./figure.ts";

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
 * Finds qualifier, number and measure in a sentence, such as "hơn 105 tỷ đồng". A measure with "/" also matches by one
 * of its parts. Skips spans in `taken`.
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
        if (isFree && isWhole) return { from, to };
      }
    }
  return null;
}

function measuresOf(measure: string): string[] {
  const whole = measure.normalize("NFC").toLowerCase();
  const parts = whole.split("/").map((part) => part.trim());
  return [...new Set([whole, parts.join(", "), parts.join(" và "), ...parts])].filter(Boolean);
}

/** True if neighbouring characters form one word or number: 1.234, 5,6, sáng. */
function isJoined(before: string, after: string): boolean {
  if (/[\d.,]/.test(before) && /\d/.test(after)) return true;
  return /[\p{L}\p{M}]/u.test(before) && /[\p{L}\p{M}]/u.test(after);
}
