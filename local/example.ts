import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Store } from "../functions/store/store.ts";
import { describeErrors } from "../operations/data/import-words.ts";
import { runImport } from "../operations/data/run-import.ts";
import { type Extent, enterDirectory } from "./demo/directory.ts";
import type { DossierSource } from "./demo/fill.ts";
import { projectPath } from "./project.ts";

/** The workbook of the example: units, documents, the published figures and titles of Diên Khánh. */
export const exampleFile = projectPath("examples/dien-khanh.xlsx");

/** Imports a workbook into the store, as any other. Loading it again changes nothing. Throws what is wrong with it, by cell. */
export async function loadWorkbook(store: Store, path = exampleFile): Promise<void> {
  const { job } = await runImport(store, await readFile(path));
  if (job.state !== "done") throw new Error([`${path}:`, ...describeErrors(job)].join("\n"));
}

/** The texts of the demonstration are those of this seed. */
const seed = "khanh-hoa";

/**
 * Loads the example: the workbook, and around it a demonstration of the whole province in the year of `now` (ISO 8601), its staff included. Loading it again changes
 * nothing. Returns what the demonstration's dossiers are made from, which are still to come; one commune alone has none.
 */
export async function loadExample(
  store: Store,
  now: string = new Date().toISOString(),
  extent: Extent = "province",
): Promise<DossierSource | null> {
  await loadWorkbook(store);
  const entered = await enterDirectory(store, now, extent);
  if (extent !== "province") return null;
  return { seed, secret: randomBytes(32).toString("base64url"), now, ...entered };
}
