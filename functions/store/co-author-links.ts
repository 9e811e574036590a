import type { CoAuthorChecks } from "#core/initiatives/co-author.ts";
import { coAuthorLinksKey } from "./keys.ts";
import { getItem, type Table } from "./table.ts";
import { putItem } from "./writes.ts";

/** Stores `CoAuthorChecks` outside the record, because creating links is not a step of its history. */
export function createCoAuthorLinkStore(table: Table) {
  return {
    async get(id: string): Promise<CoAuthorChecks> {
      const item = await getItem(table, coAuthorLinksKey(id), true);
      return item?.checks ?? {};
    },

    /** Replaces the checks; other links become void. */
    async put(id: string, checks: CoAuthorChecks): Promise<void> {
      await putItem(table, { ...coAuthorLinksKey(id), checks });
    },
  };
}
