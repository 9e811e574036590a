import { authorsVi } from "./authors.ts";
import { namesVi } from "./names.ts";
import { rulesVi } from "./rules.ts";

/** Words of every page. Pages import other files directly, to keep the public form small. */
export const messagesVi = { ...rulesVi, ...namesVi, ...authorsVi } as const;
