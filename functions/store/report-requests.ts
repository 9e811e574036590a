import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
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
import { type Item, isConflict, queryAll, type Table } from "./table.ts";

/** A request with its log, oldest first, and all that has been submitted to it. */
export interface RequestFile {
  request: ReportRequest;
  log: RequestEntry[];
  submissions: Submission[];
}

/** A submission as lists show it. */
export type SubmissionSummary = Omit<Submission, "figures" | "files" | "prefix">;

/** A unit is reminded once on a day: the item is the claim, and on the stream it leads to the mail. `by` is null where nobody clicked. */
export interface ReportReminder {
  unit: string;
  day: string;
  by: { id: string; name: string } | null;
  at: string;
}

/** Which units were reminded now, and which had been on this day already. */
export interface Reminded {
  reminded: string[];
  already: string[];
}

/** How many units are reminded at the same time. */
const together = 20;

/** A year and a month: last year's reminders may be looked up in the year after. */
const reminderSeconds = 400 * 24 * 60 * 60;

const isNew = { ConditionExpression: "attribute_not_exists(pk)" };

/** Requests for reports, what is submitted to them, and who is reminded. */
export function createReportRequestStore(table: Table) {
  const TableName = table.name;

  /** Puts on a condition; false where it does not hold. */
  const putIf = async (Item: Item, condition: object): Promise<boolean> => {
    try {
      await table.client.send(new PutCommand({ TableName, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

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

  const claim = (reminder: ReportReminder) =>
    putIf(
      {
        ...reportReminderKeys(reminder),
        reminder,
        summary: reminder,
        [expiryAttribute]: Math.ceil(Date.parse(reminder.at) / 1000) + reminderSeconds,
      },
      isNew,
    );

  const ofUnit = (unit: string) => summaries<ReportRequest>("byUnit", reportRequestsPartition(unit));

  return {
    /** A request and all about it as the last write left it, or null. */
    read,

    /** What a unit has asked of those below it, by the day it is due. */
    ofUnit,

    /** The requests that nobody has closed, by the day they are due. */
    open: () => summaries<ReportRequest>("byQueue", openReportRequestsPartition),

    /** Writes a request with its line in the log. Throws `version.conflict` where another write came first. */
    async save({ before, after, entry }: RequestWrite): Promise<void> {
      const isVersion = before && {
        ConditionExpression: "#request.#version = :before",
        ExpressionAttributeNames: { "#request": "request", "#version": "version" },
        ExpressionAttributeValues: { ":before": before.version },
      };
      const Item = { ...reportRequestKeys(after), request: after, summary: after };
      const logged = { ...reportRequestLogKey(after.id, entry.n), entry };
      try {
        await table.client.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName, Item, ...(isVersion ?? isNew) } },
              { Put: { TableName, Item: logged, ...isNew } },
            ],
          }),
        );
      } catch (error) {
        if (isConflict(error)) throw new Problem("version.conflict");
        throw error;
      }
    },

    /** Keeps a submission that is new. Throws `version.conflict` where another came first. */
    async submit(submission: Submission): Promise<void> {
      if (!(await putIf(toItem(submission), isNew))) throw new Problem("version.conflict");
    },

    /** Keeps that a submission was given back. Throws `version.conflict` where it was meanwhile. */
    async giveBack(submission: Submission): Promise<void> {
      const stillIn = {
        ConditionExpression: "submission.#state = :submitted",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":submitted": "submitted" },
      };
      if (!(await putIf(toItem(submission), stillIn))) throw new Problem("version.conflict");
    },

    /** What a unit has submitted to whichever request. */
    submittedBy: (unit: string) => summaries<SubmissionSummary>("byUnit", reportSubmissionsPartition(unit)),

    /** What has been submitted to any request of a unit. */
    submittedTo: (asker: string) =>
      summaries<SubmissionSummary>("byQueue", reportSubmissionsPartition(asker)),

    /**
     * The figures of the latest report of exactly this period that each unit asked by `asker` has submitted and not been given back; null for
     * a unit that was asked and has nothing in.
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

    /** Has units reminded, each once on a day, and tells which were now and which had been already. */
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

    /** Who has been reminded on a day. */
    remindedOn: (day: string) => summaries<ReportReminder>("byUnit", reportRemindersPartition(day)),
  };
}

function toItem(submission: Submission): Item {
  const { figures, files, prefix, ...summary } = submission;
  return { ...reportSubmissionKeys(submission), submission, summary };
}
