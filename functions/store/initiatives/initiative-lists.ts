import type { Initiative, InitiativeSummary } from "#core/initiatives/initiative.ts";
import type { State } from "#core/initiatives/lifecycle.ts";
import type { RegisterRow } from "#core/initiatives/register.ts";
import {
  councilQueuePartition,
  type IndexName,
  inboxPartition,
  initiativeKey,
  libraryPartition,
  registerPartition,
} from "../keys.ts";
import { getItems, type Item, queryAll, queryPage, scanPages, type Table } from "../table.ts";
import { fromInitiativeItem } from "./initiative-items.ts";

export interface RegisterPage {
  rows: RegisterRow[];
  cursor: string | null;
}

export interface SummaryPage {
  items: InitiativeSummary[];
  cursor: string | null;
}

const toSummary = (item: Item): InitiativeSummary => item.summary;
const toRegisterRow = (item: Item): RegisterRow => ({ summary: item.summary, entry: item.entry ?? null });

export function createInitiativeLists(table: Table) {
  const page = async (
    index: IndexName,
    partition: string,
    cursor: string | null,
    limit: number,
    newestFirst = false,
  ) => {
    const found = await queryPage(table, { index, partition, newestFirst }, limit, cursor);
    return { items: found.items.map(toSummary), cursor: found.cursor };
  };
  async function* registerRows(unit: string, year: number): AsyncGenerator<RegisterRow> {
    for await (const item of queryAll(table, { index: "byUnit", partition: registerPartition(unit, year) }))
      yield toRegisterRow(item);
  }
  return {
    inbox: (unit: string, state: State, cursor: string | null, limit: number): Promise<SummaryPage> =>
      page("byQueue", inboxPartition(unit, state), cursor, limit),

    councilQueue: (
      council: string,
      year: number,
      state: State,
      cursor: string | null,
      limit: number,
    ): Promise<SummaryPage> => page("byQueue", councilQueuePartition(council, year, state), cursor, limit),

    async register(unit: string, year: number, cursor: string | null, limit: number): Promise<RegisterPage> {
      const query = { index: "byUnit", partition: registerPartition(unit, year) } as const;
      const found = await queryPage(table, query, limit, cursor);
      return { rows: found.items.map(toRegisterRow), cursor: found.cursor };
    },

    registerRows,

    /** Dossiers of a year at these units, from all `registers`. Omits transferred dossiers. */
    async *countedRows(
      units: readonly string[],
      registers: readonly string[],
      year: number,
    ): AsyncGenerator<RegisterRow> {
      for (const register of registers)
        for await (const row of registerRows(register, year)) if (units.includes(row.summary.unit)) yield row;
    },

    library: (root: string, year: number, cursor: string | null, limit: number): Promise<SummaryPage> =>
      page("byLibrary", libraryPartition(root, year), cursor, limit, true),

    async *recognised(root: string, year: number): AsyncGenerator<InitiativeSummary> {
      for await (const item of queryAll(table, {
        index: "byLibrary",
        partition: libraryPartition(root, year),
      }))
        yield toSummary(item);
    },

    /** Omits missing records. */
    async byId(ids: readonly string[]): Promise<Map<string, Initiative>> {
      const items = await getItems(table, [...new Set(ids)].map(initiativeKey));
      const found = items.map(fromInitiativeItem);
      return new Map(found.map((initiative) => [initiative.id, initiative]));
    },

    /** Every initiative, unordered, by Scan; never for a request. */
    async *all(): AsyncGenerator<Initiative> {
      const filter = {
        FilterExpression: "sk = :sk",
        ExpressionAttributeValues: { ":sk": initiativeKey("").sk },
        ConsistentRead: true,
      };
      for await (const items of scanPages(table, filter)) yield* items.map(fromInitiativeItem);
    },
  };
}
