import type { Initiative } from "#core/initiatives/initiative.ts";
import {
  fromInitiativeItem,
  isLastNumber,
  type StoredEvent,
  toInitiativeItem,
} from "./initiatives/initiative-items.ts";
import { eventKey, importKeyKey, initiativeKey, registerNumberKey } from "./keys.ts";
import { getItem, getItems, type Table } from "./table.ts";
import { isNew, isWritten, putItem, putOf, transact } from "./writes.ts";

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
      const key = importKeyKey(unit, year);
      if (await isWritten(putItem(table, { ...key, importKey: fresh }, isNew))) return fresh;
      return (await getItem(table, key, true))?.importKey ?? fresh;
    },

    async existing(ids: readonly string[]): Promise<ReadonlyMap<string, Initiative>> {
      const items = await getItems(table, [...new Set(ids)].map(initiativeKey));
      return new Map(items.map((item) => [item.id, fromInitiativeItem(item)]));
    },

    /** Creates at most 30 dossiers of one register in one transaction. Throws `version.conflict`. */
    async createRows(
      rows: readonly ImportedRow[],
      register: { unit: string; year: number; last: number; taken: number },
    ): Promise<void> {
      const writes = rows.flatMap(({ initiative, events }) => [
        putOf(table, toInitiativeItem(initiative), isNew),
        ...events.map(({ event, openings }) =>
          putOf(table, { ...eventKey(initiative.id, event.n), event, openings }, isNew),
        ),
      ]);
      const { unit, year, last, taken } = register;
      const number = { ...registerNumberKey(unit, year), lastNumber: last + taken };
      if (taken > 0) writes.push(putOf(table, number, isLastNumber(last)));
      await transact(table, writes);
    },
  };
}
