import type { Inline } from "./official-document.ts";
import { type Look, type Pdf, setFace } from "./pdf-page.ts";

/** Text of one look that begins on a line of its own. */
interface Stretch extends Look {
  text: string;
}

/** What stands in a cell, and how wide it may be. */
export interface CellText {
  stretches: Stretch[];
  width: number;
  align: "left" | "center" | "right";
}

/** A cell's text by its lines: what begins on a new line may look otherwise than what stands above. */
export function readCell(runs: Inline[], bold = false): Stretch[] {
  const lines: Inline[][] = [];
  for (const run of runs) {
    if (run.newLine || lines.length === 0) lines.push([]);
    lines.at(-1)?.push(run);
  }
  return lines.map((line) => ({
    text: line.map(({ text }) => text).join(""),
    bold: bold || line.every((run) => run.bold),
    italic: line.every((run) => run.italic),
  }));
}

function heightOfStretch(pdf: Pdf, stretch: Stretch, width: number): number {
  setFace(pdf, pdf.frame.layout.size.table, stretch);
  return pdf.heightOfString(stretch.text || " ", { width });
}

/** How tall the cell's text is, in points. */
export function heightOfCell(pdf: Pdf, { stretches, width }: CellText): number {
  return stretches.reduce((sum, stretch) => sum + heightOfStretch(pdf, stretch, width), 0);
}

export function writeCell(pdf: Pdf, { stretches, width, align }: CellText, x: number, y: number): void {
  let at = y;
  for (const stretch of stretches) {
    const height = heightOfStretch(pdf, stretch, width);
    if (stretch.text) pdf.text(stretch.text, x, at, { width, align });
    at += height;
  }
}

/** As much of a cell as is at most so tall, and the rest: for rows that no page could hold. */
export function splitCell(pdf: Pdf, cell: CellText, tallest: number): [CellText, CellText] {
  const head: Stretch[] = [];
  let room = tallest;
  for (const [i, stretch] of cell.stretches.entries()) {
    const height = heightOfStretch(pdf, stretch, cell.width);
    if (height <= room) {
      head.push(stretch);
      room -= height;
      continue;
    }
    const words = stretch.text.match(/\S{1,40}\s*|\s+/g) ?? [];
    const some = countFitting(pdf, { ...stretch, text: "" }, words, cell.width, room);
    if (some > 0) head.push({ ...stretch, text: words.slice(0, some).join("") });
    const rest = [{ ...stretch, text: words.slice(some).join("") }, ...cell.stretches.slice(i + 1)];
    return [
      { ...cell, stretches: head },
      { ...cell, stretches: rest },
    ];
  }
  return [cell, { ...cell, stretches: [] }];
}

/** The most words that fit, found by halving. */
function countFitting(pdf: Pdf, look: Stretch, words: string[], width: number, room: number): number {
  let [fitting, tooMany] = [0, words.length + 1];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    const text = words.slice(0, middle).join("");
    if (heightOfStretch(pdf, { ...look, text }, width) <= room) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
