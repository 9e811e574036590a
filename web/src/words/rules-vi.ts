import { messagesVi } from "#core/words/vi/index.ts";
import { addWords } from "./vietnamese.ts";

/** Vietnamese words of core. The home page does without them. */
addWords(messagesVi);
