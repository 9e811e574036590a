import type { Language } from "../../language.tsx";

const locales = { vi: "vi-VN", en: "en-GB" } as const;

/** Formats a number, e.g. 1.234,5 in Vietnamese. */
export function formatNumber(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value);
}

/** Ratio as a percentage with one decimal: 45,7%. */
export function formatPercent(value: number, language: Language): string {
  return `${new Intl.NumberFormat(locales[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value * 100)}%`;
}

/** Signed difference with the minus character U+2212: +1, −2, ±0. */
export function formatDifference(value: number, language: Language, digits = 1): string {
  const size = formatNumber(Math.abs(value), language, digits);
  if (value === 0) return `±${size}`;
  return `${value < 0 ? "−" : "+"}${size}`;
}
