import type { messagesVi } from "./messages-vi.ts";

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
    return value === undefined ? whole : typeof value === "number" ? value.toLocaleString(locale) : value;
  });
}
