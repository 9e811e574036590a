import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Frame } from "./docx-page.ts";
import { layOutRun } from "./docx-run.ts";
import { styleIds } from "./docx-styles.ts";
import type { Block, DocumentColumn, Inline } from "./official-document.ts";

const line = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** A table with lines. Its head is repeated on each page that it goes on to; a row stays on one page. */
export function layOutTable(
  { textWidth }: Frame,
  { caption, columns, rows }: Extract<Block, { kind: "table" }>,
): (Paragraph | Table)[] {
  const widths = columns.map(({ width }) => Math.round((textWidth * width) / 100));
  const cell = (children: Paragraph[], i: number) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children,
    });
  const head = ({ title }: DocumentColumn, i: number) =>
    cell([new Paragraph({ style: styleIds.head, children: [new TextRun(title)] })], i);
  const fill = (runs: Inline[], i: number) =>
    cell(
      [
        new Paragraph({
          style: styleIds.cell,
          alignment: alignments[columns[i]?.align ?? "left"],
          children: runs.map(layOutRun),
        }),
      ],
      i,
    );
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(head) }),
      ...rows.map(({ cells }) => new TableRow({ cantSplit: true, children: cells.map(fill) })),
    ],
  });
  const title = new Paragraph({
    style: styleIds.caption,
    spacing: { before: 60, after: 60 },
    keepNext: true,
    children: [new TextRun(caption)],
  });
  return [...(caption ? [title] : []), table, new Paragraph({ spacing: { after: 60 } })];
}
