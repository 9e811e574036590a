import { create } from "qrcode";
import { flowBlocks, type Piece } from "../flow.ts";
import type { Block, Inline } from "../official-document.ts";
import { drawChart } from "./chart.ts";
import { breakLines, type Line, writeLine } from "./lines.ts";
import { addFigure, addTagged, ensureRoom, mm, type Pdf, setFace, writeCentred } from "./page.ts";
import { drawTable } from "./table.ts";

const qrSide = mm(34);
/** Space reserved after a paragraph that leads to a table or picture, in points. */
const leastTable = 80;
const leastPicture = 200;
const codeFrame = { padding: mm(4), above: 4, below: 12 };
const codeHeight = qrSide + 2 * codeFrame.padding + codeFrame.above + codeFrame.below;

/** `below`: height in points of the content that must stay with the last block. */
export function drawBlocks(pdf: Pdf, blocks: readonly Block[], below = 0): void {
  const pieces = flowBlocks(blocks, below > 0);
  pieces.forEach((piece, i) => {
    if (piece.keepNext) ensureRoom(pdf, leastRoom(pdf, pieces, i, below));
    drawPiece(pdf, piece);
  });
}

/** Minimum height for a piece to start on a page: two lines, plus the pieces that must stay with it. */
function leastRoom(pdf: Pdf, pieces: Piece[], i: number, below: number): number {
  const piece = pieces[i];
  if (!piece) return below;
  const { block, keepNext } = piece;
  const rest = keepNext ? leastRoom(pdf, pieces, i + 1, below) : 0;
  if (block.kind === "heading") return heightOf(pdf, [{ text: block.text, bold: true }]) + rest;
  if (block.kind === "paragraph")
    return heightOf(pdf, block.runs, keepNext ? Number.POSITIVE_INFINITY : 2) + rest;
  if (block.kind === "code") return codeHeight + rest;
  return (block.kind === "table" ? leastTable : leastPicture) + rest;
}

function heightOf(pdf: Pdf, runs: Inline[], mostLines = Number.POSITIVE_INFINITY): number {
  const { layout } = pdf.frame;
  return Math.min(linesOf(pdf, runs).length, mostLines) * lineHeight(pdf) + layout.paragraph.after;
}

function linesOf(pdf: Pdf, runs: Inline[]): Line[] {
  const { textWidth, layout } = pdf.frame;
  const indent = mm(layout.paragraph.firstLine);
  return breakLines(pdf, runs, { size: layout.size.body, width: textWidth, indent });
}

function lineHeight(pdf: Pdf): number {
  const { lineGap, layout } = pdf.frame;
  setFace(pdf, layout.size.body);
  return pdf.currentLineHeight(true) + lineGap;
}

function drawPiece(pdf: Pdf, { block }: Piece): void {
  switch (block.kind) {
    case "heading": {
      const look = { bold: true, italic: block.level === 2 };
      writeParagraph(pdf, [{ text: block.text, ...look }], block.level === 1 ? "H2" : "H3");
      if (block.level === 1) pdf.outline.addItem(block.text);
      break;
    }
    case "paragraph":
      if (block.centred) writeCentredParagraph(pdf, block.runs);
      else writeParagraph(pdf, block.runs);
      break;
    case "code":
      drawCode(pdf, block);
      break;
    case "chart":
      drawChart(pdf, block);
      break;
    case "table":
      drawTable(pdf, block);
  }
}

function writeParagraph(pdf: Pdf, runs: Inline[], tag = "P"): void {
  const { left, bottom, textWidth, layout } = pdf.frame;
  const lines = linesOf(pdf, runs);
  if (lines.length === 0) return;
  const height = lineHeight(pdf);
  const room = (y: number) => Math.floor((bottom - y + 0.01) / height);
  if (room(pdf.y) < Math.min(lines.length, leastLines(lines.length))) pdf.addPage();
  const indent = mm(layout.paragraph.firstLine);
  let y = pdf.y;
  addTagged(pdf, tag, () => {
    lines.forEach((line, i) => {
      const waiting = lines.length - i;
      if (room(y) < 1 || (waiting === 2 && i > 1 && room(y) < 2)) {
        pdf.continueOnNewPage();
        y = pdf.y;
      }
      const first = i === 0 ? indent : 0;
      writeLine(pdf, line, { x: left + first, y, width: textWidth - first, size: layout.size.body });
      y += height;
    });
  });
  pdf.y = y + layout.paragraph.after;
}

function writeCentredParagraph(pdf: Pdf, runs: Inline[]): void {
  const { left, textWidth, layout } = pdf.frame;
  ensureRoom(pdf, heightOf(pdf, runs));
  const { bold, italic } = runs[0] ?? {};
  const place = { x: left, y: pdf.y, width: textWidth, size: layout.size.body, bold, italic };
  pdf.y = writeCentred(pdf, runs.map(({ text }) => text).join(""), place) + layout.paragraph.after;
}

/** Minimum lines of a paragraph on each page; a paragraph of three lines is not split. */
const leastLines = (lines: number) => (lines === 3 ? 3 : 2);

function drawCode(pdf: Pdf, { label, text, url, hint }: Extract<Block, { kind: "code" }>): void {
  const { left, textWidth, lineGap, layout } = pdf.frame;
  const { size } = layout;
  const { padding, above, below } = codeFrame;
  const height = qrSide + 2 * padding;
  ensureRoom(pdf, codeHeight);
  const top = pdf.y + above;
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.save().lineWidth(0.75).rect(left, top, textWidth, height).stroke().restore();
  pdf.endMarkedContent();
  const width = textWidth - qrSide - 3 * padding;
  const x = left + padding;
  const write = (words: string, textSize: number, bold = false, gap = 0) => {
    addTagged(pdf, "P", () => {
      setFace(pdf, textSize, { bold });
      pdf.text(words, x, pdf.y + gap, { width, lineGap });
    });
  };
  pdf.y = top + padding;
  write(label, size.hint);
  write(text, size.code, true, 2);
  write(hint, size.hint, false, 6);
  write(url, size.hint, true);
  drawQr(pdf, url, left + textWidth - qrSide - padding, top + padding);
  pdf.y = top + height + below;
}

function drawQr(pdf: Pdf, url: string, x: number, y: number): void {
  const { modules } = create(url, { errorCorrectionLevel: "M" });
  const side = qrSide / modules.size;
  const draw = () => {
    modules.data.forEach((dark, i) => {
      const [column, row] = [i % modules.size, Math.floor(i / modules.size)];
      // Squares overlap slightly, because gaps would show as light lines.
      if (dark) pdf.rect(x + column * side, y + row * side, side + 0.05, side + 0.05);
    });
    pdf.fill("black");
  };
  addFigure(pdf, `Mã QR: ${url}`, [x, y, x + qrSide, y + qrSide], draw);
}
