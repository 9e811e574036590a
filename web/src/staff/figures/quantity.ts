import type { DeclaredFigure } from "#core/figures/figure.ts";
import { formatNumber } from "../parts/numbers.ts";
import type { useWords } from "../words/words.ts";

type Words = ReturnType<typeof useWords>;

/** Value with qualifier, e.g. "hơn 105". */
export function formatValue(
  { value, qualifier }: Pick<DeclaredFigure, "value" | "qualifier">,
  { w, m, language }: Words,
): string {
  if (value === null) return w("declared.unknown");
  const number = formatNumber(value, language(), 4);
  return qualifier ? `${m(`qualifier.${qualifier}`)} ${number}` : number;
}

/** Value with measure, to begin a sentence: "Hơn 105 tỷ đồng". */
export function formatQuantity(
  figure: Pick<DeclaredFigure, "value" | "qualifier" | "measure">,
  words: Words,
): string {
  const text = `${formatValue(figure, words)} ${figure.value === null ? "" : figure.measure}`.trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
