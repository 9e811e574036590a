import { namesVi } from "./names.ts";
import { rulesVi } from "./rules.ts";

/** What every rule, refusal and name says in Vietnamese. Words of pages lie beside the pages. */
export const messagesVi = { ...rulesVi, ...namesVi } as const;
