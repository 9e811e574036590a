import type { Initiative } from "#core/initiatives/initiative.ts";
import type { Store } from "../store/store.ts";
import { aggregateInitiative } from "./aggregation.ts";

interface Reconciling {
  /** Ends it between two initiatives. */
  signal?: AbortSignal;
  /** Holds it back: called after each portion with how many initiatives that was. */
  pace?: (count: number) => Promise<void>;
}

/**
 * Counts every initiative that the figures do not know yet in its present version. May run at any time, as often as one likes. Returns how many were missing.
 * One that cannot be counted does not hold back the others: its error is thrown when they are done.
 */
export async function reconcileFigures(store: Store, { signal, pace }: Reconciling = {}): Promise<number> {
  let counted = 0;
  const faults: unknown[] = [];
  const aggregate = async (initiative: Initiative) => {
    try {
      if (await aggregateInitiative(store, initiative)) counted++;
    } catch (error) {
      faults.push(error);
    }
  };
  for await (const page of store.initiatives.allPages()) {
    const versions = await store.figures.countedVersions(page.map(({ id }) => id));
    for (const initiative of page) {
      signal?.throwIfAborted();
      if ((versions.get(initiative.id) ?? 0) < initiative.version) await aggregate(initiative);
    }
    await pace?.(page.length);
    signal?.throwIfAborted();
  }
  if (faults.length > 0) throw faults[0];
  return counted;
}

/** Counts everything anew from the records, as after a change of the rules of counting. The stream must be at rest meanwhile. */
export async function rebuildFigures(store: Store): Promise<number> {
  await store.figures.clearCounted();
  return reconcileFigures(store);
}
