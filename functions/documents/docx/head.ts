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
import { issuerRule, type Layout } from "../layout.ts";
import type { OfficialDocument, SignatureBlock } from "../official-document.ts";
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

export function layOutHead({ layout, textWidth, widthOf }: Frame, { letterhead }: OfficialDocument): Table {
  const { superior, issuer, joint, number, placeAndDate } = letterhead;
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
            ...(joint ? [centred(joint, { bold: true, size: size.issuer })] : []),
            issuerMark === "star"
              ? centred("*", { size: size.issuer })
              : rule(left, Math.min(left, widthOf(joint ?? issuer, size.issuer)) * issuerRule),
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
  { recipients, signature, jointSignature }: OfficialDocument,
): (Table | Paragraph)[] {
  const named = listRecipients(layout, recipients);
  const left = Math.round(textWidth * (jointSignature ? 0.5 : 0.42));
  const right = textWidth - left;
  const cell = (width: number, children: (Paragraph | Table)[], after = 0) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 0, right: after, top: 240 },
      children,
    });
  const signers = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          jointSignature
            ? cell(left, layOutSigner(layout, jointSignature, left - mm(6)), mm(6))
            : cell(left, named),
          cell(right, layOutSigner(layout, signature, right)),
        ],
      }),
    ],
  });
  return jointSignature ? [signers, ...named] : [signers];
}

function listRecipients({ size, recipientsLook }: Layout, recipients: string[]): Paragraph[] {
  const small = (text: string, points: number, look: TextLook = {}) =>
    new Paragraph({ children: [new TextRun({ text, ...look, size: half(points) })] });
  const { bold, italic, underline } = recipientsLook;
  const title = { bold, italics: italic, ...(underline ? { underline: {} } : {}) };
  return [
    small("Nơi nhận:", size.recipientsTitle, title),
    ...recipients.map((recipient) => small(`- ${recipient}`, size.recipients)),
  ];
}

const dotted = { style: BorderStyle.DOTTED, size: 4, color: "808080" } as const;
const dottedBorders = {
  top: dotted,
  bottom: dotted,
  left: dotted,
  right: dotted,
  insideHorizontal: dotted,
  insideVertical: dotted,
};

function layOutSigner(
  { size }: Layout,
  { authority, position, name, fields }: SignatureBlock,
  width: number,
): (Paragraph | Table)[] {
  const bold = (text: string, before = 0) =>
    centred(text, { bold: true, size: size.signer, keepNext: true, before });
  const share = Math.round(width / fields.length);
  const field = (caption: string) =>
    new TableCell({
      width: { size: share, type: WidthType.DXA },
      verticalAlign: VerticalAlign.BOTTOM,
      children: [centred(caption, { italics: true, size: size.small })],
    });
  const boxes = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: fields.map(() => share),
    borders: dottedBorders,
    rows: [new TableRow({ height: { value: mm(28), rule: "exact" }, children: fields.map(field) })],
  });
  return [
    bold(authority),
    ...(position ? [bold(position)] : []),
    new Paragraph({ spacing: { after: 60 } }),
    boxes,
    name ? bold(name, 80) : new Paragraph({}),
  ];
}
