import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { bodyParagraph, layOutBlock } from "./docx-blocks.ts";
import { layOutHead, layOutSignature } from "./docx-head.ts";
import { centred, page, rule, size, textWidth } from "./docx-page.ts";
import type { Annex, OfficialDocument } from "./official-document.ts";
import { sealArchive } from "./sealed-archive.ts";

const font = "Times New Roman";
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
      centred(document.subject, { bold: true, inset: Math.round(textWidth / 10) }),
      rule(textWidth, textWidth / 5, 240),
      ...document.body.flatMap(layOutBlock),
      layOutSignature(document),
      ...document.annexes.flatMap(layOutAnnex),
      ...layOutNotes(document),
    ],
  };
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
