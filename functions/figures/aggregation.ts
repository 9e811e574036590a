import type { CountedVersion } from "#core/figures/contribution.ts";
import type { Store } from "../store/store.ts";

/** Counts a batch; where that fails, each version by itself in order, up to the first that fails. */
export async function aggregateInOrder(
  store: Store,
  versions: readonly CountedVersion[],
): Promise<{ counted: number; failed: { at: number; error: unknown } | null }> {
  try {
    return { counted: await store.figures.aggregate(versions), failed: null };
  } catch (error) {
    if (versions.length === 1) return { counted: 0, failed: { at: 0, error } };
  }
  let counted = 0;
  for (const [at, version] of versions.entries())
    try {
      counted += await store.figures.aggregate([version]);
    } catch (error) {
      return { counted, failed: { at, error } };
    }
  return { counted, failed: null };
}
