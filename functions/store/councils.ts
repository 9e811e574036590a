import type { Council, Councils } from "#core/units/council.ts";
import { councilKey, councilLogKey, councilPartition } from "./keys.ts";
import { queryAll, type Table } from "./table.ts";
import { isNew, isVersion, putOf, transact } from "./writes.ts";

export function createCouncilStore(table: Table, forget: (partition: string) => void) {
  return {
    async now(): Promise<Councils> {
      const councils = new Map<string, Council>();
      for await (const { record } of queryAll(table, { partition: councilPartition, consistent: true }))
        councils.set((record as Council).id, record as Council);
      return councils;
    },

    /**
     * `known`: councils that the change was checked against. Simultaneous changes at one unit conflict
     * (`version.conflict`), because names could collide.
     */
    async save(before: Council | null, after: Council, known: Councils): Promise<void> {
      const { id, unit, changed } = after;
      const isStill = before ? isVersion("record", before.version) : isNew;
      const logged = { ...councilLogKey(unit, changesAt(known, unit) + 1), entry: { council: id, changed } };
      try {
        await transact(table, [
          putOf(table, { ...councilKey(id), record: after }, isStill),
          putOf(table, logged, isNew),
        ]);
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
