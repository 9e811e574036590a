import type { Job } from "#core/jobs/job.ts";
import { beginReport, writeTexts } from "#core/report/lifecycle.ts";
import type { ReportRecord } from "#core/report/record.ts";
import { checkUnitOf, type ImportContext, type Scope, type SheetRow } from "#core/workbook/import/plan.ts";
import type { ReportTextRow } from "#core/workbook/sheets/report-text-sheet.ts";
import type { RowFault } from "#core/workbook/sheets/sheet.ts";
import type { Store } from "../../store/store.ts";
import { retryOnConflict } from "../../store/table.ts";

const placeOf = ({ unit, from, to }: Pick<ReportRecord, "unit" | "from" | "to">) => `${unit}#${from}#${to}`;

/** Texts of an approved report cannot change. */
export function createReportTextCheck(
  { store, context, scope }: { store: Store; context: ImportContext; scope: Scope },
  outcome: { created: number; changed: number; unchanged: number },
) {
  const reports = new Map<string, ReportRecord | null>();
  return async ({ record }: SheetRow<ReportTextRow>): Promise<RowFault[]> => {
    const faults = checkUnitOf(scope, context.units, record.unit);
    if (faults.length > 0) return faults;
    const place = placeOf(record);
    if (!reports.has(place)) reports.set(place, await store.reports.get(record));
    const report = reports.get(place) ?? null;
    const before = report?.texts[record.section] ?? "";
    if (before === record.text) outcome.unchanged++;
    else if (report && report.state !== "draft") return [{ column: "text", code: "row.report.notDraft" }];
    else outcome[before === "" ? "created" : "changed"]++;
    return [];
  };
}

/** A new report copies its other texts from the latest one. */
export async function writeReportTexts(
  { store, clock, attempts }: { store: Store; clock: () => string; attempts: number },
  job: Job,
  rows: readonly ReportTextRow[],
): Promise<void> {
  for (const own of Map.groupBy(rows, placeOf).values()) {
    const [place] = own;
    if (!place) continue;
    const texts = Object.fromEntries(own.map(({ section, text }) => [section, text]));
    await retryOnConflict(attempts, async () => {
      const known = await store.reports.get(place);
      const [latest] = known ? [] : await store.reports.list(place.unit);
      const record = known ?? beginReport(place.unit, place, latest ?? null, null);
      const isSame = own.every(({ section, text }) => record.texts[section] === text);
      if (isSame || record.state !== "draft") return;
      const by = { id: job.requestedBy ?? "", name: "" };
      await store.reports.save(writeTexts(record, { ...record.texts, ...texts }, { by, at: clock() }));
    });
  }
}
