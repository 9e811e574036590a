import { AlignmentType, BorderStyle, Paragraph, TextRun } from "docx";
import type { Layout } from "../layout.ts";
import { openFace } from "../open-face.ts";

/** Word's unit: twentieths of a point. */
export const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** Word's unit of type size: half points. */
export const half = (points: number) => Math.round(points * 2);

export interface Frame {
  layout: Layout;
  page: {
    size: { width: number; height: number };
    margin: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  };
  /** In twentieths of a point. */
  textWidth: number;
  /** Width of a bold line in twentieths of a point, for rules as long as their text. */
  widthOf: (text: string, size: number) => number;
}

export function frameOf(layout: Layout, boldFace: Uint8Array): Frame {
  const { top, bottom, left, right } = layout.margins;
  const size = { width: mm(210), height: mm(297) };
  const margin = { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) };
  return {
    layout,
    page: { size, margin: { ...margin, header: mm(10), footer: mm(10) } },
    textWidth: size.width - margin.left - margin.right,
    widthOf: measureWith(boldFace),
  };
}

function measureWith(file: Uint8Array): Frame["widthOf"] {
  const face = openFace(file);
  return (text, size) => Math.round((face.layout(text).advanceWidth / face.unitsPerEm) * size * 20);
}

export interface TextLook {
  bold?: boolean;
  italics?: boolean;
  underline?: Record<string, never>;
  size?: number;
  before?: number;
  after?: number;
  inset?: number;
  style?: string;
  keepNext?: boolean;
}

export function centred(
  text: string,
  { before = 0, after = 0, inset = 0, style, keepNext = false, size, ...look }: TextLook = {},
): Paragraph {
  return new Paragraph({
    ...(style ? { style } : {}),
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    indent: { left: inset, right: inset },
    keepNext,
    children: [new TextRun({ text, ...look, ...(size ? { size: half(size) } : {}) })],
  });
}

export function rule(column: number, length: number, after = 0): Paragraph {
  const indent = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 60, after, line: 60, lineRule: "exact" },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}
