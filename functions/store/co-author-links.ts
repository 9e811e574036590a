import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CoAuthorChecks } from "#core/initiatives/co-author.ts";
import { coAuthorLinksKey } from "./keys.ts";
import { getItem, type Table } from "./table.ts";

/** What tells whether a co-author's link is one that was given out; beside the record, so that giving links out is no step of it. */
export function createCoAuthorLinkStore(table: Table) {
  return {
    /** The checks kept of an initiative's links, by place in the form. */
    async get(id: string): Promise<CoAuthorChecks> {
      const item = await getItem(table, coAuthorLinksKey(id), true);
      return item?.checks ?? {};
    },

    /** Replaces them: links that are not among them are void. */
    async put(id: string, checks: CoAuthorChecks): Promise<void> {
      await table.client.send(
        new PutCommand({ TableName: table.name, Item: { ...coAuthorLinksKey(id), checks } }),
      );
    },
  };
}
