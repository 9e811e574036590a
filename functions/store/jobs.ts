import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { Problem } from "#core/base/problems.ts";
import { type Job, type JobSummary, summariseJob } from "#core/jobs/job.ts";
import { expiryAttribute, jobAttemptKey, jobKey, jobKeys, unitJobsPartition } from "./keys.ts";
import { getItem, getItems, type Item, queryPage, type Table } from "./table.ts";
import { claimWrites, refuseClaims, type UploadClaim } from "./uploads.ts";
import { isNew, isWritten, putItem } from "./writes.ts";

/** Attempts are needed only while a step runs. */
const attemptSeconds = 7 * 24 * 60 * 60;

const toItem = (job: Job): Item => ({ ...jobKeys(job), job, summary: summariseJob(job) });

export function createJobStore(table: Table) {
  return {
    /**
     * Writes and starts a job with the claim on its upload. Returns null, or the job that already exists. Throws
     * `job.uploadTaken`.
     */
    async create(job: Job, claim: UploadClaim | null = null): Promise<Job | null> {
      const put = {
        TableName: table.name,
        Item: toItem(job),
        ...isNew,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      } as const;
      try {
        if (claim) {
          const TransactItems = [{ Put: put }, ...claimWrites(table, [claim])];
          await table.client.send(new TransactWriteCommand({ TransactItems }));
        } else await table.client.send(new PutCommand(put));
        return null;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item) return unmarshall(error.Item).job;
        if (!(error instanceof TransactionCanceledException) || !claim) throw error;
        const existing = error.CancellationReasons?.[0]?.Item;
        if (existing) return unmarshall(existing).job;
        throw refuseClaims(error, 1, [claim], "job.uploadTaken") ? new Problem("job.uploadTaken") : error;
      }
    },

    /** False if another worker saved first. */
    async save(job: Job): Promise<boolean> {
      const condition = {
        ConditionExpression: "job.version = :before",
        ExpressionAttributeValues: { ":before": job.version - 1 },
      };
      return isWritten(putItem(table, toItem(job), condition));
    },

    async get(id: string): Promise<Job | null> {
      return (await getItem(table, jobKey(id), true))?.job ?? null;
    },

    async many(ids: readonly string[]): Promise<ReadonlyMap<string, Job>> {
      const items = await getItems(table, ids.map(jobKey));
      return new Map(items.map(({ job }) => [job.id, job as Job]));
    },

    /** Counts an attempt before it runs, so that killed attempts count. The first is 1. */
    async countAttempt({ id, version }: Job, now: string): Promise<number> {
      const { Attributes } = await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: jobAttemptKey(id, version),
          UpdateExpression: "ADD attempts :one SET #expires = :expires",
          ExpressionAttributeNames: { "#expires": expiryAttribute },
          ExpressionAttributeValues: {
            ":one": 1,
            ":expires": Math.ceil(Date.parse(now) / 1000) + attemptSeconds,
          },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return Attributes?.attempts ?? 1;
    },

    async latest(unit: string, limit: number): Promise<JobSummary[]> {
      const page = await queryPage(
        table,
        { index: "byUnit", partition: unitJobsPartition(unit), newestFirst: true },
        limit,
        null,
      );
      return page.items.map((item) => item.summary as JobSummary);
    },
  };
}
