import { isDay } from "../../../functions/core/text.ts";

export type Language = "vi" | "en";

const locales = { vi: "vi-VN", en: "en-GB" } as const;

/** A number as its language writes it: 1.234,5 in Vietnamese. */
export function formatNumber(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value);
}

/** A share of one as per cent with one decimal: 45,7%. */
export function formatPercent(value: number, language: Language): string {
  return `${new Intl.NumberFormat(locales[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value * 100)}%`;
}

/** A difference with its sign, the minus as long as the plus: +1, −2, ±0. */
export function formatDifference(value: number, language: Language, digits = 1): string {
  const size = formatNumber(Math.abs(value), language, digits);
  if (value === 0) return `±${size}`;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** A day as it is read aloud and typed: 25/12/2026. A year alone stays as it is. */
export function formatDay(day: string): string {
  const [year = "", month, date] = day.split("-");
  return month && date ? `${date}/${month}/${year}` : year;
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** An instant (ISO 8601) in Vietnam: 25/12/2026 14:05. */
export function formatInstant(instant: string): string {
  return clock.format(new Date(instant)).replace(", ", " ");
}

/** The day, YYYY-MM-DD, that was typed as 25/12/2026, 5-3-2026 or 05.03.2026; what is no day comes back as it was typed. */
export function readDay(typed: string): string {
  const text = typed.trim();
  const parts =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return text;
  const [, date = "", month = "", year = ""] = parts;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : text;
}
