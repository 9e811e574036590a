import { namesVi } from "./names.ts";
import { rulesVi } from "./rules.ts";

/** What every rule, refusal and name says in Vietnamese. Words of the pages themselves are in web/src/text. */
export const messagesVi = { ...rulesVi, ...namesVi } as const;
