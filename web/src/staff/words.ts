import { fillMessage, type MessageKey } from "../../../functions/core/messages.ts";
import { messagesEn } from "../../../functions/core/messages-en.ts";
import { messagesVi } from "../../../functions/core/messages-vi.ts";
import type { FieldError } from "../../../functions/core/problems.ts";
import type { Language } from "./figures-text.ts";
import { staffTextEn } from "./text-en.ts";
import { type StaffWord, staffTextVi } from "./text-vi.ts";

type Params = Record<string, string | number>;

/** The words of the staff pages in the language of the page: `w` their own, `m` the common names of core, `e` of a field at fault. */
export function useWords() {
  const language = (): Language => (document.documentElement.lang === "en" ? "en" : "vi");
  const own = () => (language() === "en" ? staffTextEn : staffTextVi);
  const common = () => (language() === "en" ? messagesEn : messagesVi);
  const m = (key: string, params: Params = {}) => fillMessage(common()[key as MessageKey] ?? key, params);
  return {
    language,
    w: (key: StaffWord, params: Params = {}) => fillMessage(own()[key], params),
    m,
    e: (error: FieldError & { detail?: string }) => error.detail ?? m(error.code, error.params),
  };
}
