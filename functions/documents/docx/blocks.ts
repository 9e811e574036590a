import { AlignmentType, Paragraph, TextRun } from "docx";
import { flowBlocks, type Piece } from "../flow.ts";
import type { Block, Inline } from "../official-document.ts";
import { layOutChart } from "./chart.ts";
import type { Frame } from "./page.ts";
import { styleIds } from "./styles.ts";
import { layOutTable, type TableSlots } from "./table.ts";

export function layOutBlocks(
  frame: Frame,
  slots: TableSlots,
  blocks: readonly Block[],
  keepLast = false,
): Paragraph[] {
  return flowBlocks(blocks, keepLast).flatMap((piece) => layOutPiece(frame, slots, piece));
}

function layOutPiece(frame: Frame, slots: TableSlots, { block, item, keepNext }: Piece): Paragraph[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          style: block.level === 1 ? "Heading1" : "Heading2",
          children: [new TextRun(block.text)],
        }),
      ];
    case "paragraph":
      return [
        layOutParagraph(block.runs, item ? styleIds.item : styleIds.body, keepNext, block.centred ?? false),
      ];
    case "code":
      return [
        layOutParagraph(
          [
            { text: `${block.label}: ` },
            { text: block.text, bold: true },
            { text: `${block.hint} ${block.url}`, newLine: true },
          ],
          styleIds.body,
          keepNext,
        ),
      ];
    case "chart":
      return layOutChart(frame, block);
    case "table":
      return layOutTable(frame, slots, block);
  }
}

/** Paragraphs with line breaks are not justified. */
function layOutParagraph(runs: Inline[], style: string, keepNext: boolean, isCentred = false): Paragraph {
  return new Paragraph({
    style,
    ...(isCentred ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } : {}),
    ...(runs.some(({ newLine }) => newLine) ? { alignment: AlignmentType.LEFT } : {}),
    keepNext,
    children: runs.map(layOutRun),
  });
}

function layOutRun({ text, bold, italic, newLine }: Inline): TextRun {
  return new TextRun({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(newLine ? { break: 1 } : {}),
  });
}
