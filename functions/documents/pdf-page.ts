import type PDFDocument from "pdfkit";

export type Pdf = InstanceType<typeof PDFDocument>;

/** Points of a millimetre. */
export const mm = (millimetres: number) => (millimetres * 72) / 25.4;

/** A4; margins top and bottom 20 mm, left 30, right 20 (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export const page = {
  width: mm(210),
  height: mm(297),
  margins: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) },
};
export const left = page.margins.left;
export const textWidth = page.width - page.margins.left - page.margins.right;
const bottom = page.height - page.margins.bottom;

/** Sizes in points: body 14, head 12 to 13, tables 12 (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export const size = { body: 14, head: 12, motto: 13, table: 12, list: 11, caption: 10, code: 24 } as const;

/** Between two lines of the body, in points: lines 1.1 apart with the font's own leading. */
export const lineGap = 1.2;
export const afterParagraph = 6;

export interface Look {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
}

/** Chooses one of the four embedded faces. */
export function setFace(pdf: Pdf, textSize: number, { bold, italic }: Look = {}): void {
  pdf.font(`${bold ? "bold" : "regular"}${italic ? "Italic" : ""}`, textSize);
}

/** Begins a page where `height` points do not fit on this one any more. */
export function ensureRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > bottom && pdf.y > page.margins.top + 1) pdf.addPage();
}

/** Draws a part of the document under its tag in the structure that screen readers go by. */
export function addTagged(pdf: Pdf, tag: string, draw: () => void, alt?: string): void {
  pdf.addStructure(pdf.struct(tag, alt === undefined ? {} : { alt }, draw));
}

/** A line that says nothing, which a screen reader passes over. */
export function drawRule(pdf: Pdf, x: number, y: number, length: number): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .lineWidth(0.75)
    .moveTo(x, y)
    .lineTo(x + length, y)
    .stroke();
  pdf.endMarkedContent();
}

/** Text in the middle of a column, as a part of the structure. Returns where it ends. */
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
