import { nationalMotto, nationalName, type OfficialDocument } from "./official-document.ts";
import {
  addTagged,
  drawRule,
  ensureRoom,
  left,
  mm,
  type Pdf,
  page,
  setFace,
  size,
  textWidth,
  writeCentred,
} from "./pdf-page.ts";

const fieldHeight = mm(28);

/** The head: who issues on the left, the national name on the right, number and date below; then type and subject. */
export function drawHead(pdf: Pdf, { letterhead, type, subject, banner }: OfficialDocument): void {
  const { superior, issuer, number, placeAndDate } = letterhead;
  const leftWidth = textWidth * 0.41;
  const rightWidth = textWidth - leftWidth;
  const top = page.margins.top;
  const start = banner ? writeCentred(pdf, banner, { x: left, y: mm(10), ...small, bold: true }) : top;
  const head = Math.max(top, start + 2);

  const column = { x: left, width: leftWidth - mm(2), size: size.head };
  const afterSuperior = writeCentred(pdf, superior, { ...column, y: head });
  const afterIssuer = writeCentred(pdf, issuer, { ...column, y: afterSuperior, bold: true });
  drawRule(pdf, left + column.width / 3, afterIssuer + 3, column.width / 3);

  const national = { x: left + leftWidth, width: rightWidth };
  const afterName = writeCentred(pdf, nationalName, { ...national, y: head, size: size.head, bold: true });
  const afterMotto = writeCentred(pdf, nationalMotto, {
    ...national,
    y: afterName,
    size: size.motto,
    bold: true,
  });
  setFace(pdf, size.motto, { bold: true });
  const length = pdf.widthOfString(nationalMotto);
  drawRule(pdf, national.x + (rightWidth - length) / 2, afterMotto + 3, length);

  const second = Math.max(afterIssuer, afterMotto) + 12;
  const afterNumber = writeCentred(pdf, number, { ...column, y: second, size: size.motto });
  const afterDate = writeCentred(pdf, placeAndDate, {
    ...national,
    y: second,
    size: size.motto,
    italic: true,
  });

  const title = { x: left, width: textWidth, size: size.body, bold: true };
  const afterType = writeCentred(pdf, type, {
    ...title,
    y: Math.max(afterNumber, afterDate) + 20,
    tag: "H1",
  });
  const inset = textWidth / 10;
  const afterSubject = writeCentred(pdf, subject, {
    ...title,
    x: left + inset,
    width: textWidth - 2 * inset,
    y: afterType + 2,
    tag: "P",
  });
  drawRule(pdf, left + (textWidth * 2) / 5, afterSubject + 4, textWidth / 5);
  pdf.y = afterSubject + 18;
}

const small = { width: textWidth, size: size.list };

/** Recipients on the left; on the right who signs, and the empty fields for the signatures made outside. */
export function drawSignature(pdf: Pdf, { recipients, signature }: OfficialDocument): void {
  ensureRoom(pdf, fieldHeight + mm(14));
  const leftWidth = textWidth * 0.42;
  const top = pdf.y + 12;
  if (recipients.length > 0) {
    addTagged(pdf, "P", () => {
      setFace(pdf, size.head, { bold: true, italic: true });
      pdf.text("Nơi nhận:", left, top, { width: leftWidth - mm(4) });
    });
    for (const recipient of recipients)
      addTagged(pdf, "P", () => {
        setFace(pdf, size.list);
        pdf.text(`- ${recipient}`, left, pdf.y, { width: leftWidth - mm(4) });
      });
  }
  const afterRecipients = pdf.y;

  const signer = { x: left + leftWidth, width: textWidth - leftWidth, size: size.body, bold: true };
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
      size: size.caption,
      italic: true,
    });
  });
  pdf.y = Math.max(afterRecipients, fieldsTop + fieldHeight) + 6;
}
