import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { Problem } from "../core/problems.ts";
import type { ReportNotice, ReportRun } from "../core/report-run.ts";
import { reportNoticeKey, reportRunKey, reportRunPartition } from "./keys.ts";
import { getItem, type Item, queryAll, type Table } from "./table.ts";

/** Runs that make the reports of many units, and whom they tell. */
export function createReportRunStore(table: Table) {
  const putIf = async (Item: Item, condition: object): Promise<boolean> => {
    try {
      await table.client.send(new PutCommand({ TableName: table.name, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    async get(unit: string, id: string): Promise<ReportRun | null> {
      return (await getItem(table, reportRunKey({ unit, id }), true))?.run ?? null;
    },

    /** The latest runs of a root, newest first. */
    async latest(unit: string, limit: number): Promise<ReportRun[]> {
      const found: ReportRun[] = [];
      for await (const item of queryAll(table, { partition: reportRunPartition(unit), newestFirst: true })) {
        found.push(item.run as ReportRun);
        if (found.length === limit) break;
      }
      return found;
    },

    /** Keeps a new run; the one that is there already where its id is taken. */
    async begin(run: ReportRun): Promise<ReportRun> {
      const isNew = await putIf(
        { ...reportRunKey(run), run },
        { ConditionExpression: "attribute_not_exists(pk)" },
      );
      return isNew ? run : ((await this.get(run.unit, run.id)) ?? run);
    },

    /** Writes a run in the place of the version before it. Throws `version.conflict`. */
    async save(run: ReportRun): Promise<void> {
      const condition = {
        ConditionExpression: "#run.#version = :before",
        ExpressionAttributeNames: { "#run": "run", "#version": "version" },
        ExpressionAttributeValues: { ":before": run.version - 1 },
      };
      if (!(await putIf({ ...reportRunKey(run), run }, condition))) throw new Problem("version.conflict");
    },

    /** Leaves word that a unit's report is there, which on the stream leads to a mail; once for a unit and a run. */
    async notify(notice: ReportNotice): Promise<void> {
      const Item = { ...reportNoticeKey(notice), notice };
      await putIf(Item, { ConditionExpression: "attribute_not_exists(pk)" });
    },
  };
}
