import { type Activity, type ActivitySummary, summariseActivity } from "#core/activities/activity.ts";
import { type Model, type ModelSummary, summariseModel } from "#core/activities/model.ts";
import type { LogEntry, RecordKind, Written } from "#core/activities/record.ts";
import {
  type Replication,
  type ReplicationSummary,
  summariseReplication,
} from "#core/activities/replication.ts";
import { type SpreadRow, spreadRowOf } from "#core/activities/spread.ts";
import { Problem } from "#core/base/problems.ts";
import type { Attachment, UploadOwner } from "#core/initiatives/attachment.ts";
import {
  activitiesBelowPartition,
  activitiesPartition,
  activityKeys,
  belowPrefix,
  modelKeys,
  modelsBelowPartition,
  modelsPartition,
  recordKey,
  recordLogKey,
  recordPartition,
  replicationKeys,
  replicationsBelowPartition,
  replicationsPartition,
  spreadPartition,
} from "../keys.ts";
import { getItem, type Item, queryAll, queryPage, type Table } from "../table.ts";
import { claimWrites, dropWrites, refuseClaims } from "../uploads.ts";
import { isNew, isVersion, putOf, transact } from "../writes.ts";

export interface Records {
  activity: { record: Activity; summary: ActivitySummary };
  model: { record: Model; summary: ModelSummary };
  replication: { record: Replication; summary: ReplicationSummary };
}
export type RecordOf<K extends RecordKind> = Records[K]["record"];
export type SummaryOf<K extends RecordKind> = Records[K]["summary"];

/** `path`: from the unit to its root. `below`: true includes all units below. */
export interface RecordList {
  path: readonly string[];
  below: boolean;
  /** For activities only; null lists all years of one unit. */
  year: number | null;
}

const itemOf: { [K in RecordKind]: (record: RecordOf<K>) => Item } = {
  activity: (record) => ({ ...activityKeys(record), record, summary: summariseActivity(record) }),
  model: (record) => ({
    ...modelKeys(record),
    record,
    summary: { ...summariseModel(record), spread: spreadRowOf(record) },
  }),
  replication: (record) => ({
    ...replicationKeys(record),
    record,
    summary: { ...summariseReplication(record), spread: spreadRowOf(record) },
  }),
};

const partitionOf: Record<RecordKind, (list: RecordList) => { partition: string; prefix?: string }> = {
  activity: ({ path, below, year }) =>
    below
      ? { partition: activitiesBelowPartition(path.at(-1) ?? "", year ?? 0), prefix: belowPrefix(path) }
      : { partition: activitiesPartition(path[0] ?? ""), ...(year === null ? {} : { prefix: `${year}#` }) },
  model: ({ path, below }) =>
    below
      ? { partition: modelsBelowPartition(path.at(-1) ?? ""), prefix: belowPrefix(path) }
      : { partition: modelsPartition(path[0] ?? "") },
  replication: ({ path, below }) =>
    below
      ? { partition: replicationsBelowPartition(path.at(-1) ?? ""), prefix: belowPrefix(path) }
      : { partition: replicationsPartition(path[0] ?? "") },
};

function listSummary<K extends RecordKind>(item: Item): SummaryOf<K> {
  const { spread, ...summary } = item.summary;
  return summary as SummaryOf<K>;
}

export function createActivityStore(table: Table) {
  const TableName = table.name;

  const get = async <K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | null> =>
    (await getItem(table, recordKey(kind, id), true))?.record ?? null;

  return {
    get,

    /** Oldest log entry first, in one Query. */
    async getWithLog<K extends RecordKind>(
      kind: K,
      id: string,
    ): Promise<{ record: RecordOf<K>; log: LogEntry[] } | null> {
      let record: RecordOf<K> | null = null;
      const log: LogEntry[] = [];
      const query = { partition: recordPartition(kind, id), consistent: true };
      for await (const item of queryAll(table, query)) {
        if (item.entry) log.push(item.entry);
        else record = item.record;
      }
      return record && { record, log };
    },

    /**
     * Writes record and log entry, claims new files and drops removed ones. `unchanged`: models that must still have
     * these versions. Throws `version.conflict`, or `<kind>.invalid` for a used or refused file.
     */
    async save<K extends RecordKind>(
      kind: K,
      { record, entry }: Written<RecordOf<K>>,
      before: RecordOf<K> | null,
      unchanged: readonly { id: string; version: number }[] = [],
    ): Promise<void> {
      const owner: UploadOwner = `${kind}:${record.id}`;
      const known = new Set(before?.evidence.map(({ id }) => id));
      const claims = record.evidence
        .filter(({ id }) => !known.has(id))
        .map((file: Attachment) => ({ file, owner }));
      const held = new Set(record.evidence.map(({ id }) => id));
      const dropped = [...known].filter((id) => !held.has(id));
      const writes = [
        putOf(table, itemOf[kind](record), before ? isVersion("record", before.version) : isNew),
        putOf(table, { ...recordLogKey(kind, record.id, entry.n), entry }, isNew),
        ...unchanged.map(({ id, version }) => ({
          ConditionCheck: { TableName, Key: recordKey("model", id), ...isVersion("record", version) },
        })),
        ...dropWrites(table, dropped, owner),
      ];
      await transact(table, [...writes, ...claimWrites(table, claims)], (error) => {
        const refused = refuseClaims(error, writes.length, claims, `${kind}.invalid`);
        return refused && pointToEvidence(refused, record.evidence, claims);
      });
    },

    async page<K extends RecordKind>(
      kind: K,
      list: RecordList,
      cursor: string | null,
      limit: number,
    ): Promise<{ items: SummaryOf<K>[]; cursor: string | null }> {
      const index = list.below ? "byLibrary" : "byUnit";
      const found = await queryPage(table, { index, ...partitionOf[kind](list) }, limit, cursor);
      return { items: found.items.map((item) => listSummary<K>(item)), cursor: found.cursor };
    },

    async *list<K extends RecordKind>(kind: K, list: RecordList): AsyncGenerator<SummaryOf<K>> {
      const index = list.below ? "byLibrary" : "byUnit";
      for await (const item of queryAll(table, { index, ...partitionOf[kind](list) }))
        yield listSummary<K>(item);
    },

    async spread(origin: { kind: string; id: string }): Promise<SpreadRow[]> {
      const rows: SpreadRow[] = [];
      for await (const { summary } of queryAll(table, {
        index: "byQueue",
        partition: spreadPartition(origin),
      }))
        if (summary.spread) rows.push(summary.spread);
      return rows;
    },
  };
}

function pointToEvidence(
  { code, errors }: Problem,
  evidence: readonly Attachment[],
  claims: readonly { file: { id: string } }[],
): Problem {
  return new Problem(
    code,
    errors.map((error) => {
      const claim = claims[Number(error.pointer.slice(error.pointer.lastIndexOf("/") + 1))];
      const at = evidence.findIndex(({ id }) => id === claim?.file.id);
      return { ...error, pointer: `/evidence/${at}` };
    }),
  );
}
