import { issuerRule } from "../layout.ts";
import type { OfficialDocument } from "../official-document.ts";
import { addTagged, drawRule, ensureRoom, mm, type Pdf, setFace, writeCentred } from "./page.ts";

const fieldHeight = mm(28);
/** Space reserved so that no signature is alone on a page. */
export const signatureHeight = fieldHeight + mm(14);

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
  { superior, issuer }: OfficialDocument["letterhead"],
  { y, ...column }: Place,
): number {
  const { size, issuerMark } = pdf.frame.layout;
  const afterSuperior = writeCentred(pdf, superior, { ...column, y, size: size.superior });
  const place = { ...column, y: afterSuperior, size: size.issuer };
  const after = writeCentred(pdf, issuer, { ...place, bold: true });
  if (issuerMark === "star") return writeMark(pdf, "*", { ...place, y: after }) - 6;
  const length = Math.min(column.width, pdf.widthOfString(issuer)) * issuerRule;
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

export function drawSignature(pdf: Pdf, { recipients, signature }: OfficialDocument): void {
  const { left, textWidth, layout } = pdf.frame;
  const { size, recipientsLook } = layout;
  ensureRoom(pdf, signatureHeight);
  const leftWidth = textWidth * 0.42;
  const top = pdf.y + 12;
  if (recipients.length > 0) {
    addTagged(pdf, "P", () => {
      setFace(pdf, size.recipientsTitle, recipientsLook);
      pdf.text("Nơi nhận:", left, top, { width: leftWidth - mm(4), underline: recipientsLook.underline });
    });
    for (const recipient of recipients)
      addTagged(pdf, "P", () => {
        setFace(pdf, size.recipients);
        pdf.text(`- ${recipient}`, left, pdf.y, { width: leftWidth - mm(4), underline: false });
      });
  }
  const afterRecipients = pdf.y;

  const signer = { x: left + leftWidth, width: textWidth - leftWidth, size: size.signer, bold: true };
  const afterAuthority = writeCentred(pdf, signature.authority, { ...signer, y: top });
  const fieldsTop = writeCentred(pdf, signature.position, { ...signer, y: afterAuthority }) + 6;
  const width = signer.width / Math.max(1, signature.fields.length);
  signature.fields.forEach((caption, i) => {
    const x = signer.x + i * width;
    pdf.markContent("Artifact", { type: "Layout" });
    pdf.save().lineWidth(0.5).dash(1, { space: 2 }).rect(x, fieldsTop, width, fieldHeight).stroke().restore();
    pdf.endMarkedContent();
    writeCentred(pdf, caption, {
      x: x + 2,
      y: fieldsTop + fieldHeight - 15,
      width: width - 4,
      size: size.small,
      italic: true,
    });
  });
  pdf.y = Math.max(afterRecipients, fieldsTop + fieldHeight) + 6;
}
