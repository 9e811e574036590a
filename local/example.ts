import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Store } from "../functions/store/store.ts";
import { describeErrors } from "../operations/data/import-words.ts";
import { runImport } from "../operations/data/run-import.ts";
import { type Extent, enterDirectory } from "./demo/directory.ts";
import type { DossierSource } from "./demo/fill.ts";
import { projectPath } from "./project.ts";

export const exampleFile = projectPath("examples/dien-khanh.xlsx");

/** Idempotent. Throws the workbook's errors with their cells. */
export async function loadWorkbook(store: Store, path = exampleFile): Promise<void> {
  const { job } = await runImport(store, await readFile(path));
  if (job.state !== "done") throw new Error([`${path}:`, ...describeErrors(job)].join("\n"));
}

const seed = "khanh-hoa";

/** Idempotent. Returns the source of missing dossiers; null for `commune`. */
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
