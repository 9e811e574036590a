import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { centred, mm, rule, size, type TextLook, textWidth } from "./docx-page.ts";
import { nationalMotto, nationalName, type OfficialDocument } from "./official-document.ts";

const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};

/** The head: who issues on the left, the national name on the right, number and date below. */
export function layOutHead({ letterhead }: OfficialDocument): Table {
  const { superior, issuer, number, placeAndDate } = letterhead;
  const left = Math.round(textWidth * 0.43);
  const right = textWidth - left;
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children,
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: noBorders,
    rows: [
      new TableRow({
        children: [
          cell(left, [
            ...(superior ? [centred(superior, { size: size.head })] : []),
            centred(issuer, { bold: true, size: size.head }),
            rule(left, left / 3),
          ]),
          cell(right, [
            centred(nationalName, { bold: true, size: size.head }),
            centred(nationalMotto, { bold: true, size: size.motto }),
            rule(right, mm(54)),
          ]),
        ],
      }),
      new TableRow({
        children: [
          cell(left, [centred(number, { size: size.motto, before: 120 })]),
          cell(right, [centred(placeAndDate, { italics: true, size: size.motto, before: 120 })]),
        ],
      }),
    ],
  });
}

/** Recipients on the left; on the right who signs, and the empty fields for the signatures made outside. */
export function layOutSignature({ recipients, signature }: OfficialDocument): Table {
  const left = Math.round(textWidth * 0.42);
  const right = textWidth - left;
  const small = (text: string, look: TextLook = {}) =>
    new Paragraph({ children: [new TextRun({ text, size: size.list, ...look })] });
  const field = (caption: string) =>
    new TableCell({
      width: { size: right / signature.fields.length, type: WidthType.DXA },
      verticalAlign: VerticalAlign.BOTTOM,
      children: [centred(caption, { italics: true, size: 20 })],
    });
  const dotted = { style: BorderStyle.DOTTED, size: 4, color: "808080" } as const;
  const fields = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: right, type: WidthType.DXA },
    columnWidths: signature.fields.map(() => Math.round(right / signature.fields.length)),
    borders: {
      top: dotted,
      bottom: dotted,
      left: dotted,
      right: dotted,
      insideHorizontal: dotted,
      insideVertical: dotted,
    },
    rows: [new TableRow({ height: { value: mm(28), rule: "exact" }, children: signature.fields.map(field) })],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: left, type: WidthType.DXA },
            margins: { left: 0, top: 240 },
            children: [
              small("Nơi nhận:", { bold: true, italics: true, size: size.head }),
              ...recipients.map((recipient) => small(`- ${recipient}`)),
            ],
          }),
          new TableCell({
            width: { size: right, type: WidthType.DXA },
            margins: { left: 0, right: 0, top: 240 },
            children: [
              centred(signature.authority, { bold: true }),
              ...(signature.position ? [centred(signature.position, { bold: true })] : []),
              new Paragraph({ spacing: { after: 60 } }),
              fields,
              new Paragraph({}),
            ],
          }),
        ],
      }),
    ],
  });
}
