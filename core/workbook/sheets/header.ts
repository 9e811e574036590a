import { comparable, type SheetCell } from "./cell.ts";
import type { SheetColumn } from "./sheet.ts";

/** What a sheet's first row says: where each of its columns stands (counted from 0), and what is wrong with it. */
export interface HeaderRow {
  places: ReadonlyMap<string, number>;
  faults: { at: number; code: string; params?: Record<string, string | number> }[];
}

/** The name of a column in its head, without the mark of one that is required. */
export function columnName(head: string): string {
  const text = head.trimEnd();
  return text.endsWith("*") ? text.slice(0, -1).trimEnd() : text;
}

const named = (text: string) => comparable(columnName(text));

/**
 * Reads a sheet's heads. Columns may stand in any order; one that is missing, renamed, or there twice is a fault. `ignored` are heads that
 * belong to nobody.
 */
export function readHeader(
  columns: readonly SheetColumn[],
  cells: ReadonlyMap<number, SheetCell>,
  ignored: readonly string[],
): HeaderRow {
  const byName = new Map(columns.map((column) => [named(column.header), column]));
  const passed = new Set(ignored.map(named));
  const places = new Map<string, number>();
  const faults: HeaderRow["faults"] = [];
  for (const [at, cell] of cells) {
    const text = cell.kind === "text" ? cell.value : "";
    const name = named(text);
    if (passed.has(name) || (cell.kind === "text" && name === "")) continue;
    const column = byName.get(name);
    if (!column) faults.push({ at, code: "sheet.column.unknown", params: { header: text.slice(0, 60) } });
    else if (places.has(column.key))
      faults.push({ at, code: "sheet.column.twice", params: { header: column.header } });
    else places.set(column.key, at);
  }
  for (const { key, header, mayLack } of columns)
    if (!places.has(key) && !mayLack)
      faults.push({ at: 0, code: "sheet.column.missing", params: { header } });
  return { places, faults };
}
