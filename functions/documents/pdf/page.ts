import PDFDocument from "pdfkit";
import type { Layout } from "../layout.ts";

/** Points per millimetre. */
export const mm = (millimetres: number) => (millimetres * 72) / 25.4;

interface Frame {
  layout: Layout;
  top: number;
  bottom: number;
  left: number;
  textWidth: number;
  lineGap: number;
  root: ReturnType<InstanceType<typeof PDFDocument>["struct"]>;
}

export type Pdf = InstanceType<typeof PDFDocument> & { frame: Frame };

/** Settings that pdfkit's types lack. PDF's standard fonts have no Vietnamese. */
const untyped: object = { subset: "PDF/UA", font: null };

export function openPdf(layout: Layout, info: Record<string, string | Date>): Pdf {
  const [width, height] = [mm(210), mm(297)];
  const { top, bottom, left, right } = layout.margins;
  const margins = { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) };
  const pdf = new PDFDocument({
    size: [width, height],
    margins,
    pdfVersion: "1.7",
    tagged: true,
    lang: "vi-VN",
    displayTitle: true,
    ...untyped,
    info,
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const frame: Frame = {
    root,
    layout,
    top: margins.top,
    bottom: height - margins.bottom,
    left: margins.left,
    textWidth: width - margins.left - margins.right,
    // The font's own line height is 1.15.
    lineGap: Math.max(0, (layout.paragraph.lines - 1) * layout.size.body * 0.85),
  };
  return Object.assign(pdf, { frame });
}

export interface Look {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
}

export function setFace(pdf: Pdf, textSize: number, { bold, italic }: Look = {}): void {
  pdf.font(`${bold ? "bold" : "regular"}${italic ? "Italic" : ""}`, textSize);
}

export function ensureRoom(pdf: Pdf, height: number): void {
  const { top, bottom } = pdf.frame;
  if (pdf.y + height > bottom && pdf.y > top + 1) pdf.addPage();
}

export function addTagged(pdf: Pdf, tag: string, draw: () => void): void {
  pdf.frame.root.add(pdf.struct(tag, {}, draw));
}

/** `words` is the alternative text. `box` holds the upper left and lower right corners. */
export function addFigure(
  pdf: Pdf,
  words: string,
  box: [number, number, number, number],
  draw: () => void,
): void {
  const options: object = { alt: words, bbox: box };
  pdf.frame.root.add(pdf.struct("Figure", options, draw));
}

/** A rule that screen readers skip. */
export function drawRule(pdf: Pdf, x: number, y: number, length: number): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .lineWidth(0.75)
    .moveTo(x, y)
    .lineTo(x + length, y)
    .stroke();
  pdf.endMarkedContent();
}

/** Returns the lower edge. */
export function writeCentred(
  pdf: Pdf,
  text: string,
  place: { x: number; y: number; width: number; size: number; tag?: string } & Look,
): number {
  const { x, y, width, size: textSize, tag = "P", ...look } = place;
  if (text === "") return y;
  addTagged(pdf, tag, () => {
    setFace(pdf, textSize, look);
    pdf.text(text, x, y, { width, align: "center" });
  });
  return pdf.y;
}
