import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { type Contribution, diffContributions } from "../core/contribution.ts";
import type { CountedFigure, DeclaredFigure, FigureRows } from "../core/figure.ts";
import type { Initiative } from "../core/initiative.ts";
import { Problem } from "../core/problems.ts";
import {
  countedFigureKey,
  countedKey,
  declaredFigureKey,
  figurePartition,
  openFigurePrefix,
} from "./keys.ts";
import {
  getItem,
  getItems,
  type Item,
  isConflict,
  queryAll,
  rowsAtOnce,
  scanPages,
  type Table,
  writeAll,
} from "./table.ts";

const foldAttempts = 12;

export function createFigureStore(table: Table) {
  return {
    /** Counted and declared figures of a unit whose periods end in `fromYear` or later, in one Query. */
    async rows(unit: string, fromYear: number): Promise<FigureRows> {
      const rows: FigureRows = { declared: [], counted: [] };
      const query = { partition: figurePartition(unit), from: String(fromYear) };
      for await (const item of queryAll(table, query, rowsAtOnce)) {
        if (item.declared) {
          const { earlier, ...declared } = item.declared as DeclaredFigure;
          if (!declared.withdrawn) rows.declared.push(declared);
        } else if (item.value !== 0) rows.counted.push(toCounted(item));
      }
      return rows;
    },

    /** How many open dossiers of a unit and year were due on `day` (YYYY-MM-DD) or before, in one Query. */
    async openDueBy(unit: string, year: number, day: string): Promise<number> {
      const prefix = openFigurePrefix(year);
      let open = 0;
      const query = { partition: figurePartition(unit), prefix };
      for await (const { sk, value } of queryAll(table, query, rowsAtOnce))
        if (String(sk).slice(prefix.length, prefix.length + day.length) <= day) open += value;
      return open;
    },

    /** Writes a declared figure over the one with the same unit, key and period. */
    async putDeclared(declared: DeclaredFigure): Promise<void> {
      const Item = { ...declaredFigureKey(declared), declared };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    },

    /** Every declared figure of a unit, with corrections and with those that were taken back, in one Query. */
    async declaredOf(unit: string): Promise<DeclaredFigure[]> {
      const found: DeclaredFigure[] = [];
      const query = { partition: figurePartition(unit), consistent: true };
      for await (const item of queryAll(table, query, rowsAtOnce))
        if (item.declared) found.push(item.declared as DeclaredFigure);
      return found;
    },

    /** One declared figure as it stands now, or null. */
    async declared(
      place: Pick<DeclaredFigure, "unit" | "key" | "from" | "to">,
    ): Promise<DeclaredFigure | null> {
      return (await getItem(table, declaredFigureKey(place), true))?.declared ?? null;
    },

    /** Writes a figure on condition that what stood before still does. Throws `version.conflict`. */
    async saveDeclared(declared: DeclaredFigure, before: DeclaredFigure | null): Promise<void> {
      try {
        await table.client.send(new PutCommand(declaredPut(table, declared, before)));
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) throw new Problem("version.conflict");
        throw error;
      }
    },

    /**
     * Counts one version of an initiative, exactly once: in one transaction the version last counted is replaced on condition that it is
     * still the one read, and the difference is added to every unit on the path. An older or equal version changes nothing, so duplicates,
     * retries and reordering are harmless. Returns false where there was nothing to do.
     */
    async fold(initiative: Initiative, contribution: Contribution): Promise<boolean> {
      for (let attempt = 1; ; attempt++) {
        const counted = await getItem(table, countedKey(initiative.id), true);
        if (counted && counted.version >= initiative.version) return false;
        const changes = diffContributions(
          (counted?.contribution as Contribution | undefined) ?? null,
          contribution,
        );
        try {
          await table.client.send(
            new TransactWriteCommand({
              TransactItems: [
                {
                  Put: {
                    TableName: table.name,
                    Item: { ...countedKey(initiative.id), version: initiative.version, contribution },
                    ConditionExpression: counted ? "version = :version" : "attribute_not_exists(pk)",
                    ExpressionAttributeValues: counted ? { ":version": counted.version } : undefined,
                  },
                },
                ...changes.map(({ unit, year, key, dimension, by }) => ({
                  Update: {
                    TableName: table.name,
                    Key: countedFigureKey(unit, year, key, dimension),
                    UpdateExpression: "ADD #value :by",
                    ExpressionAttributeNames: { "#value": "value" },
                    ExpressionAttributeValues: { ":by": by },
                  },
                })),
              ],
            }),
          );
          return true;
        } catch (error) {
          if (!isConflict(error) || attempt === foldAttempts) throw error;
          await pause(attempt);
        }
      }
    },

    /** In which version each of these initiatives was last counted, by id; those never counted are missing. */
    async countedVersions(ids: readonly string[]): Promise<Map<string, number>> {
      const idOf = new Map(ids.map((id) => [countedKey(id).pk, id]));
      const items = await getItems(table, ids.map(countedKey));
      return new Map(items.map(({ pk, version }) => [idOf.get(pk) ?? pk, version]));
    },

    /** Deletes all that was counted, for a rebuild from the records. The stream must be at rest meanwhile. */
    async clearCounted(): Promise<void> {
      const filter = {
        ProjectionExpression: "pk, sk",
        FilterExpression:
          "begins_with(pk, :counted) OR (begins_with(pk, :figure) AND attribute_not_exists(declared))",
        ExpressionAttributeValues: { ":counted": "COUNTED#", ":figure": figurePartition("") },
      };
      for await (const items of scanPages(table, filter))
        await writeAll(
          table,
          items.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
        );
    },
  };
}

/** The put of a declared figure over the one that was read, for a write of its own or a transaction. */
export function declaredPut(table: Table, declared: DeclaredFigure, before: DeclaredFigure | null) {
  const replaces = before
    ? {
        ConditionExpression: "declared.version = :version",
        ExpressionAttributeValues: { ":version": before.version },
      }
    : { ConditionExpression: "attribute_not_exists(pk)" };
  return { TableName: table.name, Item: { ...declaredFigureKey(declared), declared }, ...replaces };
}

function toCounted(item: Item): CountedFigure {
  const [last = "", key = "", , dimension = ""] = String(item.sk).split("#");
  return {
    unit: String(item.pk).slice(figurePartition("").length),
    key,
    dimension,
    year: Number(last),
    value: item.value,
  };
}

/** Waits longer with each attempt, and never in step with the others (full jitter). */
function pause(attempt: number): Promise<void> {
  const milliseconds = Math.random() * Math.min(1_000, 10 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
