import { authorsVi } from "./authors.ts";
import { namesVi } from "./names.ts";
import { rulesVi } from "./rules.ts";

/** Words that every page needs. Pages import other files of this folder directly, to keep the public form small. */
export const messagesVi = { ...rulesVi, ...namesVi, ...authorsVi } as const;
