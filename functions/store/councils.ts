import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import type { Council, Councils } from "#core/units/council.ts";
import { councilKey, councilLogKey, councilPartition } from "./keys.ts";
import { isConflict, queryAll, type Table } from "./table.ts";

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

    /**
     * Writes a council with its line in the log of its unit. `known` are the councils by which the change was judged: two changes at one unit that
     * were judged by the same councils cannot both be written, or a unit would have two councils of one name. Throws `version.conflict` where
     * another write came first, or where the id of a new council is taken.
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

/** How often the councils of a unit were changed: each change is one more version of one of them. */
function changesAt(councils: Councils, unit: string): number {
  let changes = 0;
  for (const council of councils.values()) if (council.unit === unit) changes += council.version;
  return changes;
}
