import { contributionOf } from "#core/figures/contribution.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import type { Store } from "../store/store.ts";

/** Counts this version once in the figures of every unit on its path. False if it was already counted. */
export function aggregateInitiative(store: Store, initiative: Initiative): Promise<boolean> {
  return store.figures.aggregate(initiative, contributionOf(initiative));
}
