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
import { issuerRule } from "../layout.ts";
import type { OfficialDocument } from "../official-document.ts";
import { centred, type Frame, half, mm, rule, type TextLook } from "./page.ts";

const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};

/** Issuer on the left, nation or Party on the right, number and date below. */
export function layOutHead({ layout, textWidth, widthOf }: Frame, { letterhead }: OfficialDocument): Table {
  const { superior, issuer, number, placeAndDate } = letterhead;
  const { size, nation, issuerMark } = layout;
  const left = Math.round(textWidth * 0.43);
  const right = textWidth - left;
  const last = nation.at(-1) ?? { text: "", size: 0 };
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
            ...(superior ? [centred(superior, { size: size.superior })] : []),
            centred(issuer, { bold: true, size: size.issuer }),
            issuerMark === "star"
              ? centred("*", { size: size.issuer })
              : rule(left, Math.min(left, widthOf(issuer, size.issuer)) * issuerRule),
          ]),
          cell(right, [
            ...nation.map(({ text, size }) => centred(text, { bold: true, size })),
            rule(right, Math.min(right, widthOf(last.text, last.size))),
          ]),
        ],
      }),
      new TableRow({
        children: [
          cell(left, [centred(number, { size: size.number, before: 120 })]),
          cell(right, [centred(placeAndDate, { italics: true, size: size.date, before: 120 })]),
        ],
      }),
    ],
  });
}

export function layOutSignature(
  { layout, textWidth }: Frame,
  { recipients, signature }: OfficialDocument,
): Table {
  const { size, recipientsLook } = layout;
  const left = Math.round(textWidth * 0.42);
  const right = textWidth - left;
  const small = (text: string, points: number, look: TextLook = {}) =>
    new Paragraph({ children: [new TextRun({ text, ...look, size: half(points) })] });
  const { bold, italic, underline } = recipientsLook;
  const recipientsTitle = { bold, italics: italic, ...(underline ? { underline: {} } : {}) };
  const signer = (text: string) => centred(text, { bold: true, size: size.signer, keepNext: true });
  const field = (caption: string) =>
    new TableCell({
      width: { size: right / signature.fields.length, type: WidthType.DXA },
      verticalAlign: VerticalAlign.BOTTOM,
      children: [centred(caption, { italics: true, size: size.small })],
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
              small("Nơi nhận:", size.recipientsTitle, recipientsTitle),
              ...recipients.map((recipient) => small(`- ${recipient}`, size.recipients)),
            ],
          }),
          new TableCell({
            width: { size: right, type: WidthType.DXA },
            margins: { left: 0, right: 0, top: 240 },
            children: [
              signer(signature.authority),
              ...(signature.position ? [signer(signature.position)] : []),
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
