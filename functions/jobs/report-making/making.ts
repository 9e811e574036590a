import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { Problem } from "#core/base/problems.ts";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import { compareFigures } from "#core/report/difference.ts";
import { beginReport, keepIssued, keepMade } from "#core/report/lifecycle.ts";
import type { ReportModel } from "#core/report/model.ts";
import { hashTexts, type Made, type ReportRecord, type Verification } from "#core/report/record.ts";
import { buildReport } from "#core/report/report.ts";
import { warnOfGaps } from "#core/report/warnings/gaps.ts";
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

/** How often a write is tried again where somebody else wrote the record in between. */
const attempts = 5;

/** The annual report of a unit as files and as a record: made from the records, given out under its number, verified. */
export function createReportHandler({ store, clock, ...files }: ReportDeps) {
  const { bucket } = files;

  const build = async (record: ReportRecord): Promise<ReportModel> => {
    const { unit, from, to, texts, layout } = record;
    const input = await loadReportInput(store, unit, { from, to }, { texts, layout });
    return warnOfGaps(buildReport(input), input);
  };

  const read = async (place: ReportPlace): Promise<ReportRecord> => {
    const record = await store.reports.get(place);
    if (!record) throw new Problem("report.notFound");
    return record;
  };

  const readOrBegin = async (place: ReportPlace, layout: ReportLayout | null): Promise<ReportRecord> => {
    const known = await store.reports.get(place);
    if (known) return layout ? { ...known, layout } : known;
    const [latest] = await store.reports.list(place.unit);
    return beginReport(place.unit, place, latest ?? null, layout);
  };

  /** Writes what `change` makes of the record, of the newest one where somebody was faster. */
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
     * Makes the draft of a report, or makes it anew: loads, builds, renders, keeps the files, and only then points the record to them. Texts and
     * layout of a first one are those of the unit's latest. Throws `unit.notFound`, `report.notDraft`.
     */
    async make(
      place: ReportPlace,
      by: AuditStamp["by"] | null = null,
      layout: ReportLayout | null = null,
    ): Promise<ReportRecord & { made: Made }> {
      const record = await readOrBegin(place, layout);
      if (record.state !== "draft") throw new Problem("report.notDraft");
      const model = await build(record);
      const made: Made = {
        ...(await keepFiles(files, place, model, null)),
        at: clock(),
        dataHash: model.dataHash,
        warnings: model.warnings.map(({ id, code }) => ({ id, code })),
        textsHash: hashTexts(record),
        issued: false,
        figures: stateFigures(model),
      };
      const saved = await save(record, (current) => {
        // Somebody made it meanwhile, and the files that were there before may be gone: it is to be made once more.
        if (current.made?.hash !== record.made?.hash) throw new Problem("version.conflict");
        return keepMade({ ...current, layout: record.layout }, made, by);
      });
      await forgetDraft(record, saved);
      return { ...saved, made };
    },

    /** Gives the approved report's files out again under its number and day, from the model that was kept. Throws `report.notFound`. */
    async issue(place: ReportPlace): Promise<ReportRecord> {
      const record = await read(place);
      const { made, issue } = record;
      if (!made || !issue || made.issued) return record;
      const kept = await keepFiles(files, place, await readModel(bucket, made.prefix), issue);
      return save(record, (current) => {
        if (current.made?.hash !== made.hash || current.issue?.number !== issue.number)
          throw new Problem("version.conflict");
        return keepIssued(current, { ...made, ...kept, issued: true });
      });
    },

    /**
     * Holds the files to the kept model, and tells apart from that which figures the records give otherwise now. What was found is kept
     * beside the files. Throws `report.notFound`.
     */
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

  /** A draft's files that nothing points to any more go; those of an edition that was ever approved stay. */
  async function forgetDraft(before: ReportRecord, after: ReportRecord): Promise<void> {
    const old = before.made?.prefix;
    const kept = [after.made, ...after.editions.map(({ made }) => made)].map((made) => made?.prefix);
    if (old && !kept.includes(old)) await removeFiles(bucket, old);
  }
}

function stateFigures({ figures }: ReportModel): Made["figures"] {
  return figures.map(({ key, label, from, to, value, qualifier, measure }) => ({
    ...{ key, label, value, qualifier, measure },
    from: String(from),
    to: String(to),
  }));
}

export type ReportHandler = ReturnType<typeof createReportHandler>;
