import type { FieldError } from "#core/base/problems.ts";
import { fillMessage } from "#core/words/messages.ts";
import { useText } from "../../language.tsx";
import { staffEn } from "./en/index.ts";
import { type StaffWord, staffVi } from "./vi/index.ts";

const texts = { vi: staffVi, en: staffEn };

type Params = Record<string, string | number>;

/** Years and running numbers are formatted without separators. */
const names = new Set(["year", "before", "from", "to", "number"]);

/**
 * `w`: texts of the staff pages. `m`: texts of core, or of the staff pages for a key from the network. `e`: message of
 * a field error.
 */
export function useWords() {
  const { language, locale, find } = useText();
  const m = (key: string, params: Params = {}) => find(key, params) ?? findOwn(key, params) ?? key;
  const findOwn = (key: string, params: Params) =>
    key in texts[language()] ? fillMessage(texts[language()][key as StaffWord], params, locale()) : null;
  return {
    language,
    w: (key: StaffWord, params: Params = {}) => {
      const filled = Object.entries(params).map(([name, value]) => [
        name,
        names.has(name) ? String(value) : value,
      ]);
      return fillMessage(texts[language()][key], Object.fromEntries(filled), locale());
    },
    m,
    e: (error: FieldError & { detail?: string }) => error.detail ?? m(error.code, error.params),
  };
}
