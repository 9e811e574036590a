import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { reconcileFigures } from "../functions/figures/rebuild.ts";
import { loadOnFirstStart } from "../local/first-start.ts";
import { runCommand, withStorage } from "./command.ts";
import { describeErrors } from "./data/import-words.ts";
import { runImport } from "./data/run-import.ts";

/*
 * npm run import: imports a workbook into DATA_DIR (default .local), or into the cloud's table if TABLE_NAME is
 * set (npm run where). With --unit, only that unit changes. On errors, lists the cells, writes a marked copy
 * beside the file and exits with code 1.
 */
const usage = "Usage: npm run import -- FILE.xlsx [--dry-run] [--unit UNIT]";

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false }, unit: { type: "string" } },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(usage);
  return { file: resolve(file), dryRun: values["dry-run"], unit: values.unit ?? null };
}

async function importFile({ file, dryRun, unit }: ReturnType<typeof readArguments>): Promise<boolean> {
  const bytes = await readFile(file);
  return withStorage(async ({ store, dataDir }) => {
    if (dataDir !== null) await loadOnFirstStart({ dataDir, store, empty: true });
    if (unit !== null && !(await store.directory.units()).has(unit))
      throw new Error(`no unit ${unit} in the data`);
    const { job, copy } = await runImport(store, bytes, {
      unit,
      dryRun,
      progress: ({ done, total, state }) =>
        console.log(`${state.padEnd(8)} ${done}${total === null ? "" : `/${total}`}`),
    });
    if (job.state === "done") {
      const { created = 0, changed = 0, unchanged = 0 } = job.outcome;
      console.log(`mới/new ${created}, sửa/changed ${changed}, giữ nguyên/unchanged ${unchanged}`);
      // No process reads the stream if only the store was started.
      if (!dryRun && dataDir !== null) await reconcileFigures(store);
      return true;
    }
    console.error(describeErrors(job).join("\n"));
    if (copy) {
      const path = `${file.replace(/\.xlsx$/i, "")}-loi.xlsx`;
      await writeFile(path, copy);
      console.error(path);
    }
    return false;
  });
}

await runCommand(async () => {
  process.exitCode = (await importFile(readArguments())) ? 0 : 1;
});
