import type { Head } from "#core/initiatives/history-heads.ts";
import { expiryAttribute, headKey, headPartition } from "./keys.ts";
import { queryAll, rowsAtOnce, type Table } from "./table.ts";
import { putItem } from "./writes.ts";

/** Days within which a missed file can still be written. */
export const keptDays = 30;
const daySeconds = 24 * 60 * 60;

export function createHeadStore(table: Table) {
  return {
    async note(head: Head, day: string): Promise<void> {
      const expires = Date.parse(`${day}T00:00:00Z`) / 1000 + (keptDays + 1) * daySeconds;
      await putItem(table, { ...headKey(day, head), [expiryAttribute]: expires });
    },

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
