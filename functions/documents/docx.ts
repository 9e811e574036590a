import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Annex, Block, DocumentItem, Inline, OfficialDocument } from "./official-document.ts";
import { nationalMotto, nationalName } from "./official-document.ts";
import { sealArchive } from "./sealed-archive.ts";

const font = "Times New Roman";
/** Sizes in half-points, as Word counts: body 14 pt, head 12 to 14, tables 12 (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const size = { body: 28, head: 24, motto: 26, table: 24, list: 22 } as const;

const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** A4; margins top and bottom 20 mm, left 30, right 20 (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) },
};
const textWidth = page.size.width - page.margin.left - page.margin.right;

const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const line = { style: BorderStyle.SINGLE, size: 6, color: "000000" } as const;
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};

/** The document as DOCX, laid out after Nghị định 30/2020/NĐ-CP; the draft that people may still edit. Same document, same bytes. */
export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    title: `${document.type}: ${document.subject}`,
    creator: document.letterhead.issuer,
    lastModifiedBy: document.letterhead.issuer,
    styles: {
      default: {
        document: {
          run: { font, size: size.body, color: "000000", language: { value: "vi-VN" } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: [layOutMain(document)],
  });
  return sealArchive(new Uint8Array(await Packer.toArrayBuffer(file)));
}

function layOutMain(document: OfficialDocument): ISectionOptions {
  const banner = document.banner ? [centred(document.banner, { bold: true, size: size.list })] : [];
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: size.motto })],
  });
  return {
    properties: { page, titlePage: true },
    headers: {
      first: new Header({ children: banner.length > 0 ? banner : [new Paragraph({})] }),
      default: new Header({ children: [pageNumber, ...banner] }),
    },
    footers: { first: new Footer({ children: [] }), default: new Footer({ children: [] }) },
    children: [
      layOutHead(document),
      centred(document.type, { bold: true, before: 360 }),
      centred(document.subject, { bold: true }),
      rule(textWidth, textWidth / 5, 240),
      ...document.body.flatMap(layOutBlock),
      layOutSignature(document),
      ...document.annexes.flatMap(layOutAnnex),
      ...layOutNotes(document),
    ],
  };
}

interface TextLook {
  bold?: boolean;
  italics?: boolean;
  size?: number;
  before?: number;
  after?: number;
}

function centred(text: string, { before = 0, after = 0, ...look }: TextLook = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    children: [new TextRun({ text, ...look })],
  });
}

/** A line of `length` in the middle of a column, drawn as the border of an empty paragraph; all in twentieths of a point. */
function rule(column: number, length: number, after = 0): Paragraph {
  const indent = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 20, after, line: 60, lineRule: "exact" },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}

function layOutHead({ letterhead }: OfficialDocument): Table {
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

const firstLine = mm(12.7);
const bodySpacing = { after: 120, line: 264 } as const;

function layOutBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          indent: { firstLine },
          spacing: { before: block.level === 1 ? 120 : 0, ...bodySpacing },
          keepNext: true,
          outlineLevel: block.level - 1,
          children: [new TextRun({ text: block.text, bold: true, italics: block.level === 2 })],
        }),
      ];
    case "paragraph":
      return [bodyParagraph(block.runs)];
    case "list":
      return layOutItems(block.items, 0);
    case "table":
      return layOutTable(block);
  }
}

function bodyParagraph(runs: Inline[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine },
    spacing: bodySpacing,
    children: runs.map((run) => layOutRun(run)),
  });
}

function layOutRun({ text, bold = false, italic = false }: Inline, textSize: number = size.body): TextRun {
  return new TextRun({ text, bold, italics: italic, size: textSize });
}

/** Lists are typed with - and + as official documents have them. */
function layOutItems(items: DocumentItem[], depth: number): Paragraph[] {
  const mark = depth === 0 ? "- " : "+ ";
  return items.flatMap((item) => [
    bodyParagraph([{ text: mark }, ...item.runs]),
    ...layOutItems(item.items, depth + 1),
  ]);
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function layOutTable({ caption, columns, rows }: Extract<Block, { kind: "table" }>): (Paragraph | Table)[] {
  const widths = columns.map(({ width }) => Math.round((textWidth * width) / 100));
  const cell = (runs: Inline[], i: number, header = false) =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: header ? AlignmentType.CENTER : alignments[columns[i]?.align ?? "left"],
          children: runs.map((run) => layOutRun(header ? { ...run, bold: true } : run, size.table)),
        }),
      ],
    });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, i) => cell([{ text: title }], i, true)),
      }),
      ...rows.map(
        ({ cells }) => new TableRow({ cantSplit: true, children: cells.map((runs, i) => cell(runs, i)) }),
      ),
    ],
  });
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 60, after: 60 },
    keepNext: true,
    children: [new TextRun({ text: caption, bold: true, size: size.motto })],
  });
  return [...(caption ? [title] : []), table, new Paragraph({ spacing: { after: 60 } })];
}

/** Recipients on the left; on the right who signs, and the empty fields for the signatures made outside. */
function layOutSignature({ recipients, signature }: OfficialDocument): Table {
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

function layOutAnnex({ title, subject, blocks }: Annex): (Paragraph | Table)[] {
  return [
    new Paragraph({
      pageBreakBefore: true,
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: title, bold: true })],
    }),
    centred(subject, { bold: true, after: 200 }),
    ...blocks.flatMap(layOutBlock),
  ];
}

function layOutNotes({ editorNotes }: OfficialDocument): Paragraph[] {
  if (!editorNotes) return [];
  return [
    new Paragraph({
      pageBreakBefore: true,
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: editorNotes.title.toUpperCase(), bold: true })],
    }),
    centred("(Bỏ trang này trước khi ban hành)", { italics: true, after: 200 }),
    ...editorNotes.notes.map((note) => bodyParagraph([{ text: "- " }, { text: note }])),
  ];
}
