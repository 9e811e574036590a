import { escapeXml, toCellText } from "./spreadsheet-text.ts";
import {
  type Cell,
  type Column,
  columnName,
  faultHeader,
  headOf,
  type PlainCell,
  serialOf,
  showDay,
} from "./workbook.ts";
import { styles, worksheetFoot, worksheetHead } from "./workbook-parts.ts";

export interface Layout {
  columns: readonly Column[];
  lists: readonly (string | null)[];
  faults: boolean;
}

const faultWidth = 48;
const widths = { text: 28, number: 16, day: 13 };
const widthOf = ({ kind, width }: Column) => width ?? widths[kind];

/** Height of a line in points. */
const lineHeight = 15;
const mostLines = 8;

export function beginWorksheet({ columns, faults }: Layout): string {
  const column = (n: number, width: number, style: number) =>
    `<col min="${n + 1}" max="${n + 1}" width="${width}" style="${style}" customWidth="1"/>`;
  const cols = columns.map((each, n) =>
    column(
      n,
      widthOf(each),
      each.kind === "day" ? styles.day : each.kind === "number" ? styles.number : styles.text,
    ),
  );
  const heads = columns.map((each, n) =>
    textCell(n, 1, headOf(each), each.required ? styles.requiredHead : styles.head),
  );
  if (faults) {
    cols.push(column(columns.length, faultWidth, styles.text));
    heads.push(textCell(columns.length, 1, faultHeader, styles.head));
  }
  return `${worksheetHead}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join("")}</cols><sheetData>${openRow(1, columns, columns.map(headOf))}${heads.join("")}</row>`;
}

/** `row` counts from 1. Throws RangeError for an invalid day or number. */
export function writeRow({ columns, faults }: Layout, row: number, cells: readonly Cell[]): string {
  const found: string[] = [];
  let xml = openRow(row, columns, cells);
  cells.forEach((cell, n) => {
    if (cell !== null && typeof cell === "object" && "fault" in cell) {
      found.push(`${columns[n]?.header ?? columnName(n)}: ${cell.fault}`);
      xml += plainCell(n, row, cell.value, true);
    } else xml += plainCell(n, row, cell, false);
  });
  if (faults && found.length > 0) xml += textCell(columns.length, row, found.join("; "), styles.text);
  return `${xml}</row>`;
}

/** Sets the height of wrapped text, because some programs do not compute it. */
function openRow(row: number, columns: readonly Column[], cells: readonly Cell[]): string {
  let lines = 1;
  cells.forEach((cell, n) => {
    const text = cell !== null && typeof cell === "object" && "fault" in cell ? cell.value : cell;
    const column = columns[n];
    if (typeof text === "string" && column) lines = Math.max(lines, linesOf(text, widthOf(column)));
  });
  return lines === 1
    ? `<row r="${row}">`
    : `<row r="${row}" ht="${Math.min(lines, mostLines) * lineHeight}">`;
}

function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes("\n")) return 1;
  return text
    .split("\n", mostLines)
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

/** `lastInput`: the last row with lists and notes. */
export function endWorksheet(layout: Layout, lastRow: number, lastInput: number): string {
  const { columns, faults } = layout;
  const last = columnName(columns.length - (faults ? 0 : 1));
  const rules =
    lastInput > 1 ? columns.flatMap((column, n) => validation(column, layout.lists[n], n, lastInput)) : [];
  const validations =
    rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>` : "";
  return `</sheetData><autoFilter ref="A1:${last}${lastRow}"/>${validations}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${worksheetFoot}`;
}

export function writeListSheet(lists: readonly (readonly string[])[]): string {
  const longest = Math.max(...lists.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, at) => {
    const cells = lists.map((list, n) => plainCell(n, at + 1, list[at] ?? null, false));
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  return `${worksheetHead}<sheetData>${rows.join("")}</sheetData>${worksheetFoot}`;
}

function plainCell(n: number, row: number, cell: PlainCell, wrong: boolean): string {
  const look = wrong ? styles.fault : styles;
  if (typeof cell === "number") {
    return numberCell(n, row, cell, Number.isInteger(cell) ? look.wholeNumber : look.number);
  }
  if (cell !== null && typeof cell === "object") {
    if ("share" in cell) return numberCell(n, row, cell.share, look.share);
    const serial = serialOf(cell.day);
    return serial === null
      ? textCell(n, row, showDay(cell.day), look.text)
      : numberCell(n, row, serial, look.day);
  }
  if (cell) return textCell(n, row, cell, look.text);
  return wrong ? `<c r="${columnName(n)}${row}" s="${look.text}"/>` : "";
}

function numberCell(n: number, row: number, value: number, style: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no number for a cell: ${value}`);
  return `<c r="${columnName(n)}${row}" s="${style}"><v>${value}</v></c>`;
}

function textCell(n: number, row: number, text: string, style: number): string {
  return `<c r="${columnName(n)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${toCellText(text)}</t></is></c>`;
}

/** A drop-down list rejects other values; a note alone rejects nothing. */
function validation(column: Column, list: string | null | undefined, n: number, lastRow: number): string[] {
  if (!list && !column.note) return [];
  const type = list ? ' type="list" allowBlank="1" showErrorMessage="1"' : "";
  const prompt = column.note
    ? ` showInputMessage="1" promptTitle="${inAttribute(column.header, 32)}" prompt="${inAttribute(column.note, 255)}"`
    : "";
  const name = columnName(n);
  const formula = list ? `<formula1>${escapeXml(list)}</formula1>` : "";
  return [`<dataValidation${type}${prompt} sqref="${name}2:${name}${lastRow}">${formula}</dataValidation>`];
}

const inAttribute = (text: string, longest: number) => escapeXml([...text].slice(0, longest).join(""));
