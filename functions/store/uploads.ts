import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Arrival } from "../core/attachment.ts";
import { uploadKey } from "./keys.ts";
import { getItem, type Table } from "./table.ts";

export function createUploadStore(table: Table) {
  return {
    /** What became of one upload, or null while it has not arrived. */
    async arrival(id: string): Promise<Arrival | null> {
      return (await getItem(table, uploadKey(id), true))?.arrival ?? null;
    },

    /** What became of these uploads, by id, in one request; those that have not arrived are missing. At most a hundred. */
    async arrivals(ids: readonly string[]): Promise<ReadonlyMap<string, Arrival>> {
      const found = new Map<string, Arrival>();
      let Keys = ids.map(uploadKey);
      while (Keys.length > 0) {
        const { Responses, UnprocessedKeys } = await table.client.send(
          new BatchGetCommand({ RequestItems: { [table.name]: { Keys, ConsistentRead: true } } }),
        );
        for (const item of Responses?.[table.name] ?? []) found.set(item.uploadId, item.arrival);
        Keys = (UnprocessedKeys?.[table.name]?.Keys ?? []) as typeof Keys;
      }
      return found;
    },

    /** Keeps what became of an upload, once: false where that was known already, and nothing is changed. */
    async settle(id: string, arrival: Arrival): Promise<boolean> {
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...uploadKey(id), uploadId: id, arrival },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
