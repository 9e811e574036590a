import { join } from "node:path";
import type { Store } from "../functions/store/store.ts";
import type { Extent } from "./demo/directory.ts";
import type { DossierSource } from "./demo/fill.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

interface FirstStart {
  loaded: "dien-khanh" | null;
  /** Null once all dossiers exist. */
  dossiers: DossierSource | null;
}

const fileIn = (dataDir: string) => join(dataDir, "first-start.json");

/** Repeats an interrupted load. */
export async function loadOnFirstStart(given: {
  dataDir: string;
  store: Store;
  empty: boolean;
  clock?: () => string;
  extent?: Extent;
}): Promise<DossierSource | null> {
  const { dataDir, store, empty, clock, extent } = given;
  const kept = await readJsonFile<FirstStart>(fileIn(dataDir));
  if (kept) return kept.dossiers;
  let dossiers: DossierSource | null = null;
  if (!empty) {
    const { loadExample } = await import("./example.ts");
    dossiers = await loadExample(store, clock?.(), extent);
  }
  const first: FirstStart = { loaded: empty ? null : "dien-khanh", dossiers };
  await writeJsonFile(fileIn(dataDir), first);
  return dossiers;
}

export async function markDossiersLoaded(dataDir: string): Promise<void> {
  await writeJsonFile(fileIn(dataDir), { loaded: "dien-khanh", dossiers: null } satisfies FirstStart);
}
