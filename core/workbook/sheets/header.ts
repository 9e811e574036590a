import { comparable, type SheetCell } from "./cell.ts";
import type { SheetColumn } from "./sheet.ts";

export interface HeaderRow {
  positions: ReadonlyMap<string, number>;
  faults: { at: number; code: string; params?: Record<string, string | number> }[];
}

/** Column name without the marker of required columns. */
export function columnName(head: string): string {
  const text = head.trimEnd();
  return text.endsWith("*") ? text.slice(0, -1).trimEnd() : text;
}

const named = (text: string) => comparable(columnName(text));

/** Columns may be in any order. Unknown, missing and repeated columns are errors. Skips `ignored` headers. */
export function readHeader(
  columns: readonly SheetColumn[],
  cells: ReadonlyMap<number, SheetCell>,
  ignored: readonly string[],
): HeaderRow {
  const byName = new Map(columns.map((column) => [named(column.header), column]));
  const skipped = new Set(ignored.map(named));
  const positions = new Map<string, number>();
  const faults: HeaderRow["faults"] = [];
  for (const [at, cell] of cells) {
    const text = cell.kind === "text" ? cell.value : "";
    const name = named(text);
    if (skipped.has(name) || (cell.kind === "text" && name === "")) continue;
    const column = byName.get(name);
    if (!column) faults.push({ at, code: "sheet.column.unknown", params: { header: text.slice(0, 60) } });
    else if (positions.has(column.key))
      faults.push({ at, code: "sheet.column.twice", params: { header: column.header } });
    else positions.set(column.key, at);
  }
  for (const { key, header, mayLack } of columns)
    if (!positions.has(key) && !mayLack)
      faults.push({ at: 0, code: "sheet.column.missing", params: { header } });
  return { positions, faults };
}
