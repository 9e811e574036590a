import type { Initiative } from "#core/initiatives/initiative.ts";
import type { Store } from "../store/store.ts";
import { aggregateInitiative } from "./aggregation.ts";

interface Reconciling {
  signal?: AbortSignal;
  /** Called after each page with its size, to slow the work down. */
  pace?: (count: number) => Promise<void>;
}

/**
 * Counts every initiative whose current version is missing from the figures. Returns the number counted.
 * Throws the first error at the end.
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

/** Recounts all figures from the records. The stream must be stopped meanwhile. */
export async function rebuildFigures(store: Store): Promise<number> {
  await store.figures.clearCounted();
  return reconcileFigures(store);
}
