import type { Inline } from "../official-document.ts";
import { breakLines, type Line, writeLine } from "./lines.ts";
import { type Look, type Pdf, setFace } from "./page.ts";

/** Lengths in points. */
export interface CellText {
  lines: Line[];
  lineHeight: number;
  width: number;
  align: "left" | "center" | "right";
  height: number;
}

type Place = Pick<CellText, "width" | "align">;

/** Breaks lines only at spaces, so that codes with hyphens stay whole. */
export function readCell(pdf: Pdf, runs: Inline[], { bold = false, ...place }: Place & Look): CellText {
  const { size } = pdf.frame.layout;
  const looking = bold ? runs.map((run) => ({ ...run, bold })) : runs;
  const lines = breakLines(pdf, looking, { size: size.table, width: place.width, indent: 0 });
  setFace(pdf, size.table);
  return asCell(lines, pdf.currentLineHeight(true), place);
}

function asCell(lines: Line[], lineHeight: number, { width, align }: Place): CellText {
  return { lines, lineHeight, width, align, height: Math.max(1, lines.length) * lineHeight };
}

const shares = { left: 0, center: 0.5, right: 1 } as const;

export function writeCell(
  pdf: Pdf,
  { lines, lineHeight, width, align }: CellText,
  x: number,
  y: number,
): void {
  const size = pdf.frame.layout.size.table;
  for (const [i, line] of lines.entries()) {
    const at = x + (width - line.width) * shares[align];
    writeLine(pdf, line, { x: at, y: y + i * lineHeight, width, size, ragged: true });
  }
}

export function splitCell(cell: CellText, tallest: number): [CellText, CellText] {
  const { lines, lineHeight } = cell;
  const fitting = Math.max(0, Math.floor((tallest + 0.01) / lineHeight));
  return [asCell(lines.slice(0, fitting), lineHeight, cell), asCell(lines.slice(fitting), lineHeight, cell)];
}
