import type { Cell, Column, PlainCell } from "./workbook.ts";

/** What a spreadsheet would take for the beginning of a formula, also behind blanks and in the wide forms of East Asia. */
const formulaStart = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const rowsAtOnce = 500;

/**
 * Rows as CSV (RFC 4180: comma, CRLF, quotes doubled), in UTF-8 with the mark that Excel asks for. Days are YYYY-MM-DD, numbers have a point.
 * Text that a spreadsheet would run as a formula gets an apostrophe before it; a number is left as it is.
 */
export async function* writeCsv(
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  let waiting: (readonly Cell[])[] = [];
  let begins = true;
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < rowsAtOnce) continue;
    yield encodeRows(columns, waiting, begins);
    waiting = [];
    begins = false;
  }
  if (begins || waiting.length > 0) yield encodeRows(columns, waiting, begins);
}

/** Some rows of such a file; with mark and heads where it `begins`. */
export function encodeRows(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  begins: boolean,
): Uint8Array {
  const head = begins ? `\ufeff${writeLine(columns.map(({ header }) => header))}` : "";
  return new TextEncoder().encode(head + rows.map(writeLine).join(""));
}

function writeLine(row: readonly Cell[]): string {
  return `${row.map((cell) => writeField(isFault(cell) ? cell.value : cell)).join(",")}\r\n`;
}

function writeField(cell: PlainCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object" && "share" in cell) return String(cell.share);
  const text = typeof cell === "object" ? cell.day : formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isFault(cell: Cell): cell is { fault: string; value: PlainCell } {
  return cell !== null && typeof cell === "object" && "fault" in cell;
}
