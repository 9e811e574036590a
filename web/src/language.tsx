import { createSignal } from "solid-js";
import { fillMessage } from "#core/words/messages.ts";
import { pagesVi } from "./text/pages-vi.ts";
import type { Words } from "./text/vi.ts";

export type Language = "vi" | "en";
export type Word = keyof Words;

const keptAs = "language";
const [language, setLanguageSignal] = createSignal<Language>("vi");
/** The Vietnamese words of the pages that have been fetched; each adds its own. */
const vi: Partial<Words> = { ...pagesVi };
let words: Partial<Words> = vi;

/** Adds the Vietnamese words of a page that is fetched apart. English comes whole, to whoever asks for it. */
export function addWords(more: Partial<Words>): void {
  Object.assign(vi, more);
}

/** Loads the language this device chose before; Vietnamese is there from the start. */
export async function startLanguage(): Promise<void> {
  if (readChoice() === "en") await setLanguage("en");
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(keptAs);
  } catch {
    return null;
  }
}

/** Changes the language of the page. English is fetched when it is first asked for. */
export async function setLanguage(wanted: Language): Promise<void> {
  words = wanted === "en" ? (await import("./text/en.ts")).en : vi;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(keptAs, wanted);
  } catch {
    // A browser without storage forgets the choice, and nothing else.
  }
  setLanguageSignal(wanted);
}

/** The words of the page: `t` gives a text with its parameters in place. The page is drawn anew when the language changes. */
export function useText() {
  const locale = () => (language() === "en" ? "en" : "vi-VN");
  return {
    language,
    locale,
    t: (key: Word, params: Record<string, string | number> = {}) =>
      fillMessage(words[key] ?? key, params, locale()),
    /** The same for a key that came over the network; null where there are no words for it. */
    find: (key: string, params: Record<string, string | number> = {}) =>
      key in words ? fillMessage(words[key as Word] ?? key, params, locale()) : null,
  };
}
