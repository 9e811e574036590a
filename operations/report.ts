import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { isReversed, PeriodBound } from "#core/base/period.ts";
import { Problem } from "#core/base/problems.ts";
import type { Verification } from "#core/report/record.ts";
import { readFaces } from "../functions/documents/faces.ts";
import { reconcileFigures } from "../functions/figures/rebuild.ts";
import { fileKey } from "../functions/jobs/report-making/files.ts";
import { createReportHandler, type ReportPlace } from "../functions/jobs/report-making/making.ts";
import { loadOnFirstStart } from "../local/first-start.ts";
import { startStorage } from "../local/standins/storage.ts";

/*
 * npm run report: makes the annual report from the data in DATA_DIR (default .local). Fills an empty data folder
 * with the example first. Writes an approved report unchanged. --verify compares the stored files with the
 * stored model (exit code 1 if a file differs) and lists figures that have changed since.
 */
const usage = "Usage: npm run report -- --unit UNIT --from YEAR --to YEAR (--out DIR | --verify)";

interface Asked {
  place: ReportPlace;
  out: string | null;
}

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      unit: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      out: { type: "string" },
      verify: { type: "boolean", default: false },
    },
  });
  const { unit = "", from = "", to = "", out = "", verify } = values;
  const given = verify ? { unit, from, to } : { unit, from, to, out };
  const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [`--${name}`]));
  if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}`);
  const bounds = v.is(PeriodBound, from) && v.is(PeriodBound, to);
  if (!bounds || isReversed({ from, to })) throw new Problem("query.invalid");
  return { place: { unit, from, to }, out: verify ? null : resolve(out) };
}

async function run({ place, out }: Asked): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR ?? ".local");
  const clock = () => new Date().toISOString();
  const storage = await startStorage({ dataDir, clock });
  try {
    const { store, bucket } = storage;
    await loadOnFirstStart({ dataDir, store, empty: false });
    // No process reads the stream if only the store was started.
    await reconcileFigures(store);
    const reports = createReportHandler({ store, bucket, faces: readFaces(), clock });
    if (out === null) return tell(await reports.verify(place));
    const kept = await store.reports.get(place);
    const { made } = kept && kept.state !== "draft" ? kept : await reports.make(place);
    if (!made) throw new Problem("report.notFound");
    await mkdir(out, { recursive: true });
    for (const format of made.files) {
      const key = fileKey(made.prefix, format);
      const path = join(out, basename(key));
      await writeFile(path, await bucket.get(key));
      console.log(path);
    }
    console.log(`dataHash ${made.dataHash}`);
  } finally {
    await storage.stop();
  }
}

function tell({ files, moved }: Verification): void {
  for (const { format, ok, renders } of files) {
    const today = renders ? "" : " (this program writes it otherwise today)";
    console.log(`${ok ? "ok      " : "DIFFERS "} annual-report.${format}${today}`);
  }
  for (const { id, label, before, after } of moved)
    console.log(`moved    ${id}: ${label}: ${before ?? "–"} → ${after ?? "–"}`);
  if (moved.length === 0) console.log("no figure has moved since");
  if (files.some(({ ok }) => !ok)) process.exitCode = 1;
}

function explain(error: unknown, unit: string): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
  if (error.code === "unit.notFound") return `no unit ${unit} in the data`;
  if (error.code === "report.notFound") return "no report of this unit and period has been made";
  if (error.code === "query.invalid")
    return "--from and --to are years (2019) or days (2019-06-30), the first not after the second";
  return error.message;
}

let unit = "";
try {
  const asked = readArguments();
  unit = asked.place.unit;
  await run(asked);
} catch (error) {
  console.error(`${explain(error, unit)}\n${usage}`);
  process.exitCode = 1;
}
