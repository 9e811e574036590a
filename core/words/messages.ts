import type { messagesVi } from "#core/words/vi/index.ts";

/** A key of the words; both languages have every one. */
export type MessageKey = keyof typeof messagesVi;

export type Messages = Readonly<Record<MessageKey, string>>;

/** The words of a message with its parameters in place; a number is written in the manner of the words' language, `locale`. */
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

/** Small whole numbers look alike in both languages, and a cheap phone takes 50 ms to get ready for the first other one. */
function writeNumber(value: number, locale: string): string {
  const alike = Number.isInteger(value) && value > -1000 && value < 1000;
  return alike ? String(value) : value.toLocaleString(locale);
}
