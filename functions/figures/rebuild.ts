import type { CountedVersion } from "#core/figures/contribution.ts";
import type { Store } from "../store/store.ts";
import { readCountedItem } from "../store/stream-image.ts";
import { aggregateInOrder } from "./aggregation.ts";

interface Reconciling {
  signal?: AbortSignal;
  /** Called after each page with its size, to slow the work down. */
  pace?: (count: number) => Promise<void>;
}

const countedAtOnce = 100;

/**
 * Counts every record whose current version is missing from the figures. Returns the number counted. Throws
 * the first error at the end.
 */
export async function reconcileFigures(store: Store, { signal, pace }: Reconciling = {}): Promise<number> {
  let counted = 0;
  const faults: unknown[] = [];
  const aggregate = async (versions: readonly CountedVersion[]) => {
    for (let rest = versions; rest.length > 0; ) {
      const { counted: more, failed } = await aggregateInOrder(store, rest);
      counted += more;
      if (failed) faults.push(failed.error);
      rest = failed ? rest.slice(failed.at + 1) : [];
    }
  };
  for await (const page of store.figures.countedRecords(readCountedItem)) {
    const missing = await store.figures.uncounted(page);
    for (let at = 0; at < missing.length; at += countedAtOnce) {
      signal?.throwIfAborted();
      await aggregate(missing.slice(at, at + countedAtOnce));
    }
    await pace?.(page.length);
    signal?.throwIfAborted();
  }
  if (faults.length > 0) throw faults[0];
  return counted;
}

/** The stream must be stopped meanwhile. */
export async function rebuildFigures(store: Store): Promise<number> {
  await store.figures.clearCounted();
  return reconcileFigures(store);
}
