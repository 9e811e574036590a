import type { Messages } from "#core/words/messages.ts";
import { namesEn } from "./names.ts";
import { rulesEn } from "./rules.ts";

export const messagesEn: Messages = { ...rulesEn, ...namesEn };
