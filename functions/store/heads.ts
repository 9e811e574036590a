import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Head } from "#core/initiatives/history-heads.ts";
import { expiryAttribute, headKey, headPartition } from "./keys.ts";
import { queryAll, rowsAtOnce, type Table } from "./table.ts";

/** For so long a day that was missed can still be written down. */
export const keptDays = 30;
const daySeconds = 24 * 60 * 60;

/** The heads of histories as the table's stream shows them, until the night has written them down. */
export function createHeadStore(table: Table) {
  return {
    /** Notes a head under the day (YYYY-MM-DD) on which it was seen. Doing it again changes nothing. */
    async note(head: Head, day: string): Promise<void> {
      const expires = Date.parse(`${day}T00:00:00Z`) / 1000 + (keptDays + 1) * daySeconds;
      const Item = { ...headKey(day, head), [expiryAttribute]: expires };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    },

    /** All that were seen on a day, in the order of their ids. */
    async ofDay(day: string): Promise<Head[]> {
      const heads: Head[] = [];
      const query = { partition: headPartition(day), consistent: true };
      for await (const { sk } of queryAll(table, query, rowsAtOnce)) {
        const [id = "", n, hash = ""] = String(sk).split("#");
        heads.push({ id, n: Number(n), hash });
      }
      return heads;
    },
  };
}
