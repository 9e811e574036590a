import { AlignmentType, Paragraph, type Table, TextRun } from "docx";
import type { Frame } from "./docx-page.ts";
import { layOutRun } from "./docx-run.ts";
import { styleIds } from "./docx-styles.ts";
import { layOutTable } from "./docx-table.ts";
import { flowBlocks, type Piece } from "./flow.ts";
import type { Block, Inline } from "./official-document.ts";

/** The blocks of the body or of an annex; with `keepLast` the last one stays with what follows. */
export function layOutBlocks(
  frame: Frame,
  blocks: readonly Block[],
  keepLast = false,
): (Paragraph | Table)[] {
  return flowBlocks(blocks, keepLast).flatMap((piece) => layOutPiece(frame, piece));
}

/** A chart is left to its table. */
function layOutPiece(frame: Frame, { block, item, keepNext }: Piece): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          style: block.level === 1 ? "Heading1" : "Heading2",
          children: [new TextRun(block.text)],
        }),
      ];
    case "paragraph":
      return [layOutParagraph(block.runs, item ? styleIds.item : styleIds.body, keepNext)];
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
      return [];
    case "table":
      return layOutTable(frame, block);
  }
}

/** A paragraph justified and indented as its style says; one that is broken in the middle is not stretched. */
function layOutParagraph(runs: Inline[], style: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    style,
    ...(runs.some(({ newLine }) => newLine) ? { alignment: AlignmentType.LEFT } : {}),
    keepNext,
    children: runs.map(layOutRun),
  });
}
