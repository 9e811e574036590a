import { messagesVi } from "#core/words/vi/index.ts";
import { addWords } from "./vietnamese.ts";

/** The Vietnamese words of core: rules, refusals and names. The first page does without. */
addWords(messagesVi);
