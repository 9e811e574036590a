import { createSignal } from "solid-js";
import { fillMessage } from "#core/words/messages.ts";
import type { Words } from "./words/vi.ts";
import { vietnamese } from "./words/vietnamese.ts";

/** Each page includes its Vietnamese texts; other languages are loaded as one file. */
const languages = {
  vi: { name: "Tiếng Việt", locale: "vi-VN", load: async (): Promise<Partial<Words>> => vietnamese },
  en: { name: "English", locale: "en", load: async () => (await import("./words/en.ts")).en },
};

export type Language = keyof typeof languages;
export type Word = keyof Words;
export type Text = ReturnType<typeof useText>;

const storageKey = "language";
const [language, setLanguageSignal] = createSignal<Language>("vi");
let words: Partial<Words> = vietnamese;

const isLanguage = (code: string | null): code is Language => code !== null && Object.hasOwn(languages, code);

export async function startLanguage(): Promise<void> {
  const chosen = readChoice();
  if (isLanguage(chosen) && chosen !== language()) await setLanguage(chosen);
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export async function setLanguage(wanted: Language): Promise<void> {
  words = await languages[wanted].load();
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(storageKey, wanted);
  } catch {
    // Without storage the choice is lost when the page closes.
  }
  setLanguageSignal(wanted);
}

export function listOtherLanguages(): { code: Language; name: string }[] {
  const codes = Object.keys(languages) as Language[];
  return codes.filter((code) => code !== language()).map((code) => ({ code, name: languages[code].name }));
}

export function useText() {
  const locale = () => languages[language()].locale;
  return {
    language,
    locale,
    t: (key: Word, params: Record<string, string | number> = {}) =>
      fillMessage(words[key] ?? key, params, locale()),
    /** Like `t`, for a key from the network; returns null for an unknown key. */
    find: (key: string, params: Record<string, string | number> = {}) =>
      key in words ? fillMessage(words[key as Word] ?? key, params, locale()) : null,
  };
}
