import { authorsVi } from "./authors.ts";
import { namesVi } from "./names.ts";
import { rulesVi } from "./rules.ts";

/** Words that public and staff pages share. Other word files are imported separately, to keep the public form small. */
export const messagesVi = { ...rulesVi, ...namesVi, ...authorsVi } as const;
