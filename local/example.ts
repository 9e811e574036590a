import { readFile } from "node:fs/promises";
import { dayOf } from "../functions/core/calendar.ts";
import type { Store } from "../functions/store/store.ts";
import { demoStaff } from "./demo-staff.ts";
import { describeErrors } from "./import-words.ts";
import { projectPath } from "./project.ts";
import { runImport } from "./run-import.ts";

/** The workbook of the example: units, documents, the demo campaign, the published figures and titles of Diên Khánh. */
export const exampleFile = projectPath("examples/dien-khanh.xlsx");

/** Imports a workbook into the store, as any other, and lets the demo staff in. Loading it again changes nothing. Throws what is wrong with it, by cell. */
export async function loadExample(store: Store, path = exampleFile): Promise<void> {
  const { job } = await runImport(store, await readFile(path));
  if (job.state !== "done") throw new Error([`${path}:`, ...describeErrors(job)].join("\n"));
  const [units, councils] = await Promise.all([store.units.now(), store.councils.now()]);
  const today = dayOf(new Date().toISOString());
  for (const person of demoStaff({ units, councils, today })) await store.staff.put(person);
}
