import type { ChildFigures } from "#core/figures/child-figures.ts";
import type { CountedVersion } from "#core/figures/contribution.ts";
import type { CountedFigure, DeclaredFigure, EarlierFigure, FigureRows } from "#core/figures/figure.ts";
import {
  childFigureYear,
  countedKey,
  countedSortKeys,
  declaredFigureKey,
  endOfChildren,
  endOfFigures,
  figureLogKey,
  figureLogPartition,
  figurePartition,
  openFigurePrefix,
} from "../keys.ts";
import {
  getItem,
  getItems,
  type Item,
  queryAll,
  rowsAtOnce,
  scanPages,
  type Table,
  writeAll,
} from "../table.ts";
import { isNew, isVersion, putItem, putOf, transact, type Write } from "../writes.ts";
import { aggregateVersions } from "./aggregation.ts";
import { toChildFigures } from "./child-items.ts";

interface FigureRowsWithChildren extends FigureRows {
  children: ChildFigures[];
}

export function createFigureStore(table: Table) {
  const read = async (unit: string, from: string, to: string): Promise<FigureRowsWithChildren> => {
    const rows: FigureRowsWithChildren = { declared: [], counted: [], children: [] };
    for await (const item of queryAll(table, { partition: figurePartition(unit), from, to }, rowsAtOnce)) {
      const declared = item.declared as DeclaredFigure | undefined;
      const child = toChildFigures(item);
      if (declared && !declared.withdrawn) rows.declared.push(declared);
      else if (child) rows.children.push(child);
      else if (!declared && item.value !== 0) rows.counted.push(toCounted(item));
    }
    return rows;
  };
  return {
    /** Figures of a unit whose periods end in `fromYear` or later, in one Query. */
    async rows(unit: string, fromYear: number): Promise<FigureRows> {
      const { declared, counted } = await read(unit, String(fromYear), endOfFigures);
      return { declared, counted };
    },

    /** Like `rows`, with counters of direct children from `year` on, in one Query. */
    rowsWithChildren: (unit: string, fromYear: number, year: number): Promise<FigureRowsWithChildren> =>
      read(unit, String(fromYear), endOfChildren(year)),

    async children(unit: string, year: number): Promise<ChildFigures[]> {
      const items = queryAll(table, { partition: figurePartition(unit), prefix: childFigureYear(year) });
      return (await Array.fromAsync(items)).flatMap((item) => toChildFigures(item) ?? []);
    },

    async openDueBy(unit: string, year: number, day: string): Promise<number> {
      const prefix = openFigurePrefix(year);
      let open = 0;
      const query = { partition: figurePartition(unit), prefix };
      for await (const { sk, value } of queryAll(table, query, rowsAtOnce))
        if (String(sk).slice(prefix.length, prefix.length + day.length) <= day) open += value;
      return open;
    },

    async putDeclared(declared: DeclaredFigure): Promise<void> {
      await putItem(table, toItem(declared));
    },

    async declaredOf(unit: string): Promise<DeclaredFigure[]> {
      const found: DeclaredFigure[] = [];
      const query = { partition: figurePartition(unit), from: "0", to: endOfFigures, consistent: true };
      for await (const item of queryAll(table, query, rowsAtOnce))
        if (item.declared) found.push(item.declared as DeclaredFigure);
      const log = new Map<string, EarlierFigure[]>();
      if (found.some((figure) => figure.version > 1))
        for await (const { sk, earlier } of queryAll(table, {
          partition: figureLogPartition(unit),
          consistent: true,
        })) {
          const place = String(sk).slice(0, String(sk).lastIndexOf("#") + 1);
          log.set(place, [...(log.get(place) ?? []), earlier as EarlierFigure]);
        }
      return found.map((figure) => ({ ...figure, earlier: log.get(figureLogKey(figure).sk) ?? [] }));
    },

    async declared(
      place: Pick<DeclaredFigure, "unit" | "key" | "from" | "to">,
    ): Promise<DeclaredFigure | null> {
      const kept = (await getItem(table, declaredFigureKey(place), true))?.declared;
      return kept ? { ...kept, earlier: [] } : null;
    },

    /** Throws `version.conflict`. */
    saveDeclared: (declared: DeclaredFigure, before: DeclaredFigure | null): Promise<void> =>
      transact(table, declaredPuts(table, declared, before)),

    aggregate: (versions: readonly CountedVersion[]): Promise<number> => aggregateVersions(table, versions),

    /**
     * Every record that figures count, unordered, by Scan; only for rebuilds. The caller gives the reader of items, so
     * that the APIs' bundles do not contain it.
     */
    async *countedRecords(read: (item: Item) => CountedVersion | null): AsyncGenerator<CountedVersion[]> {
      const kinds = Object.entries(countedSortKeys).map(([kind, sk]) => [`:${kind}`, sk]);
      const filter = {
        FilterExpression: `sk IN (${kinds.map(([name]) => name).join()})`,
        ExpressionAttributeValues: Object.fromEntries(kinds),
        ConsistentRead: true,
      };
      for await (const items of scanPages(table, filter)) yield items.flatMap((item) => read(item) ?? []);
    },

    async uncounted(versions: readonly CountedVersion[]): Promise<CountedVersion[]> {
      const items = await getItems(table, versions.map(countedKey));
      const counted = new Map(items.map(({ pk, version }) => [pk as string, version as number]));
      return versions.filter((each) => (counted.get(countedKey(each).pk) ?? 0) < each.version);
    },

    /** For a rebuild; the stream must be idle. */
    async clearCounted(): Promise<void> {
      const filter = {
        ProjectionExpression: "pk, sk",
        FilterExpression:
          "begins_with(pk, :counted) OR (begins_with(pk, :figure) AND attribute_not_exists(declared))",
        ExpressionAttributeValues: { ":counted": "COUNTED#", ":figure": figurePartition("") },
        ConsistentRead: true,
      };
      for await (const items of scanPages(table, filter))
        await writeAll(
          table,
          items.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
        );
    },
  };
}

/** Each correction is a separate item, so that no figure exceeds the item size limit. */
function toItem({ earlier, ...declared }: DeclaredFigure): Item {
  return { ...declaredFigureKey(declared), declared };
}

export function declaredPuts(table: Table, declared: DeclaredFigure, before: DeclaredFigure | null): Write[] {
  if (!before) return [putOf(table, toItem(declared), isNew)];
  const isStill = isVersion("declared", before.version);
  const entry = { ...figureLogKey(declared, before.version), earlier: declared.earlier.at(-1) };
  return [putOf(table, toItem(declared), isStill), putOf(table, entry, isNew)];
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
