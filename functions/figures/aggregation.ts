import { contributionOf } from "#core/figures/contribution.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import type { Store } from "../store/store.ts";

/** Counts this version of an initiative in the figures of every unit on its path, exactly once; false where it was counted already. */
export function aggregateInitiative(store: Store, initiative: Initiative): Promise<boolean> {
  return store.figures.aggregate(initiative, contributionOf(initiative));
}
