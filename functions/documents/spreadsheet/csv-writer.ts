import type { Cell, Column, PlainCell } from "./workbook.ts";

const formulaStarts = "=+-@＝＋－＠";
/** Characters that some spreadsheet settings treat as separators, even in quotes. */
const fieldEnds = ";\t\r\n";
const dialled = /^(?:\+\d{2}|0\d{3})\d{5,9}$/;

/**
 * Encodes rows as CSV (RFC 4180) in UTF-8, with a BOM at the beginning for Excel. Text that could begin a
 * formula gets an apostrophe. Phone numbers are grouped, so that they keep their leading zero.
 */
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
  const text = typeof cell === "object" ? cell.day : dialled.test(cell) ? inGroups(cell) : disarm(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function inGroups(digits: string): string {
  const first = digits.startsWith("+") ? 3 : 4;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}(?=\d{3})|\d{1,4}/g) ?? [])].join(" ");
}

function disarm(text: string): string {
  let safe = "";
  let from = 0;
  let begins = true;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (fieldEnds.includes(character)) {
      safe += text.slice(from, at + 1);
      from = at + 1;
      begins = true;
    } else if (begins && !/[\s"']/.test(character)) {
      begins = false;
      if (!formulaStarts.includes(character)) continue;
      const isDash = character === "-" && /[\s]/.test(text.charAt(at + 1));
      safe += isDash ? `${text.slice(from, at)}–` : `'${text.slice(from, at + 1)}`;
      from = at + 1;
    }
  }
  return safe + text.slice(from);
}

function isFault(cell: Cell): cell is { fault: string; value: PlainCell } {
  return cell !== null && typeof cell === "object" && "fault" in cell;
}
