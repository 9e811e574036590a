import type { messagesVi } from "#core/words/vi/index.ts";

export type MessageKey = keyof typeof messagesVi;

export type Messages = Readonly<Record<MessageKey, string>>;

export function fillMessage(
  template: string,
  params: Record<string, string | number>,
  locale = "vi-VN",
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === "number" ? writeNumber(value, locale) : value;
  });
}

/** Small integers avoid `toLocaleString`, whose first call takes 50 ms on a phone. */
function writeNumber(value: number, locale: string): string {
  const alike = Number.isInteger(value) && value > -1000 && value < 1000;
  return alike ? String(value) : value.toLocaleString(locale);
}
