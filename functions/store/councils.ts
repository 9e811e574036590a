import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import type { Council, Councils } from "#core/units/council.ts";
import { councilKey, councilLogKey, councilPartition } from "./keys.ts";
import { isConflict, queryAll, type Table } from "./table.ts";

export function createCouncilStore(table: Table, forget: (partition: string) => void) {
  return {
    async now(): Promise<Councils> {
      const councils = new Map<string, Council>();
      for await (const { record } of queryAll(table, { partition: councilPartition, consistent: true }))
        councils.set((record as Council).id, record as Council);
      return councils;
    },

    /**
     * Writes a council with its log entry. `known`: councils that the change was checked against.
     * Simultaneous changes at one unit conflict, because names could collide. Throws `version.conflict`.
     */
    async save(before: Council | null, after: Council, known: Councils): Promise<void> {
      const TableName = table.name;
      const isNew = { ConditionExpression: "attribute_not_exists(pk)" };
      const isStill = before && {
        ConditionExpression: "#record.#version = :version",
        ExpressionAttributeNames: { "#record": "record", "#version": "version" },
        ExpressionAttributeValues: { ":version": before.version },
      };
      const { id, unit, changed } = after;
      const entry = { council: id, changed };
      const writes = [
        { ...councilKey(id), record: after, condition: isStill ?? isNew },
        { ...councilLogKey(unit, changesAt(known, unit) + 1), entry, condition: isNew },
      ];
      const TransactItems = writes.map(({ condition, ...Item }) => ({
        Put: { TableName, Item, ...condition },
      }));
      try {
        await table.client.send(new TransactWriteCommand({ TransactItems }));
      } catch (error) {
        if (isConflict(error)) throw new Problem("version.conflict");
        throw error;
      } finally {
        forget(councilPartition);
      }
    },
  };
}

function changesAt(councils: Councils, unit: string): number {
  let changes = 0;
  for (const council of councils.values()) if (council.unit === unit) changes += council.version;
  return changes;
}
