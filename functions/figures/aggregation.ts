import type { CountedVersion } from "#core/figures/contribution.ts";
import type { Store } from "../store/store.ts";

interface Outcome {
  counted: number;
  /** First faulty version. */
  failed: { at: number; error: unknown } | null;
}

/**
 * Counts a batch. If a batch fails, counts its halves in order, so that all versions before a faulty one are
 * counted.
 */
export async function aggregateInOrder(store: Store, versions: readonly CountedVersion[]): Promise<Outcome> {
  try {
    return { counted: await store.figures.aggregate(versions), failed: null };
  } catch (error) {
    if (versions.length === 1) return { counted: 0, failed: { at: 0, error } };
  }
  const half = Math.ceil(versions.length / 2);
  const first = await aggregateInOrder(store, versions.slice(0, half));
  if (first.failed) return first;
  const { counted, failed } = await aggregateInOrder(store, versions.slice(half));
  return {
    counted: first.counted + counted,
    failed: failed && { at: half + failed.at, error: failed.error },
  };
}
