import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Problem } from "#core/base/problems.ts";
import type { Initiative } from "#core/initiatives/initiative.ts";
import { fromInitiativeItem, type StoredEvent, toInitiativeItem } from "./initiatives/initiative-items.ts";
import { eventKey, importKeyKey, initiativeKey, registerNumberKey } from "./keys.ts";
import { getItem, type Item, isConflict, type Table } from "./table.ts";

/** DynamoDB's limit of a BatchGet. */
const readAtOnce = 100;

export interface ImportedRow {
  initiative: Initiative;
  events: StoredEvent[];
}

export function createImportStore(table: Table) {
  return {
    async registerKey(unit: string, year: number): Promise<Uint8Array | null> {
      return (await getItem(table, importKeyKey(unit, year), true))?.importKey ?? null;
    },

    /** Stores a key if there is none; returns the stored key. */
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
     * Creates at most 30 dossiers of one register in one transaction and advances the register's number.
     * Throws `version.conflict`.
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
