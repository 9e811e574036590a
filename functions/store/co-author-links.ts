import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CoAuthorChecks } from "#core/initiatives/co-author.ts";
import { coAuthorLinksKey } from "./keys.ts";
import { getItem, type Table } from "./table.ts";

/** Stores `CoAuthorChecks` outside the record, because creating links is not a step of its history. */
export function createCoAuthorLinkStore(table: Table) {
  return {
    async get(id: string): Promise<CoAuthorChecks> {
      const item = await getItem(table, coAuthorLinksKey(id), true);
      return item?.checks ?? {};
    },

    /** Replaces the checks; other links become void. */
    async put(id: string, checks: CoAuthorChecks): Promise<void> {
      await table.client.send(
        new PutCommand({ TableName: table.name, Item: { ...coAuthorLinksKey(id), checks } }),
      );
    },
  };
}
