import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { Problem } from "#core/base/problems.ts";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import { compareFigures } from "#core/report/difference.ts";
import { beginReport, recordFiles, recordIssuedFiles } from "#core/report/lifecycle.ts";
import type { ReportModel } from "#core/report/model.ts";
import { hashTexts, type MadeFiles, type ReportRecord, type Verification } from "#core/report/record.ts";
import { buildReport } from "#core/report/report.ts";
import { addGapWarnings } from "#core/report/warnings/gaps.ts";
import type { Store } from "../../store/store.ts";
import { retryOnConflict } from "../../store/table.ts";
import {
  keepFiles,
  type ReportFiles,
  readModel,
  removeFiles,
  verificationKey,
  verifyFiles,
} from "./files.ts";
import { loadReportInput } from "./load.ts";

export type ReportPlace = Pick<ReportRecord, "unit" | "from" | "to">;

interface ReportDeps extends ReportFiles {
  store: Store;
  clock: () => string;
}

const attempts = 5;

export function createReportHandler({ store, clock, ...files }: ReportDeps) {
  const { bucket } = files;

  const build = async (record: ReportRecord): Promise<ReportModel> => {
    const { unit, from, to, texts, signing, layout, padNumbers = false } = record;
    const written = { texts, signing, layout, padNumbers };
    const input = await loadReportInput(store, unit, { from, to }, written);
    return addGapWarnings(buildReport(input), input);
  };

  const read = async (place: ReportPlace): Promise<ReportRecord> => {
    const record = await store.reports.get(place);
    if (!record) throw new Problem("report.notFound");
    return record;
  };

  const readOrBegin = async (
    place: ReportPlace,
    layout: ReportLayout | null,
    padNumbers: boolean | null,
  ): Promise<ReportRecord> => {
    const known = await store.reports.get(place);
    if (known)
      return { ...known, ...(layout ? { layout } : {}), ...(padNumbers === null ? {} : { padNumbers }) };
    const [latest] = await store.reports.list(place.unit);
    return beginReport(place.unit, place, latest ?? null, layout, padNumbers);
  };

  const save = async (
    record: ReportRecord,
    change: (record: ReportRecord) => ReportRecord,
  ): Promise<ReportRecord> => {
    return retryOnConflict(attempts, async (attempt) => {
      const next = change(attempt === 1 ? record : await read(record));
      await store.reports.save(next);
      return next;
    });
  };

  return {
    /**
     * Stores the files, then links them in the record. A first draft copies texts and layout from the latest
     * report. Throws `unit.notFound`, `report.notDraft`.
     */
    async make(
      place: ReportPlace,
      by: AuditStamp["by"] | null = null,
      layout: ReportLayout | null = null,
      padNumbers: boolean | null = null,
    ): Promise<ReportRecord & { made: MadeFiles }> {
      const record = await readOrBegin(place, layout, padNumbers);
      if (record.state !== "draft") throw new Problem("report.notDraft");
      const model = await build(record);
      const made: MadeFiles = {
        ...(await keepFiles(files, place, model, null)),
        at: clock(),
        dataHash: model.dataHash,
        warnings: model.warnings.map(({ id, code }) => ({ id, code })),
        textsHash: hashTexts(record),
        issued: false,
        figures: stateFigures(model),
      };
      const saved = await save(record, (current) => {
        // Another job may have deleted these files, so the job retries.
        if (current.made?.hash !== record.made?.hash) throw new Problem("version.conflict");
        return recordFiles(
          {
            ...current,
            layout: record.layout,
            ...(record.padNumbers === undefined ? {} : { padNumbers: record.padNumbers }),
          },
          made,
          by,
        );
      });
      await forgetDraft(record, saved);
      return { ...saved, made };
    },

    /** Throws `report.notFound`. */
    async issue(place: ReportPlace): Promise<ReportRecord> {
      const record = await read(place);
      const { made, issue } = record;
      if (!made || !issue || made.issued) return record;
      const kept = await keepFiles(files, place, await readModel(bucket, made.prefix), issue);
      return save(record, (current) => {
        if (current.made?.hash !== made.hash || current.issue?.number !== issue.number)
          throw new Problem("version.conflict");
        return recordIssuedFiles(current, { ...made, ...kept, issued: true });
      });
    },

    /** Verifies the stored files and lists figures that have changed. Throws `report.notFound`. */
    async verify(place: ReportPlace): Promise<Verification> {
      const record = await read(place);
      const { made, issue } = record;
      if (!made) throw new Problem("report.notFound");
      const model = await readModel(bucket, made.prefix);
      const found: Verification = {
        at: clock(),
        hash: made.hash,
        files: await verifyFiles(files, made, model, made.issued ? issue : null),
        moved: compareFigures(model, await build(record)),
      };
      const bytes = new TextEncoder().encode(JSON.stringify(found));
      await bucket.put(verificationKey(made.prefix), bytes, "application/json; charset=utf-8");
      return found;
    },
  };

  /** Deletes replaced drafts; files of approved editions stay. */
  async function forgetDraft(before: ReportRecord, after: ReportRecord): Promise<void> {
    const old = before.made?.prefix;
    const kept = [after.made, ...after.editions.map(({ made }) => made)].map((made) => made?.prefix);
    if (old && !kept.includes(old)) await removeFiles(bucket, old);
  }
}

function stateFigures({ figures }: ReportModel): MadeFiles["figures"] {
  return figures.map(({ key, label, from, to, value, qualifier, measure }) => ({
    ...{ key, label, value, qualifier, measure },
    from: String(from),
    to: String(to),
  }));
}

export type ReportHandler = ReturnType<typeof createReportHandler>;
