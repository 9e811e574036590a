import type {
  AwardRecord,
  AwardRecordEntry,
  AwardRecordKind,
  AwardRecordWrite,
} from "#core/commendation/record.ts";
import { foldName } from "#core/commendation/summary.ts";
import {
  awardRecordKey,
  awardRecordKeys,
  awardRecordLogKey,
  nominationNamesPartition,
  unitAwardRecordsPartition,
} from "../keys.ts";
import { getItem, queryAll, type Table } from "../table.ts";
import { isNew, isVersion, putOf, transact } from "../writes.ts";

type OfKind<K extends AwardRecordKind> = Extract<AwardRecord, { kind: K }>;

/** Emulation blocs and nominations. */
export function createAwardRecordStore(table: Table) {
  return {
    async get<K extends AwardRecordKind>(kind: K, id: string): Promise<OfKind<K> | null> {
      return (await getItem(table, awardRecordKey(kind, id), true))?.record ?? null;
    },

    async entry(kind: AwardRecordKind, id: string, n: number): Promise<AwardRecordEntry | null> {
      return (await getItem(table, awardRecordLogKey(kind, id, n), true))?.entry ?? null;
    },

    /** A unit's records of a year, or of all years. */
    async ofUnit<K extends AwardRecordKind>(
      kind: K,
      unit: string,
      year: number | null,
    ): Promise<OfKind<K>[]> {
      const partition = unitAwardRecordsPartition(kind, unit);
      const prefix = year === null ? {} : { prefix: `${year}#` };
      const items = queryAll(table, { index: "byUnit", partition, ...prefix });
      return Array.fromAsync(items, ({ summary }) => summary as OfKind<K>);
    },

    /** Nominations of a name, with or without marks, below the roots. */
    async nominationsOf(roots: readonly string[], name: string): Promise<OfKind<"nomination">[]> {
      const folded = foldName(name);
      if (folded === "") return [];
      const found = await Promise.all(
        roots.map((root) => {
          const query = { index: "byQueue", partition: nominationNamesPartition(root, folded) } as const;
          return Array.fromAsync(queryAll(table, query), ({ summary }) => summary as OfKind<"nomination">);
        }),
      );
      return found.flat();
    },

    /** Throws `version.conflict`. */
    save({ before, after, entry }: AwardRecordWrite): Promise<void> {
      const item = { ...awardRecordKeys(after), record: after, summary: after };
      return transact(table, [
        putOf(table, item, before ? isVersion("record", before.version) : isNew),
        putOf(table, { ...awardRecordLogKey(after.kind, after.id, entry.n), entry }, isNew),
      ]);
    },
  };
}
