import { issuerRule } from "../layout.ts";
import type { OfficialDocument, SignatureBlock } from "../official-document.ts";
import { addTagged, drawRule, ensureRoom, mm, type Pdf, setFace, writeCentred } from "./page.ts";

const fieldHeight = mm(28);
/** Minimum space for a signature, in points. */
export const signatureHeight = fieldHeight + mm(22);

export function drawHead(pdf: Pdf, document: OfficialDocument): void {
  const { left, top, textWidth, layout } = pdf.frame;
  const { size } = layout;
  const { letterhead, type, subject, banner } = document;
  const small = { x: left, y: mm(10), width: textWidth, size: size.small, bold: true };
  const head = Math.max(top, (banner ? writeCentred(pdf, banner, small) : 0) + 2);
  const leftWidth = textWidth * 0.43;
  const column = { x: left, width: leftWidth };
  const national = { x: left + leftWidth, width: textWidth - leftWidth };
  const afterIssuer = drawIssuer(pdf, letterhead, { ...column, y: head });
  const afterNation = drawNation(pdf, { ...national, y: head });

  const second = Math.max(afterIssuer, afterNation) + 10;
  const { number, placeAndDate } = letterhead;
  const afterNumber = writeCentred(pdf, number, { ...column, y: second, size: size.number });
  const date = { ...national, y: second, size: size.date, italic: true };
  const afterDate = writeCentred(pdf, placeAndDate, date);

  const title = { x: left, width: textWidth, bold: true };
  const below = Math.max(afterNumber, afterDate) + 20;
  const afterType = writeCentred(pdf, type, { ...title, y: below, size: size.type, tag: "H1" });
  const inset = textWidth / 10;
  const narrow = { ...title, x: left + inset, width: textWidth - 2 * inset, y: afterType + 2 };
  const afterSubject = writeCentred(pdf, subject, { ...narrow, size: size.subject });
  if (layout.subjectMark === "dashes")
    pdf.y = writeMark(pdf, "-----", { ...title, y: afterSubject, size: size.subject }) + 8;
  else {
    drawRule(pdf, left + (textWidth * 2) / 5, afterSubject + 4, textWidth / 5);
    pdf.y = afterSubject + 18;
  }
}

interface Place {
  x: number;
  y: number;
  width: number;
}

function drawIssuer(
  pdf: Pdf,
  { superior, issuer, joint }: OfficialDocument["letterhead"],
  { y, ...column }: Place,
): number {
  const { size, issuerMark } = pdf.frame.layout;
  const afterSuperior = writeCentred(pdf, superior, { ...column, y, size: size.superior });
  const place = { ...column, y: afterSuperior, size: size.issuer };
  const afterIssuer = writeCentred(pdf, issuer, { ...place, bold: true });
  const after = writeCentred(pdf, joint ?? "", { ...place, y: afterIssuer, bold: true });
  if (issuerMark === "star") return writeMark(pdf, "*", { ...place, y: after }) - 6;
  const length = Math.min(column.width, pdf.widthOfString(joint ?? issuer)) * issuerRule;
  drawRule(pdf, column.x + (column.width - length) / 2, after + 3, length);
  return after + 3;
}

function drawNation(pdf: Pdf, { y, ...column }: Place): number {
  let after = y;
  let length = 0;
  for (const { text, size } of pdf.frame.layout.nation) {
    after = writeCentred(pdf, text, { ...column, y: after, size, bold: true });
    length = pdf.widthOfString(text);
  }
  drawRule(pdf, column.x + (column.width - length) / 2, after + 3, length);
  return after + 3;
}

/** Writes text that screen readers skip; returns its lower edge. */
function writeMark(pdf: Pdf, text: string, place: Place & { size: number }): number {
  pdf.markContent("Artifact", { type: "Layout" });
  setFace(pdf, place.size);
  pdf.text(text, place.x, place.y, { width: place.width, align: "center" });
  pdf.endMarkedContent();
  return pdf.y;
}

/** `unsigned`: text in empty signature fields. */
export function drawSignature(
  pdf: Pdf,
  { recipients, signature, jointSignature }: OfficialDocument,
  unsigned: string | null,
): void {
  const { left, textWidth } = pdf.frame;
  ensureRoom(pdf, signatureHeight);
  const top = pdf.y + 12;
  if (jointSignature) {
    const width = (textWidth - mm(6)) / 2;
    const afterLeft = drawSigner(pdf, jointSignature, { x: left, y: top, width }, unsigned);
    const place = { x: left + width + mm(6), y: top, width };
    const afterRight = drawSigner(pdf, signature, place, unsigned);
    const below = { x: left, y: Math.max(afterLeft, afterRight) + 8, width: textWidth };
    pdf.y = writeRecipients(pdf, recipients, below) + 6;
    return;
  }
  const leftWidth = textWidth * 0.42;
  const afterRecipients = writeRecipients(pdf, recipients, { x: left, y: top, width: leftWidth - mm(4) });
  const place = { x: left + leftWidth, y: top, width: textWidth - leftWidth };
  const afterSigner = drawSigner(pdf, signature, place, unsigned);
  pdf.y = Math.max(afterRecipients, afterSigner) + 6;
}

/** Returns the lower edge. */
function writeRecipients(pdf: Pdf, recipients: string[], { x, y, width }: Place): number {
  if (recipients.length === 0) return y;
  const { size, recipientsLook } = pdf.frame.layout;
  ensureRoom(pdf, 2 * size.recipientsTitle);
  addTagged(pdf, "P", () => {
    setFace(pdf, size.recipientsTitle, recipientsLook);
    pdf.text("Nơi nhận:", x, y, { width, underline: recipientsLook.underline });
  });
  for (const recipient of recipients)
    addTagged(pdf, "P", () => {
      setFace(pdf, size.recipients);
      pdf.text(`- ${recipient}`, x, pdf.y, { width, underline: false });
    });
  return pdf.y;
}

/** Returns the lower edge. */
function drawSigner(
  pdf: Pdf,
  { authority, position, name = "", fields }: SignatureBlock,
  column: Place,
  unsigned: string | null,
): number {
  const { size } = pdf.frame.layout;
  const signer = { ...column, size: size.signer, bold: true };
  const afterAuthority = writeCentred(pdf, authority, signer);
  const fieldsTop = writeCentred(pdf, position, { ...signer, y: afterAuthority }) + 6;
  const width = column.width / Math.max(1, fields.length);
  fields.forEach((caption, i) => {
    const x = column.x + i * width;
    pdf.markContent("Artifact", { type: "Layout" });
    pdf.save().lineWidth(0.5).dash(1, { space: 2 }).rect(x, fieldsTop, width, fieldHeight).stroke().restore();
    pdf.endMarkedContent();
    const small = { x: x + 2, width: width - 4, size: size.small };
    if (unsigned) writeCentred(pdf, unsigned, { ...small, y: fieldsTop + fieldHeight / 2 - 8, bold: true });
    writeCentred(pdf, caption, { ...small, y: fieldsTop + fieldHeight - 15, italic: true });
  });
  return writeCentred(pdf, name, { ...signer, y: fieldsTop + fieldHeight + 4 });
}
