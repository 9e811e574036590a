import { AlignmentType, Paragraph, type Table, TextRun } from "docx";
import type { Frame } from "./docx-page.ts";
import { layOutRun } from "./docx-run.ts";
import { styleIds } from "./docx-styles.ts";
import { layOutTable } from "./docx-table.ts";
import type { Block, DocumentItem, Inline } from "./official-document.ts";

/** A block of the body or of an annex. A chart is left to its table. */
export function layOutBlock(frame: Frame, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          style: block.level === 1 ? "Heading1" : "Heading2",
          children: [new TextRun(block.text)],
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
    case "chart":
      return [];
    case "table":
      return layOutTable(frame, block);
  }
}

/** A paragraph of the body: justified, its first line indented. */
export function bodyParagraph(runs: Inline[], style: string = styleIds.body): Paragraph {
  return new Paragraph({
    style,
    // A broken line is not stretched.
    ...(runs.some(({ newLine }) => newLine) ? { alignment: AlignmentType.LEFT } : {}),
    // What leads into a list is not left behind at the foot of a page.
    keepNext: runs.at(-1)?.text.endsWith(":") ?? false,
    children: runs.map(layOutRun),
  });
}

/** Lists are typed with - and + as official documents have them. */
function layOutItems(items: DocumentItem[], depth: number): Paragraph[] {
  const mark = depth === 0 ? "- " : "+ ";
  return items.flatMap((item) => [
    bodyParagraph([{ text: mark }, ...item.runs], styleIds.item),
    ...layOutItems(item.items, depth + 1),
  ]);
}
