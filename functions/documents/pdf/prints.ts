import PDFDocument from "pdfkit";
import { stateLetters } from "../letters.ts";
import { type Face, openFace } from "../open-face.ts";
import { mm } from "./page.ts";
import { collect, type Faces } from "./pdf.ts";

/** Centred text on a sheet, in millimetres from the upper left corner; `size` in points. */
export interface PrintText {
  text: string;
  centre: number;
  width: number;
  /** Upper edge of the first line. */
  top: number;
  size: number;
  /** Maximum height; the type shrinks to fit, down to eight points. */
  height: number;
  bold?: boolean;
  italic?: boolean;
}

export interface PrintSheets {
  title: string;
  width: number;
  height: number;
  pages: PrintText[][];
  /** Text across each framed page of a trial print. */
  sample: string | null;
}

const smallest = 8;
const untyped: object = { subset: "PDF/UA", font: null };

export function renderPrints(
  written: PrintSheets,
  { faces, date }: { faces: Faces; date: string },
): Promise<Uint8Array> {
  const opened: Record<string, Face> = {
    regular: openFace(faces.regular),
    bold: openFace(faces.bold),
    regularItalic: openFace(faces.italic),
    boldItalic: openFace(faces.boldItalic),
  };
  const { document: sheets } = stateLetters(written, (codePoint) =>
    Object.values(opened).every((face) => face.hasGlyphForCodePoint(codePoint)),
  );
  const size: [number, number] = [mm(sheets.width), mm(sheets.height)];
  const made = new Date(date);
  const pdf = new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "vi-VN",
    displayTitle: true,
    ...untyped,
    info: { Title: sheets.title, CreationDate: made, ModDate: made },
  });
  for (const [name, face] of Object.entries(opened)) pdf.registerFont(name, face);
  const bytes = collect(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  for (const texts of sheets.pages) {
    pdf.addPage({ size, margin: 0 });
    if (sheets.sample !== null) drawSample(pdf, sheets.sample, size);
    for (const text of texts) if (text.text !== "") root.add(pdf.struct("P", {}, () => write(pdf, text)));
  }
  root.end();
  pdf.end();
  return bytes;
}

type Sheet = InstanceType<typeof PDFDocument>;

function write(pdf: Sheet, { text, centre, width, top, size, height, bold, italic }: PrintText): void {
  const face = `${bold ? "bold" : "regular"}${italic ? "Italic" : ""}`;
  const options = { width: mm(width), align: "center" as const };
  let fitting = size;
  while (fitting > smallest && pdf.font(face, fitting).heightOfString(text, options) > mm(height))
    fitting -= 0.5;
  pdf.font(face, fitting).text(text, mm(centre - width / 2), mm(top), options);
}

function drawSample(pdf: Sheet, words: string, [width, height]: [number, number]): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.save().lineWidth(0.5).dash(3, { space: 3 });
  pdf
    .rect(3, 3, width - 6, height - 6)
    .stroke("#8a8a8a")
    .undash();
  pdf.font("regular", 10).fillColor("#8a8a8a");
  pdf.text(words, 0, 10, { width, align: "center", lineBreak: false }).fillColor("black").restore();
  pdf.endMarkedContent();
}
