import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Item, Table } from "../functions/store/table.ts";

export async function putAll(table: Table, items: Iterable<Item>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const work = async () => {
    for (;;) {
      const batch: Item[] = [];
      while (batch.length < 25) {
        const next = waiting.next();
        if (next.done) break;
        batch.push(next.value);
      }
      if (batch.length === 0) return;
      const requests = batch.map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems } = await table.client.send(
        new BatchWriteCommand({ RequestItems: { [table.name]: requests } }),
      );
      if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error("items were left over");
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
}
