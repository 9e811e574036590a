import { type SheetName, sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import type { Cell } from "../../functions/documents/spreadsheet/workbook.ts";
import { readWorkbook } from "../../functions/documents/spreadsheet/workbook-reader.ts";
import { writeWorkbook } from "../../functions/documents/spreadsheet/workbook-writer.ts";

/** Cells of a row by the keys of its sheet's columns. */
export type RowCells = Record<string, Cell>;

/** A workbook of these rows, as a person would fill in the template. */
export async function fillWorkbook(
  sheets: Partial<Record<SheetName, Iterable<RowCells>>>,
): Promise<Uint8Array> {
  const filled = (Object.keys(sheets) as SheetName[]).map((name) => ({
    sheet: sheetDefinitions[name],
    rows: rowsOf(name, sheets[name] ?? []),
  }));
  const parts = await Array.fromAsync(writeWorkbook(filled), (chunk) => new Uint8Array(chunk));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function* rowsOf(name: SheetName, rows: Iterable<RowCells>): Generator<Cell[]> {
  for (const row of rows) yield sheetDefinitions[name].columns.map(({ key }) => row[key] ?? null);
}

/** A dossier on paper, as a unit keeps it. */
export function paperCells(key: string, unit: string, given: RowCells = {}): RowCells {
  return {
    key,
    unit,
    receivedOn: { day: "2026-03-02" },
    title: `Tổ tiết kiệm mùa lũ ${key}`,
    kind: "Giải pháp đã áp dụng",
    field: "An sinh xã hội, giảm nghèo",
    fullName1: "Nguyễn Thị Ánh Tuyết",
    birthDate1: { day: "1980-05-17" },
    workplace1: "Xã Suối Mơ",
    phone: "0987654321",
    firstUsedOn: "15/01/2026",
    substance: "Mỗi hộ góp một bát gạo mỗi tuần.",
    conditions: "Có tổ trưởng được tin.",
    benefitsByAuthor: "Mười hộ đủ ăn qua mùa lũ.",
    ...given,
  };
}

/**
 * A marked copy of a register, mended as its owner would: `rightOf` names, for the row at this place, the columns at fault, and the row as it
 * should have been.
 */
export async function mendRegister(
  copy: Uint8Array,
  rightOf: (n: number) => { own: string[]; good: RowCells },
): Promise<Uint8Array> {
  const { name, columns } = sheetDefinitions.register;
  const mended: RowCells[] = [];
  for await (const part of readWorkbook(copy)) {
    if (part.kind !== "row" || part.row === 1 || part.sheet !== name) continue;
    const { own, good } = rightOf(part.row - 2);
    const read = columns.map(({ key }, at): [string, Cell] => {
      const cell = part.cells.get(at);
      if (own.includes(key)) return [key, good[key] ?? null];
      if (cell?.kind === "day") return [key, { day: cell.value }];
      return [key, cell?.kind === "text" || cell?.kind === "number" ? cell.value : null];
    });
    mended.push(Object.fromEntries(read));
  }
  return fillWorkbook({ register: mended });
}
