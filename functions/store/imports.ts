import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { fromInitiativeItem, type StoredEvent, toInitiativeItem } from "./initiatives.ts";
import { eventKey, importKeyKey, initiativeKey, registerNumberKey } from "./keys.ts";
import { getItem, type Item, isConflict, type Table } from "./table.ts";

/** What one request of DynamoDB reads at most. */
const readAtOnce = 100;

/** A dossier that an import begins, with the events behind its first. */
export interface ImportedRow {
  initiative: Initiative;
  events: StoredEvent[];
}

/** What an import reads and writes past the doors of single dossiers. */
export function createImportStore(table: Table) {
  return {
    /** The key that the ids of a register's imported rows derive from, or null where none was ever imported. */
    async registerKey(unit: string, year: number): Promise<Uint8Array | null> {
      return (await getItem(table, importKeyKey(unit, year), true))?.importKey ?? null;
    },

    /** Keeps a key for a register where there is none. Returns the one that stands. */
    async keepRegisterKey(unit: string, year: number, fresh: Uint8Array): Promise<Uint8Array> {
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...importKeyKey(unit, year), importKey: fresh },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        return fresh;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return (await getItem(table, importKeyKey(unit, year), true))?.importKey ?? fresh;
      }
    },

    /** The records that are there of these ids, any number of them. */
    async existing(ids: readonly string[]): Promise<ReadonlyMap<string, Initiative>> {
      const found = new Map<string, Initiative>();
      for (let at = 0; at < ids.length; at += readAtOnce) {
        let Keys = [...new Set(ids.slice(at, at + readAtOnce))].map(initiativeKey);
        while (Keys.length > 0) {
          const { Responses, UnprocessedKeys } = await table.client.send(
            new BatchGetCommand({ RequestItems: { [table.name]: { Keys, ConsistentRead: true } } }),
          );
          for (const item of Responses?.[table.name] ?? []) found.set(item.id, fromInitiativeItem(item));
          Keys = (UnprocessedKeys?.[table.name]?.Keys ?? []) as typeof Keys;
        }
      }
      return found;
    },

    /**
     * Begins dossiers of one register, at most 30, all or none: each on condition that its id is free, and the register's last number, where
     * they take some, on condition that nobody has taken one since `last` was read. Throws `version.conflict`.
     */
    async createRows(
      rows: readonly ImportedRow[],
      register: { unit: string; year: number; last: number; taken: number },
    ): Promise<void> {
      const put = (Item: Item, ConditionExpression: string, values?: Item) => ({
        Put: { TableName: table.name, Item, ConditionExpression, ExpressionAttributeValues: values },
      });
      const writes = rows.flatMap(({ initiative, events }) => [
        put(toInitiativeItem(initiative), "attribute_not_exists(pk)"),
        ...events.map(({ event, openings }) =>
          put({ ...eventKey(initiative.id, event.n), event, openings }, "attribute_not_exists(pk)"),
        ),
      ]);
      const { unit, year, last, taken } = register;
      if (taken > 0)
        writes.push(
          put(
            { ...registerNumberKey(unit, year), lastNumber: last + taken },
            "attribute_not_exists(pk) OR lastNumber = :last",
            { ":last": last },
          ),
        );
      try {
        await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
      } catch (error) {
        if (isConflict(error)) throw new Problem("version.conflict");
        throw error;
      }
    },
  };
}
