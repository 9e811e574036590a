import { messagesVi } from "#core/words/vi/index.ts";
import { addWords } from "./vietnamese.ts";

/** Registers core's Vietnamese texts. The home page does not load them. */
addWords(messagesVi);
