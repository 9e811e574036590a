import type { Messages } from "./messages.ts";
import { namesEn } from "./names-en.ts";
import { rulesEn } from "./rules-en.ts";

/** What every rule, refusal and name says in English. */
export const messagesEn: Messages = { ...rulesEn, ...namesEn };
