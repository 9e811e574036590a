import type { Initiative } from "./initiative.ts";
import { openStates } from "./lifecycle.ts";
import { currentRecognitions } from "./recognition.ts";

export const dossierCounts = ["all", "registered", "open", "recognised", "overdue"] as const;
export type DossierCount = (typeof dossierCounts)[number];

/** `dueOn` is null if no action is due. */
export type Countable = Pick<Initiative, "state" | "recognitions"> & { dueOn: string | null };

export const isOverdue = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today;

const rules: Record<DossierCount, (dossier: Countable, today: string) => boolean> = {
  all: () => true,
  registered: ({ state }) => state !== "withdrawn",
  open: ({ state }) => openStates.includes(state),
  recognised: ({ recognitions }) => currentRecognitions(recognitions).length > 0,
  overdue: ({ dueOn }, today) => isOverdue(dueOn, today),
};

export const countsAs = (dossier: Countable, count: DossierCount, today: string): boolean =>
  rules[count](dossier, today);
