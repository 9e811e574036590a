import { cleanLine, cleanProse, isDay } from "#core/base/text.ts";
import { readNumber } from "#core/base/typed-number.ts";
import type { RowFault, RowValues, SheetColumn } from "./sheet.ts";

export type SheetCell =
  | { kind: "text" | "day" | "error"; value: string }
  | { kind: "number"; value: number }
  | { kind: "boolean"; value: boolean }
  | { kind: "formula"; formula: string };

type Value = string | number | null;
type CellRead = { value: Value } | { code: string; params?: Record<string, string | number> };

export function readCells(
  columns: readonly SheetColumn[],
  cellOf: (column: SheetColumn) => SheetCell | undefined,
): { values: RowValues; faults: RowFault[] } {
  const values: Record<string, Value> = {};
  const faults: RowFault[] = [];
  for (const column of columns) {
    const read = readCell(column, cellOf(column));
    values[column.key] = "value" in read ? read.value : null;
    if ("code" in read) faults.push({ column: column.key, ...read });
    else if (column.required && (read.value === null || read.value === ""))
      faults.push({ column: column.key, code: "cell.required" });
  }
  return { values, faults };
}

function readCell(column: SheetColumn, cell: SheetCell | undefined): CellRead {
  if (!cell) return { value: null };
  if (cell.kind === "formula") return { code: "cell.formula" };
  if (cell.kind === "error" || (cell.kind === "text" && isErrorText(cell.value)))
    return { code: "cell.error", params: { value: cell.value.trim() } };
  if (column.kind === "number") return readNumberCell(cell);
  if (column.kind === "day") return readDay(cell);
  const text = textOf(cell, column.prose ? cleanProse : cleanLine);
  if (text === "") return { value: null };
  return column.codes ? readWord(column.codes, text) : { value: text };
}

/** True for a text that a spreadsheet shows for a failed formula, such as `#REF!`. */
export const isErrorText = (text: string): boolean =>
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|ERROR!)$/i.test(
    text.trim(),
  );

function textOf(cell: Exclude<SheetCell, { kind: "formula" }>, clean = cleanLine): string {
  if (cell.kind === "boolean") return cell.value ? "Có" : "Không";
  return clean(String(cell.value));
}

/** Ignores case, spaces and Unicode form. */
export const comparable = (text: string): string => cleanLine(text).toLowerCase();

function readWord(codes: Readonly<Record<string, string>>, text: string): CellRead {
  const same = comparable(text);
  for (const [word, code] of Object.entries(codes)) if (comparable(word) === same) return { value: code };
  return { code: "cell.choice", params: { value: text.slice(0, 60) } };
}

/** Refuses an ambiguous number (1.234), because an import cannot ask the user. */
function readNumberCell(cell: Exclude<SheetCell, { kind: "formula" }>): CellRead {
  if (cell.kind === "number") return { value: cell.value };
  const text = textOf(cell);
  const params = { value: text.slice(0, 40) };
  const reading = readNumber(cell.kind === "text" ? text : `(${text})`, { decimals: true });
  if (reading.kind === "empty") return { value: null };
  if (reading.kind === "number") return { value: reading.value };
  if (reading.kind === "qualified") return { code: "cell.number.qualified", params };
  const [only, other] = reading.kind === "unclear" ? reading.readings : [];
  if (only === undefined) return { code: "cell.number", params };
  return other === undefined ? { value: only } : { code: "cell.number.unclear", params };
}

function readDay(cell: Exclude<SheetCell, { kind: "formula" }>): CellRead {
  const text = cell.kind === "day" ? cell.value : textOf(cell);
  if (text === "") return { value: null };
  const day = dayIn(text);
  return day !== null && cell.kind !== "number"
    ? { value: day }
    : { code: "cell.day", params: { value: text.slice(0, 40) } };
}

export function dayIn(text: string): string | null {
  const [, d = "", m = "", y = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const day = y ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : text;
  return isDay(day) ? day : null;
}

/** Bound of a period: an ISO day, else the text as typed, such as a year. */
export const boundIn = (value: unknown): string => dayIn(String(value ?? "")) ?? String(value ?? "");
