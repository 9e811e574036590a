import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
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

/** Jobs that are kept at the same time. */
const together = 10;

/** Runs that make the reports of many units, and whom they tell. */
export function createReportRunStore(table: Table) {
  const jobs = createJobStore(table);
  const putIf = async (Item: Item, condition: object): Promise<boolean> => {
    try {
      await table.client.send(new PutCommand({ TableName: table.name, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  const get = async (unit: string, id: string): Promise<ReportRun | null> =>
    (await getItem(table, reportRunKey({ unit, id }), true))?.run ?? null;

  /** Writes a run in the place of the version before it. Throws `version.conflict`. */
  const save = async (run: ReportRun): Promise<void> => {
    const condition = {
      ConditionExpression: "#run.#version = :before",
      ExpressionAttributeNames: { "#run": "run", "#version": "version" },
      ExpressionAttributeValues: { ":before": run.version - 1 },
    };
    if (!(await putIf({ ...reportRunKey(run), run }, condition))) throw new Problem("version.conflict");
  };

  const jobsOf = (run: ReportRun): Promise<ReadonlyMap<string, Job>> =>
    jobs.many(run.units.map((unit) => runJobId(run, unit)));

  /** Leaves word, which on the stream leads to mail; once for each. */
  const notify = async (notice: ReportNotice): Promise<void> => {
    const Item = { ...reportNoticeKey(notice), notice };
    await putIf(Item, { ConditionExpression: "attribute_not_exists(pk)" });
  };

  const settle = async (run: ReportRun): Promise<void> => {
    if (!run.whole || !isRunOver(run, await jobsOf(run))) return;
    await notify({ run: run.id, root: run.unit, unit: null, year: run.year });
  };

  /** Gives each unit its one job, and says then that all have theirs. */
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
      // Somebody else was at it too, and faster: the jobs are the same.
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

    /** The runs of a root, newest first: one or two a year. */
    async list(unit: string): Promise<ReportRun[]> {
      const partition = reportRunPartition(unit);
      const items = await Array.fromAsync(queryAll(table, { partition, consistent: true }));
      return items.map((item) => item.run as ReportRun).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },

    /**
     * Begins a run, or goes on with the one that is there under its id: each unit gets its one job. It may be killed at any point and run again.
     */
    async begin(run: ReportRun): Promise<ReportRun> {
      const isNew = await putIf(
        { ...reportRunKey(run), run },
        { ConditionExpression: "attribute_not_exists(pk)" },
      );
      return complete(isNew ? run : ((await get(run.unit, run.id)) ?? run));
    },

    /** Keeps what `tryAgain` made of a run, with the jobs that it lacks. Throws `version.conflict`. */
    async again(run: ReportRun): Promise<ReportRun> {
      await save(run);
      return complete(run);
    },

    /** Keeps what became of a notice. */
    async settleNotice(notice: ReportNotice, outcome: NoticeOutcome): Promise<void> {
      await putIf({ ...reportNoticeKey(notice), notice, outcome }, {});
    },

    /** What became of a run's notices, by unit, its root with that of the whole; without those that have not been handled. */
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
