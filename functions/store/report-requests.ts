import type { Period } from "#core/base/period.ts";
import { Problem } from "#core/base/problems.ts";
import type { StatedFigure } from "#core/report/model.ts";
import type { ReportRequest, RequestEntry, RequestWrite } from "#core/report/request.ts";
import { latestByUnit, type Submission } from "#core/report/submission.ts";
import {
  expiryAttribute,
  openReportRequestsPartition,
  reportReminderKeys,
  reportRemindersPartition,
  reportRequestKeys,
  reportRequestLogKey,
  reportRequestPartition,
  reportRequestsPartition,
  reportSubmissionKeys,
  reportSubmissionsPartition,
} from "./keys.ts";
import { type Item, queryAll, type Table } from "./table.ts";
import { isNew, isVersion, isWritten, putItem, putOf, transact } from "./writes.ts";

export interface RequestFile {
  request: ReportRequest;
  log: RequestEntry[];
  submissions: Submission[];
}

export type SubmissionSummary = Omit<Submission, "figures" | "files" | "prefix">;

/** A unit's reminder, at most one a day. `by` is null for automatic reminders. */
export interface ReportReminder {
  unit: string;
  day: string;
  by: { id: string; name: string } | null;
  at: string;
}

export interface Reminded {
  reminded: string[];
  already: string[];
}

const together = 20;

/** A year and a month, so that last year's reminders stay visible. */
const reminderSeconds = 400 * 24 * 60 * 60;

export function createReportRequestStore(table: Table) {
  const summaries = async <T>(index: "byUnit" | "byQueue", partition: string): Promise<T[]> =>
    (await Array.fromAsync(queryAll(table, { index, partition }))).map((item) => item.summary as T);

  const read = async (id: string): Promise<RequestFile | null> => {
    const file: RequestFile = { request: null as never, log: [], submissions: [] };
    for await (const item of queryAll(table, { partition: reportRequestPartition(id), consistent: true })) {
      if (item.request) file.request = item.request;
      else if (item.entry) file.log.push(item.entry);
      else file.submissions.push(item.submission);
    }
    return file.request && file;
  };

  const claim = (reminder: ReportReminder) => {
    const expires = Math.ceil(Date.parse(reminder.at) / 1000) + reminderSeconds;
    const item = { ...reportReminderKeys(reminder), reminder, summary: reminder, [expiryAttribute]: expires };
    return isWritten(putItem(table, item, isNew));
  };

  const ofUnit = (unit: string) => summaries<ReportRequest>("byUnit", reportRequestsPartition(unit));

  return {
    read,

    ofUnit,

    open: () => summaries<ReportRequest>("byQueue", openReportRequestsPartition),

    /** Throws `version.conflict`. */
    save({ before, after, entry }: RequestWrite): Promise<void> {
      const item = { ...reportRequestKeys(after), request: after, summary: after };
      return transact(table, [
        putOf(table, item, before ? isVersion("request", before.version) : isNew),
        putOf(table, { ...reportRequestLogKey(after.id, entry.n), entry }, isNew),
      ]);
    },

    /** Throws `version.conflict`. */
    async submit(submission: Submission): Promise<void> {
      if (!(await isWritten(putItem(table, toItem(submission), isNew))))
        throw new Problem("version.conflict");
    },

    /** Throws `version.conflict`. */
    async giveBack(submission: Submission): Promise<void> {
      const stillIn = {
        ConditionExpression: "submission.#state = :submitted",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":submitted": "submitted" },
      };
      if (!(await isWritten(putItem(table, toItem(submission), stillIn))))
        throw new Problem("version.conflict");
    },

    submittedBy: (unit: string) => summaries<SubmissionSummary>("byUnit", reportSubmissionsPartition(unit)),

    submittedTo: (asker: string) =>
      summaries<SubmissionSummary>("byQueue", reportSubmissionsPartition(asker)),

    /**
     * Figures of the latest valid submission of exactly this period, by requested unit; null without a
     * submission.
     */
    async latestSubmissions(
      asker: string,
      { from, to }: Period,
    ): Promise<Map<string, StatedFigure[] | null>> {
      const requests = (await ofUnit(asker)).filter((each) => each.from === from && each.to === to);
      const files = await Promise.all(requests.map(({ id }) => read(id)));
      const latest = new Map<string, { at: string; figures: StatedFigure[] } | null>();
      for (const file of files) {
        const standing = latestByUnit(file?.submissions ?? []);
        for (const unit of file?.request.units ?? []) {
          const found = standing.get(unit);
          const kept = latest.get(unit) ?? null;
          const counts = found?.state === "submitted" && found.at > (kept?.at ?? "");
          latest.set(unit, counts ? found : kept);
        }
      }
      return new Map([...latest].map(([unit, found]) => [unit, found?.figures ?? null]));
    },

    async remind(units: readonly string[], stamp: Omit<ReportReminder, "unit">): Promise<Reminded> {
      const result: Reminded = { reminded: [], already: [] };
      for (let at = 0; at < units.length; at += together) {
        const claimed = units.slice(at, at + together).map(async (unit) => ({
          unit,
          isFirst: await claim({ unit, ...stamp }),
        }));
        for (const { unit, isFirst } of await Promise.all(claimed))
          result[isFirst ? "reminded" : "already"].push(unit);
      }
      return result;
    },

    remindedOn: (day: string) => summaries<ReportReminder>("byUnit", reportRemindersPartition(day)),
  };
}

function toItem(submission: Submission): Item {
  const { figures, files, prefix, ...summary } = submission;
  return { ...reportSubmissionKeys(submission), submission, summary };
}
