import type { Messages } from "#core/words/messages.ts";
import { authorsEn } from "./authors.ts";
import { namesEn } from "./names.ts";
import { rulesEn } from "./rules.ts";

export const messagesEn: Messages = { ...rulesEn, ...namesEn, ...authorsEn };
