import type { Store } from "../store/store.ts";
import { foldInitiative } from "./fold.ts";

/** Folds every initiative that the figures do not know yet in its present version. May run at any time, as often as one likes. Returns how many were missing. */
export async function reconcileFigures(store: Store): Promise<number> {
  let folded = 0;
  for await (const initiative of store.initiatives.all())
    if (await foldInitiative(store, initiative)) folded++;
  return folded;
}

/** Counts everything anew from the records, as after a change of the rules of counting. The stream must be at rest meanwhile. */
export async function rebuildFigures(store: Store): Promise<number> {
  await store.figures.clearCounted();
  return reconcileFigures(store);
}
