import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expiryAttribute, limitKey } from "./keys.ts";
import { getItem, type Table } from "./table.ts";
import { isWritten } from "./writes.ts";

export interface Limit {
  count: number;
  seconds: number;
}

export function createLimitStore(table: Table) {
  const windowOf = ({ seconds }: Pick<Limit, "seconds">, now: string) => {
    const second = Math.floor(Date.parse(now) / 1000);
    const window = Math.floor(second / seconds);
    return { second, window, ends: (window + 1) * seconds };
  };
  return {
    async count(what: string, client: string, seconds: number, now: string): Promise<number> {
      const { window, ends } = windowOf({ seconds }, now);
      const { Attributes } = await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: limitKey(what, client, window),
          UpdateExpression: "ADD taken :one SET #expires = :ends",
          ExpressionAttributeNames: { "#expires": expiryAttribute },
          ExpressionAttributeValues: { ":one": 1, ":ends": ends },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return Attributes?.taken ?? 1;
    },

    async counted(what: string, client: string, seconds: number, now: string): Promise<number> {
      const { window } = windowOf({ seconds }, now);
      return (await getItem(table, limitKey(what, client, window)))?.taken ?? 0;
    },

    /** Counts a request. Returns null within the limit, else seconds to wait. */
    async take(what: string, client: string, { count, seconds }: Limit, now: string): Promise<number | null> {
      const { second, window, ends } = windowOf({ seconds }, now);
      const update = new UpdateCommand({
        TableName: table.name,
        Key: limitKey(what, client, window),
        UpdateExpression: "ADD taken :one SET #expires = :ends",
        ConditionExpression: "attribute_not_exists(taken) OR taken < :count",
        ExpressionAttributeNames: { "#expires": expiryAttribute },
        ExpressionAttributeValues: { ":one": 1, ":count": count, ":ends": ends },
      });
      return (await isWritten(table.client.send(update))) ? null : ends - second;
    },
  };
}
