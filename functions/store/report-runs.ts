import { Problem } from "#core/base/problems.ts";
import type { Job } from "#core/jobs/job.ts";
import {
  isRunOver,
  type NoticeOutcome,
  type ReportNotice,
  type ReportRun,
  runJob,
  runJobId,
} from "#core/report/run.ts";
import { createJobStore } from "./jobs.ts";
import { reportNoticeKey, reportRunKey, reportRunPartition } from "./keys.ts";
import { getItem, getItems, type Item, queryAll, type Table } from "./table.ts";
import { isNew, isVersion, isWritten, putItem } from "./writes.ts";

const together = 10;

export function createReportRunStore(table: Table) {
  const jobs = createJobStore(table);

  const get = async (unit: string, id: string): Promise<ReportRun | null> =>
    (await getItem(table, reportRunKey({ unit, id }), true))?.run ?? null;

  /** Throws `version.conflict`. */
  const save = async (run: ReportRun): Promise<void> => {
    const written = putItem(table, { ...reportRunKey(run), run }, isVersion("run", run.version - 1));
    if (!(await isWritten(written))) throw new Problem("version.conflict");
  };

  const jobsOf = (run: ReportRun): Promise<ReadonlyMap<string, Job>> =>
    jobs.many(run.units.map((unit) => runJobId(run, unit)));

  /** Writes a notice once; the write starts the mail through the stream. */
  const notify = async (notice: ReportNotice): Promise<void> => {
    await isWritten(putItem(table, { ...reportNoticeKey(notice), notice }, isNew));
  };

  const settle = async (run: ReportRun): Promise<void> => {
    if (!run.whole || !isRunOver(run, await jobsOf(run))) return;
    await notify({ run: run.id, root: run.unit, unit: null, year: run.year });
  };

  const complete = async (run: ReportRun): Promise<ReportRun> => {
    if (run.whole) {
      await settle(run);
      return run;
    }
    for (let at = 0; at < run.units.length; at += together)
      await Promise.all(run.units.slice(at, at + together).map((unit) => jobs.create(runJob(run, unit))));
    const whole = { ...run, whole: true, version: run.version + 1 };
    try {
      await save(whole);
    } catch (error) {
      // Another worker created the same jobs.
      if (!(error instanceof Problem)) throw error;
      return (await get(run.unit, run.id)) ?? whole;
    }
    await settle(whole);
    return whole;
  };

  return {
    get,
    jobsOf,
    notify,
    settle,

    async list(unit: string): Promise<ReportRun[]> {
      const partition = reportRunPartition(unit);
      const items = await Array.fromAsync(queryAll(table, { partition, consistent: true }));
      return items.map((item) => item.run as ReportRun).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },

    /** Safe to repeat after an interruption. */
    async begin(run: ReportRun): Promise<ReportRun> {
      const isFirst = await isWritten(putItem(table, { ...reportRunKey(run), run }, isNew));
      return complete(isFirst ? run : ((await get(run.unit, run.id)) ?? run));
    },

    /** Throws `version.conflict`. */
    async again(run: ReportRun): Promise<ReportRun> {
      await save(run);
      return complete(run);
    },

    async settleNotice(notice: ReportNotice, outcome: NoticeOutcome): Promise<void> {
      await putItem(table, { ...reportNoticeKey(notice), notice, outcome });
    },

    /** Outcomes by unit; the root's outcome is for the whole run. */
    async outcomes(run: ReportRun): Promise<ReadonlyMap<string, NoticeOutcome>> {
      const keys = [...run.units, null].map((unit) => reportNoticeKey({ run: run.id, unit }));
      const found = new Map<string, NoticeOutcome>();
      for (const item of await getItems(table, keys)) {
        const { notice, outcome } = item as Item & { notice: ReportNotice; outcome?: NoticeOutcome };
        if (!outcome) continue;
        const unit = notice.unit ?? run.unit;
        const { sent, refused } = found.get(unit) ?? { sent: 0, refused: 0 };
        found.set(unit, { sent: sent + outcome.sent, refused: refused + outcome.refused });
      }
      return found;
    },
  };
}
