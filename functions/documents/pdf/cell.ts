import type { Inline } from "../official-document.ts";
import { type Look, type Pdf, setFace } from "./page.ts";

/** Lengths in points. */
interface Stretch extends Look {
  text: string;
  height: number;
}

export interface CellText {
  stretches: Stretch[];
  width: number;
  align: "left" | "center" | "right";
  height: number;
}

type Place = Pick<CellText, "width" | "align">;

/** Each line of a cell may have its own style. */
export function readCell(pdf: Pdf, runs: Inline[], { bold = false, ...place }: Place & Look): CellText {
  const lines: Inline[][] = [];
  for (const run of runs) {
    if (run.newLine || lines.length === 0) lines.push([]);
    lines.at(-1)?.push(run);
  }
  const stretches = lines.map((line) =>
    measure(pdf, place.width, line.map(({ text }) => text).join(""), {
      bold: bold || line.every((run) => run.bold),
      italic: line.every((run) => run.italic),
    }),
  );
  return asCell(stretches, place);
}

function measure(pdf: Pdf, width: number, text: string, { bold, italic }: Look): Stretch {
  setFace(pdf, pdf.frame.layout.size.table, { bold, italic });
  return { text, bold, italic, height: pdf.heightOfString(text || " ", { width }) };
}

function asCell(stretches: Stretch[], { width, align }: Place): CellText {
  return { stretches, width, align, height: stretches.reduce((sum, { height }) => sum + height, 0) };
}

export function writeCell(pdf: Pdf, { stretches, width, align }: CellText, x: number, y: number): void {
  let at = y;
  for (const stretch of stretches) {
    setFace(pdf, pdf.frame.layout.size.table, stretch);
    if (stretch.text) pdf.text(stretch.text, x, at, { width, align });
    at += stretch.height;
  }
}

/** Splits a cell of a row that does not fit on a page. */
export function splitCell(pdf: Pdf, cell: CellText, tallest: number): [CellText, CellText] {
  const head: Stretch[] = [];
  let room = tallest;
  for (const [i, stretch] of cell.stretches.entries()) {
    if (stretch.height <= room) {
      head.push(stretch);
      room -= stretch.height;
      continue;
    }
    const words = stretch.text.match(/\S{1,40}\s*|\s+/g) ?? [];
    const part = (from: number, to?: number) =>
      measure(pdf, cell.width, words.slice(from, to).join(""), stretch);
    const some = countFitting(words.length, (count) => part(0, count).height <= room);
    if (some > 0) head.push(part(0, some));
    return [asCell(head, cell), asCell([part(some), ...cell.stretches.slice(i + 1)], cell)];
  }
  return [cell, asCell([], cell)];
}

function countFitting(all: number, fits: (count: number) => boolean): number {
  let [fitting, tooMany] = [0, all + 1];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
