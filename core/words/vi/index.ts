import { namesVi } from "./names.ts";
import { rulesVi } from "./rules.ts";

/** Words that every page needs. Other files of this folder are imported where used, to keep the public form small. */
export const messagesVi = { ...rulesVi, ...namesVi } as const;
