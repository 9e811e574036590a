import { join } from "node:path";
import type { Store } from "../functions/store/store.ts";
import { readKept, writeKept } from "./kept-file.ts";

/**
 * Loads the example into a data folder that has not been started before, or, with `empty`, notes that it shall stay empty. A start that was
 * killed in the midst of it loads it again. True where it was loaded now.
 */
export async function loadOnFirstStart(given: {
  dataDir: string;
  store: Store;
  empty: boolean;
}): Promise<boolean> {
  const file = join(given.dataDir, "first-start.json");
  if (await readKept<object>(file)) return false;
  if (!given.empty) {
    // The import is needed this once.
    const { loadExample } = await import("./example.ts");
    await loadExample(given.store);
  }
  await writeKept(file, { loaded: given.empty ? null : "dien-khanh" });
  return !given.empty;
}
