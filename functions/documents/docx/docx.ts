import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { layoutOf } from "../layout.ts";
import { lettersNote, stateLetters } from "../letters.ts";
import { type Annex, asAnnex, describeSource, type OfficialDocument } from "../official-document.ts";
import type { Faces } from "../pdf/pdf.ts";
import { sealArchive } from "../spreadsheet/sealed-archive.ts";
import { layOutBlocks } from "./blocks.ts";
import { layOutHead, layOutSignature } from "./head.ts";
import { centred, type Frame, frameOf, half, rule } from "./page.ts";
import { styleIds, stylesOf } from "./styles.ts";
import { fillSlots, type TableSlots } from "./table.ts";

/** Private-use characters need a specific font; Word finds a font for all others. */
const ofOneFont = /\p{Co}/u;

/** The same document gives the same bytes. */
export async function renderDocx(
  written: OfficialDocument,
  { faces }: { faces: Pick<Faces, "bold"> },
): Promise<Uint8Array> {
  const { document, stated } = stateLetters(
    written,
    (codePoint) => !ofOneFont.test(String.fromCodePoint(codePoint)),
  );
  const layout = layoutOf(document.layout);
  const source = describeSource(document);
  const slots: TableSlots = { xml: [] };
  const file = new Document({
    title: `${document.type}: ${document.subject}`,
    creator: document.letterhead.issuer,
    lastModifiedBy: document.letterhead.issuer,
    ...(source ? { keywords: source } : {}),
    styles: stylesOf(layout),
    sections: [layOutMain(frameOf(layout, faces.bold), slots, document, stated ? lettersNote : null)],
  });
  const packed = new Uint8Array(await Packer.toArrayBuffer(file));
  return sealArchive(packed, { "word/document.xml": (body) => fillSlots(body, slots) });
}

function layOutMain(
  frame: Frame,
  slots: TableSlots,
  document: OfficialDocument,
  note: string | null,
): ISectionOptions {
  const { layout, page, textWidth } = frame;
  const banner = document.banner ? [centred(document.banner, { bold: true, size: layout.size.small })] : [];
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: half(layout.size.pageNumber) })],
  });
  return {
    properties: { page, titlePage: true },
    headers: {
      first: new Header({ children: banner.length > 0 ? banner : [new Paragraph({})] }),
      default: new Header({ children: [pageNumber, ...banner] }),
    },
    footers: { first: new Footer({ children: [] }), default: new Footer({ children: [] }) },
    children: [
      layOutHead(frame, document),
      centred(document.type, { style: "Title", before: 360 }),
      centred(document.subject, { style: styleIds.subject, inset: Math.round(textWidth / 10) }),
      layout.subjectMark === "dashes"
        ? centred("-----", { size: layout.size.subject, after: 160 })
        : rule(textWidth, textWidth / 5, 240),
      ...layOutBlocks(frame, slots, document.body, true),
      ...layOutSignature(frame, document),
      ...document.annexes.flatMap((annex) => layOutAnnex(frame, slots, annex)),
      ...layOutQuiet(describeSource(document)),
      ...layOutQuiet(note),
      ...layOutNotes(frame, slots, document),
    ],
  };
}

function layOutAnnex(frame: Frame, slots: TableSlots, annex: Annex): Paragraph[] {
  const { title, subject, attachedTo, blocks } = annex;
  const named = attachedTo !== undefined;
  return [
    new Paragraph({ style: "Title", pageBreakBefore: true, children: [new TextRun(title)] }),
    centred(named ? subject.toUpperCase() : subject, {
      style: styleIds.subject,
      after: named ? 40 : 200,
      keepNext: true,
    }),
    ...(attachedTo
      ? [centred(attachedTo, { italics: true, size: frame.layout.size.attached, after: 200, keepNext: true })]
      : []),
    ...layOutBlocks(frame, slots, blocks),
  ];
}

function layOutQuiet(text: string | null): Paragraph[] {
  if (!text) return [];
  return [new Paragraph({ style: styleIds.source, spacing: { before: 120 }, children: [new TextRun(text)] })];
}

function layOutNotes(frame: Frame, slots: TableSlots, { editorNotes }: OfficialDocument): Paragraph[] {
  return editorNotes ? layOutAnnex(frame, slots, asAnnex(editorNotes)) : [];
}
