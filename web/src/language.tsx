import { createSignal } from "solid-js";
import { fillMessage } from "../../functions/core/messages.ts";
import { vi, type Words } from "./text/vi.ts";

export type Language = "vi" | "en";
export type Word = keyof Words;

const keptAs = "language";
const [language, setLanguageSignal] = createSignal<Language>("vi");
let words: Words = vi;

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
    t: (key: Word, params: Record<string, string | number> = {}) => fillMessage(words[key], params, locale()),
    /** The same for a key that came over the network; null where there are no words for it. */
    find: (key: string, params: Record<string, string | number> = {}) =>
      key in words ? fillMessage(words[key as Word], params, locale()) : null,
  };
}
