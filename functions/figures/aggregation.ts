import { contributionOf } from "#core/figures/contribution.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import type { Store } from "../store/store.ts";

/**
 * Counts this version in the figures of every unit on its path, once; false where it was counted before.
 */
export function aggregateInitiative(store: Store, initiative: Initiative): Promise<boolean> {
  return store.figures.aggregate(initiative, contributionOf(initiative));
}
