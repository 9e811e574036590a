import { join } from "node:path";
import type { Store } from "../functions/store/store.ts";
import type { Extent } from "./demo/directory.ts";
import type { DossierSource } from "./demo/fill.ts";
import { readKept, writeKept } from "./kept-file.ts";

/** What the first start has loaded, as it lies in the data folder. */
interface FirstStart {
  loaded: "dien-khanh" | null;
  /** What the dossiers of the demonstration are made from while they are still to come. */
  dossiers: DossierSource | null;
}

const fileIn = (dataDir: string) => join(dataDir, "first-start.json");

/**
 * Loads the example into a data folder that has not been started before, or, with `empty`, notes that it shall stay empty. A start that was
 * killed in the midst of it loads it again. Returns what the demonstration's dossiers are made from where they are still to come, else null.
 */
export async function loadOnFirstStart(given: {
  dataDir: string;
  store: Store;
  empty: boolean;
  clock?: () => string;
  extent?: Extent;
}): Promise<DossierSource | null> {
  const { dataDir, store, empty, clock, extent } = given;
  const kept = await readKept<FirstStart>(fileIn(dataDir));
  if (kept) return kept.dossiers;
  let dossiers: DossierSource | null = null;
  if (!empty) {
    // The import is needed this once.
    const { loadExample } = await import("./example.ts");
    dossiers = await loadExample(store, clock?.(), extent);
  }
  const first: FirstStart = { loaded: empty ? null : "dien-khanh", dossiers };
  await writeKept(fileIn(dataDir), first);
  return dossiers;
}

/** Notes that the demonstration's dossiers are all there. */
export async function noteDossiersThere(dataDir: string): Promise<void> {
  await writeKept(fileIn(dataDir), { loaded: "dien-khanh", dossiers: null } satisfies FirstStart);
}
