import { comparable, readCells } from "#core/workbook/sheets/cell.ts";
import { readHeader } from "#core/workbook/sheets/header.ts";
import type { RowFault, RowValues } from "#core/workbook/sheets/sheet.ts";
import { type SheetName, sheetDefinitions, sheetNames } from "#core/workbook/sheets/sheets.ts";
import { faultHeader } from "../../documents/spreadsheet/workbook.ts";
import { readWorkbook } from "../../documents/spreadsheet/workbook-reader.ts";

export type WorkbookPart =
  | { kind: "sheet"; name: SheetName | null; title: string; places: ReadonlyMap<string, number> }
  | { kind: "row"; name: SheetName; row: number; values: RowValues; faults: RowFault[] }
  | {
      kind: "fault";
      title: string;
      name: SheetName | null;
      at: number;
      row: number;
      code: string;
      params?: RowFault["params"];
    };

export function kindOf(title: string): SheetName | null {
  return sheetNames.find((name) => comparable(sheetDefinitions[name].name) === comparable(title)) ?? null;
}

/** A sheet with wrong headers yields no rows. Hidden sheets and rows are faults. Throws `WorkbookFault`. */
export async function* readRows(
  file: Uint8Array,
  wanted: ReadonlySet<SheetName>,
): AsyncGenerator<WorkbookPart> {
  const isWanted = (title: string) => {
    const name = kindOf(title);
    return name !== null && wanted.has(name);
  };
  let places: ReadonlyMap<string, number> | null = null;
  let whole = false;
  for await (const part of readWorkbook(file, ({ name }) => isWanted(name))) {
    const name = kindOf(part.sheet);
    if (part.kind === "sheet") {
      places = null;
      whole = false;
      if (name === null && !part.hidden)
        yield {
          kind: "fault",
          title: part.sheet,
          name,
          at: 0,
          row: 1,
          code: "sheet.unknown",
          params: { name: part.sheet },
        };
      else if (name !== null && part.hidden && wanted.has(name))
        yield { kind: "fault", title: part.sheet, name, at: 0, row: 1, code: "sheet.hidden" };
      continue;
    }
    if (name === null) continue;
    const { columns } = sheetDefinitions[name];
    if (part.kind === "merged") {
      const { at, row } = placeOf(part.range);
      yield {
        kind: "fault",
        title: part.sheet,
        name,
        at,
        row,
        code: "cell.merged",
        params: { range: part.range },
      };
    } else if (places === null) {
      const head = readHeader(columns, part.cells, [faultHeader]);
      places = head.positions;
      whole = head.faults.length === 0;
      yield { kind: "sheet", name, title: part.sheet, places };
      for (const fault of head.faults)
        yield { kind: "fault", title: part.sheet, name, row: part.row, ...fault };
    } else if (part.hidden) {
      yield { kind: "fault", title: part.sheet, name, at: 0, row: part.row, code: "row.hidden" };
    } else if (whole) {
      const own = places;
      const { values, faults } = readCells(columns, ({ key }) => part.cells.get(own.get(key) ?? -1));
      const isEmpty = Object.values(values).every((value) => value === null);
      const onlyMissing = faults.every(({ code }) => code === "cell.required");
      if (!isEmpty || !onlyMissing) yield { kind: "row", name, row: part.row, values, faults };
    }
  }
}

/** Columns count from 0, rows from 1. */
function placeOf(range: string): { at: number; row: number } {
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)/.exec(range) ?? [];
  const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { at, row: Number(row) };
}
