import { fromCellText } from "./spreadsheet-text.ts";
import { dayOf } from "./workbook.ts";
import { WorkbookFault } from "./workbook-fault.ts";
import type { Outline } from "./workbook-outline.ts";
import type { XmlHandlers } from "./xml-reader.ts";

/** Formulas are reported, not evaluated; days are YYYY-MM-DD. */
export type ReadCell =
  | { kind: "text"; value: string }
  | { kind: "number"; value: number }
  | { kind: "day"; value: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "formula"; formula: string }
  | { kind: "error"; value: string };

/** `row` counts from 1, columns from 0. */
export interface ReadRow {
  kind: "row";
  sheet: string;
  row: number;
  cells: Map<number, ReadCell>;
  hidden?: true;
}

/** A merged range such as A1:B2. */
export interface MergedCells {
  kind: "merged";
  sheet: string;
  range: string;
}

const mostRows = 1_048_576;
const mostColumns = 16_384;

export function readWorksheet(
  sheet: string,
  { texts, isDay, from1904 }: Pick<Outline, "texts" | "isDay" | "from1904">,
  emit: (part: ReadRow | MergedCells) => void,
): XmlHandlers {
  let row = 0;
  let column = -1;
  let cells = new Map<number, ReadCell>();
  let inRow = false;
  let isHidden = false;
  let inCell = false;
  let type = "n";
  let style = 0;
  let value: string | null = null;
  let text: string | null = null;
  let formula: string | null = null;
  let phonetic = false;

  const openRow = ({ r: place, hidden = "0" }: Record<string, string>) => {
    const next = place === undefined ? row + 1 : Number(place);
    if (!Number.isInteger(next) || next <= row || next > mostRows)
      throw new WorkbookFault("damaged", `row ${place} behind row ${row}`);
    row = next;
    column = -1;
    cells = new Map();
    inRow = true;
    isHidden = hidden === "1" || hidden === "true";
  };
  const openCell = (attributes: Record<string, string>) => {
    const next = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
    if (next <= column || next >= mostColumns)
      throw new WorkbookFault("damaged", `cell ${attributes.r} in row ${row}`);
    column = next;
    type = attributes.t ?? "n";
    style = Number(attributes.s ?? 0);
    value = null;
    text = null;
    formula = null;
    inCell = true;
  };
  const closeCell = (): ReadCell | null => {
    if (formula !== null) return { kind: "formula", formula };
    if (type === "inlineStr") return text ? { kind: "text", value: fromCellText(text) } : null;
    if (value === null || value === "") return null;
    if (type === "s") {
      const shared = texts.get(Number(value));
      if (shared === undefined) throw new WorkbookFault("damaged", `no shared text ${value}`);
      return shared ? { kind: "text", value: shared } : null;
    }
    if (type === "str") return { kind: "text", value: fromCellText(value) };
    if (type === "b") return { kind: "boolean", value: value === "1" || value === "true" };
    if (type === "e") return { kind: "error", value };
    if (type === "d") return { kind: "day", value: value.slice(0, 10) };
    return numberOrDay(value);
  };
  const numberOrDay = (written: string): ReadCell => {
    const number = Number(written);
    if (!Number.isFinite(number)) throw new WorkbookFault("damaged", `no number: ${written}`);
    const day = isDay(style) ? dayOf(number, from1904) : null;
    return day === null ? { kind: "number", value: number } : { kind: "day", value: day };
  };

  return {
    open(name, attributes) {
      if (name === "row") openRow(attributes);
      else if (name === "c" && inRow) openCell(attributes);
      else if (name === "rPh") phonetic = true;
      else if (name === "mergeCell") emit({ kind: "merged", sheet, range: attributes.ref ?? "" });
    },
    close(name, content) {
      if (name === "row") {
        inRow = false;
        if (cells.size > 0) emit({ kind: "row", sheet, row, cells, ...(isHidden ? { hidden: true } : {}) });
      } else if (name === "rPh") phonetic = false;
      else if (!inCell) return;
      else if (name === "v") value = content;
      else if (name === "f") formula = content;
      else if (name === "t" && !phonetic) text = (text ?? "") + content;
      else if (name === "c") {
        inCell = false;
        const cell = closeCell();
        if (cell) cells.set(column, cell);
      }
    },
  };
}

function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1];
  if (!letters) throw new WorkbookFault("damaged", `no place: ${place}`);
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
