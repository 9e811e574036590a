import type { Cell, Column, PlainCell } from "./workbook.ts";

/** What a spreadsheet would take for the beginning of a formula, also behind blanks and in the wide forms of East Asia. */
const formulaStart = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const gathered = 64 * 1024;

/**
 * Rows as CSV (RFC 4180: comma, CRLF, quotes doubled), in UTF-8 with the mark that Excel asks for. Days are YYYY-MM-DD, numbers have a point.
 * Text that a spreadsheet would run as a formula gets an apostrophe before it; a number is left as it is.
 */
export async function* writeCsv(
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = `\ufeff${writeLine(columns.map(({ header }) => header))}`;
  for await (const row of rows) {
    text += writeLine(row);
    if (text.length < gathered) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text) yield encoder.encode(text);
}

function writeLine(row: readonly Cell[]): string {
  return `${row.map((cell) => writeField(isFault(cell) ? cell.value : cell)).join(",")}\r\n`;
}

function writeField(cell: PlainCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = typeof cell === "object" ? cell.day : formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isFault(cell: Cell): cell is { fault: string; value: PlainCell } {
  return cell !== null && typeof cell === "object" && "fault" in cell;
}
