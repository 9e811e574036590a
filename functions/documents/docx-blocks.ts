import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { mm, size, textWidth } from "./docx-page.ts";
import type { Block, DocumentItem, Inline } from "./official-document.ts";

const line = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
const firstLine = mm(12.7);
/** 6 pt between paragraphs, lines 1.1 apart (in 240ths). */
const bodySpacing = { after: 120, line: 264, lineRule: LineRuleType.AUTO } as const;

/** A block of the body or of an annex. */
export function layOutBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          indent: { firstLine },
          spacing: { before: block.level === 1 ? 120 : 0, ...bodySpacing },
          keepNext: true,
          outlineLevel: block.level - 1,
          children: [new TextRun({ text: block.text, bold: true, italics: block.level === 2 })],
        }),
      ];
    case "paragraph":
      return [bodyParagraph(block.runs)];
    case "list":
      return layOutItems(block.items, 0);
    case "code":
      return [
        bodyParagraph([
          { text: `${block.label}: ` },
          { text: block.text, bold: true },
          { text: `${block.hint} ${block.url}`, newLine: true },
        ]),
      ];
    case "table":
      return layOutTable(block);
  }
}

/** A paragraph of the body: justified, its first line indented. */
export function bodyParagraph(runs: Inline[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine },
    spacing: bodySpacing,
    // What leads into a list is not left behind at the foot of a page.
    keepNext: runs.at(-1)?.text.endsWith(":") ?? false,
    children: runs.map((run) => layOutRun(run)),
  });
}

function layOutRun(run: Inline, textSize: number = size.body): TextRun {
  const { text, bold = false, italic = false, newLine = false } = run;
  return new TextRun({ text, bold, italics: italic, size: textSize, ...(newLine ? { break: 1 } : {}) });
}

/** Lists are typed with - and + as official documents have them. */
function layOutItems(items: DocumentItem[], depth: number): Paragraph[] {
  const mark = depth === 0 ? "- " : "+ ";
  return items.flatMap((item) => [
    bodyParagraph([{ text: mark }, ...item.runs]),
    ...layOutItems(item.items, depth + 1),
  ]);
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function layOutTable({ caption, columns, rows }: Extract<Block, { kind: "table" }>): (Paragraph | Table)[] {
  const widths = columns.map(({ width }) => Math.round((textWidth * width) / 100));
  const cell = (runs: Inline[], i: number, header = false) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: header ? AlignmentType.CENTER : alignments[columns[i]?.align ?? "left"],
          children: runs.map((run) => layOutRun(header ? { ...run, bold: true } : run, size.table)),
        }),
      ],
    });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, i) => cell([{ text: title }], i, true)),
      }),
      ...rows.map(
        ({ cells }) => new TableRow({ cantSplit: true, children: cells.map((runs, i) => cell(runs, i)) }),
      ),
    ],
  });
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 60, after: 60 },
    keepNext: true,
    children: [new TextRun({ text: caption, bold: true, size: size.motto })],
  });
  return [...(caption ? [title] : []), table, new Paragraph({ spacing: { after: 60 } })];
}
