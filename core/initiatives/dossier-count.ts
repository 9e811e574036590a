import type { Initiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { currentRecognitions } from "./recognition.ts";

/**
 * What dossiers are counted as, one definition for figures, lists and exports. `all` are those of every state, `recognised` those of
 * which any recognition stands, wherever the dossier is now.
 */
export const dossierCounts = ["all", "registered", "open", "recognised", "overdue"] as const;
export type DossierCount = (typeof dossierCounts)[number];

/** What decides what a dossier counts as; `dueOn` is null where nobody has to act. */
export type Countable = Pick<Initiative, "state" | "recognitions"> & { dueOn: string | null };

/** True where a term has passed on `today` (both YYYY-MM-DD): the day itself is in time. */
export const isOverdue = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today;

const rules: Record<DossierCount, (dossier: Countable, today: string) => boolean> = {
  all: () => true,
  registered: ({ state }) => state !== "withdrawn",
  open: ({ state }) => openStates.includes(state),
  recognised: ({ recognitions }) => currentRecognitions(recognitions).length > 0,
  overdue: ({ dueOn }, today) => isOverdue(dueOn, today),
};

/** True where a dossier counts as this on `today` (YYYY-MM-DD). */
export const countsAs = (dossier: Countable, count: DossierCount, today: string): boolean =>
  rules[count](dossier, today);
