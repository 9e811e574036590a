import type { Messages } from "#core/words/messages.ts";
import { namesEn } from "./names.ts";
import { rulesEn } from "./rules.ts";

/** What every rule, refusal and name says in English. */
export const messagesEn: Messages = { ...rulesEn, ...namesEn };
