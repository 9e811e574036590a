import { Paragraph, TextRun } from "docx";
import type { Block, DocumentColumn, Inline } from "../official-document.ts";
import { escapeXml } from "../spreadsheet/spreadsheet-text.ts";
import type { Frame } from "./page.ts";
import { styleIds } from "./styles.ts";

type Table = Extract<Block, { kind: "table" }>;

/** Table XML by slot, inserted when the file is packed. The library's own tables take too much memory. */
export interface TableSlots {
  xml: string[];
}

export function layOutTable(frame: Frame, slots: TableSlots, table: Table): Paragraph[] {
  const { caption } = table;
  slots.xml.push(writeTable(frame, table));
  const title = new Paragraph({
    style: styleIds.caption,
    spacing: { before: 60, after: 60 },
    keepNext: true,
    children: [new TextRun(caption)],
  });
  return [
    ...(caption ? [title] : []),
    new Paragraph({ style: styleIds.slot, text: String(slots.xml.length - 1) }),
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

export function fillSlots(body: string, { xml }: TableSlots): string {
  const slot = new RegExp(
    `<w:p><w:pPr><w:pStyle w:val="${styleIds.slot}"/></w:pPr><w:r><w:t[^>]*>(\\d+)</w:t></w:r></w:p>`,
    "g",
  );
  return body.replace(slot, (_, n: string) => xml[Number(n)] ?? "");
}

const line = 'w:val="single" w:color="000000" w:sz="6"';
const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} ${line}/>`)
  .join("");
const margins = Object.entries({ top: 40, left: 80, bottom: 40, right: 80 })
  .map(([side, width]) => `<w:${side} w:type="dxa" w:w="${width}"/>`)
  .join("");

function writeTable({ textWidth }: Frame, { columns, rows }: Table): string {
  const widths = columns.map(({ width }) => Math.round((textWidth * width) / 100));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const cell = (runs: Inline[], i: number, style: string, align: DocumentColumn["align"]) =>
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widths[i] ?? 0}"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/><w:jc w:val="${align}"/></w:pPr>${runs.map((run) => writeRun(run, columns[i]?.whole)).join("")}</w:p></w:tc>`;
  const span = (runs: Inline[]) =>
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${textWidth}"/><w:gridSpan w:val="${columns.length}"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${styleIds.head}"/><w:jc w:val="left"/></w:pPr>${runs.map((run) => writeRun(run)).join("")}</w:p></w:tc>`;
  const head = columns.map(({ title }, i) => cell([{ text: title }], i, styleIds.head, "center"));
  const lines = rows.map(({ cells, spans }) => {
    const written = spans
      ? cells.map(span)
      : cells.map((runs, i) => cell(runs, i, styleIds.cell, columns[i]?.align ?? "left"));
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${written.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${textWidth}"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join("")}</w:tr>${lines.join("")}</w:tbl>`;
}

function writeRun({ text, bold, italic, newLine }: Inline, whole = false): string {
  const look = `${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}`;
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}${newLine ? "<w:br/>" : ""}${splitAtHyphens(text, whole).map(writeText).join("<w:noBreakHyphen/>")}</w:r>`;
}

/** Hyphens within codes: 217-QĐ/TW, 12/BC-MTTQ-BTT. Word would end a line there. */
const codeHyphen = /(?<=[\p{L}\d])-(?=[\p{L}\d])/u;

const splitAtHyphens = (text: string, whole: boolean): string[] => text.split(whole ? "-" : codeHyphen);

const writeText = (text: string) => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
