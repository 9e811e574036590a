import { AlignmentType, BorderStyle, Paragraph, TextRun } from "docx";

/** Sizes in half-points, as Word counts: body 14 pt, head 12 to 14, tables 12 (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export const size = { body: 28, head: 24, motto: 26, table: 24, list: 22 } as const;

export const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** A4; margins top and bottom 20 mm, left 30, right 20 (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) },
};
export const textWidth = page.size.width - page.margin.left - page.margin.right;

export interface TextLook {
  bold?: boolean;
  italics?: boolean;
  size?: number;
  before?: number;
  after?: number;
  /** Free on both sides, in twentieths of a point. */
  inset?: number;
}

export function centred(
  text: string,
  { before = 0, after = 0, inset = 0, ...look }: TextLook = {},
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    indent: { left: inset, right: inset },
    children: [new TextRun({ text, ...look })],
  });
}

/** A line of `length` in the middle of a column, drawn as the border of an empty paragraph; all in twentieths of a point. */
export function rule(column: number, length: number, after = 0): Paragraph {
  const indent = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 60, after, line: 60, lineRule: "exact" },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}
