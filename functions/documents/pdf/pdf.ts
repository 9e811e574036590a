import { layoutOf } from "../layout.ts";
import { lettersNote, stateLetters } from "../letters.ts";
import { type Annex, asAnnex, describeSource, type OfficialDocument } from "../official-document.ts";
import { openFace } from "../open-face.ts";
import { drawBlocks } from "./blocks.ts";
import { drawHead, drawSignature, signatureHeight } from "./head.ts";
import { addTagged, ensureRoom, mm, openPdf, type Pdf, setFace, writeCentred } from "./page.ts";

export interface Faces {
  regular: Uint8Array;
  bold: Uint8Array;
  italic: Uint8Array;
  boldItalic: Uint8Array;
}

/**
 * Renders a tagged PDF/UA; the same document and `date` (ISO 8601) give the same bytes. `unsigned`: text in
 * empty signature fields.
 */
export function renderPdf(
  written: OfficialDocument,
  { faces, date, unsigned = null }: { faces: Faces; date: string; unsigned?: string | null },
): Promise<Uint8Array> {
  const opened = {
    regular: openFace(faces.regular),
    bold: openFace(faces.bold),
    regularItalic: openFace(faces.italic),
    boldItalic: openFace(faces.boldItalic),
  };
  const { document, stated } = stateLetters(written, (codePoint) =>
    Object.values(opened).every((face) => face.hasGlyphForCodePoint(codePoint)),
  );
  const made = new Date(date);
  const source = describeSource(document);
  const pdf = openPdf(layoutOf(document.layout), {
    Title: `${document.type}: ${document.subject}`,
    Author: document.letterhead.issuer,
    ...(source ? { Keywords: source } : {}),
    CreationDate: made,
    ModDate: made,
  });
  for (const [name, face] of Object.entries(opened)) pdf.registerFont(name, face);
  const bytes = collect(pdf);
  numberPages(pdf, document.banner);
  drawHead(pdf, document);
  drawBlocks(pdf, document.body, signatureHeight);
  drawSignature(pdf, document, unsigned);
  for (const annex of document.annexes) drawAnnex(pdf, annex);
  if (source) drawQuiet(pdf, source);
  if (stated) drawQuiet(pdf, lettersNote);
  if (document.editorNotes) drawAnnex(pdf, asAnnex(document.editorNotes));
  pdf.frame.root.end();
  pdf.end();
  return bytes;
}

function drawAnnex(pdf: Pdf, { title, subject, attachedTo, blocks }: Annex): void {
  pdf.addPage();
  pdf.outline.addItem(`${title}: ${subject}`);
  const { left, top, textWidth, layout } = pdf.frame;
  const place = { x: left, width: textWidth, bold: true };
  const afterTitle = writeCentred(pdf, title, { ...place, size: layout.size.type, y: top, tag: "H2" });
  const words = attachedTo === undefined ? subject : subject.toUpperCase();
  const afterSubject = writeCentred(pdf, words, { ...place, size: layout.size.subject, y: afterTitle });
  const note = { ...place, bold: false, italic: true, size: layout.size.attached, y: afterSubject + 2 };
  pdf.y = writeCentred(pdf, attachedTo ?? "", note) + 10;
  drawBlocks(pdf, blocks);
}

function drawQuiet(pdf: Pdf, text: string): void {
  const { left, textWidth, layout } = pdf.frame;
  ensureRoom(pdf, layout.size.source * 2);
  addTagged(pdf, "P", () => {
    setFace(pdf, layout.size.source);
    pdf
      .fillColor("#595959")
      .text(text, left, pdf.y + 6, { width: textWidth })
      .fillColor("black");
  });
}

/** Skips the first page. */
function numberPages(pdf: Pdf, banner: string | null): void {
  const { left, textWidth, layout } = pdf.frame;
  let number = 1;
  pdf.on("pageAdded", () => {
    const { x, y } = pdf;
    pdf.markContent("Artifact", { type: "Pagination" });
    setFace(pdf, layout.size.pageNumber);
    const place = { width: textWidth, align: "center", lineBreak: false } as const;
    pdf.text(String(++number), left, mm(9), place);
    if (banner) {
      setFace(pdf, layout.size.small, { bold: true });
      pdf.text(banner, left, mm(14), place);
    }
    pdf.endMarkedContent();
    Object.assign(pdf, { x, y });
  });
}

export async function collect(pdf: AsyncIterable<unknown>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of pdf) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}
