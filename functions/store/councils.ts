import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Council, Councils } from "../core/council.ts";
import { Problem } from "../core/problems.ts";
import { councilKey, councilPartition } from "./keys.ts";
import { queryAll, type Table } from "./table.ts";

/** Councils as administrators change them. `forget` is told of each change, for whoever keeps councils in memory. */
export function createCouncilStore(table: Table, forget: (partition: string) => void) {
  return {
    /** All councils by id as they stand now, past every cache. */
    async now(): Promise<Councils> {
      const councils = new Map<string, Council>();
      for await (const { record } of queryAll(table, { partition: councilPartition, consistent: true }))
        councils.set((record as Council).id, record as Council);
      return councils;
    },

    /** Writes a council. Throws `version.conflict` where another write came first, or where the id of a new one is taken. */
    async save(before: Council | null, after: Council): Promise<void> {
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...councilKey(after.id), record: after },
            ...(before
              ? {
                  ConditionExpression: "#record.#version = :version",
                  ExpressionAttributeNames: { "#record": "record", "#version": "version" },
                  ExpressionAttributeValues: { ":version": before.version },
                }
              : { ConditionExpression: "attribute_not_exists(pk)" }),
          }),
        );
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) throw new Problem("version.conflict");
        throw error;
      } finally {
        forget(councilPartition);
      }
    },
  };
}
