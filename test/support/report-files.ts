import type { DeclaredFigure } from "#core/figures/figure.ts";
import { readWorkbook } from "../../functions/documents/spreadsheet/workbook-reader.ts";
import { readPdf } from "./pdf-text.ts";

/** Lines of a PDF end where the paper does. */
export const squeeze = (text: string) => text.replace(/\s/g, "");

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const plain = (html: string) =>
  html
    .replace(/<br>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#39|\w+);/g, (_, name: string) => entities[name] ?? "");

export function readHtml(html: string) {
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => plain(cell)),
  );
  return { rows, text: plain(html) };
}

type SheetRow = Record<string, string | number>;

/** The rows of each sheet, their cells by the column's head. */
export async function readSheets(bytes: Uint8Array): Promise<Map<string, SheetRow[]>> {
  const sheets = new Map<string, SheetRow[]>();
  const heads = new Map<string, string[]>();
  for await (const part of readWorkbook(bytes)) {
    if (part.kind === "sheet") sheets.set(part.sheet, []);
    if (part.kind !== "row") continue;
    const cells = [...part.cells].map(([n, cell]): [number, string | number] => {
      if (cell.kind === "formula" || cell.kind === "error")
        throw new Error(`a ${cell.kind} in ${part.sheet}`);
      return [n, typeof cell.value === "boolean" ? String(cell.value) : cell.value];
    });
    if (part.row === 1)
      heads.set(
        part.sheet,
        cells.map(([, text]) => String(text)),
      );
    else
      sheets
        .get(part.sheet)
        ?.push(Object.fromEntries(cells.map(([n, value]) => [heads.get(part.sheet)?.[n] ?? "", value])));
  }
  return sheets;
}

/** Text between the margins, without blanks: a sentence goes on over the end of a page. `margin` in points. */
export function readPages(pdf: Uint8Array, margin = 56): string {
  const { pages } = readPdf(pdf);
  const pieces = pages.flatMap((page) => page.filter(({ y }) => y > margin && y < 842 - margin));
  return squeeze(pieces.map(({ text }) => text).join(""));
}

const qualifiers = { moreThan: "hơn ", nearly: "gần ", about: "khoảng ", over: "trên " };

export const periodText = ({ from, to }: Pick<DeclaredFigure, "from" | "to">) =>
  from === to ? from : `${from}–${to}`;

export function quantityText({
  value,
  qualifier,
  measure,
}: Pick<DeclaredFigure, "value" | "qualifier" | "measure">): string {
  if (value === null) return "chưa có số liệu";
  const number = value.toLocaleString("vi-VN");
  return `${qualifier ? qualifiers[qualifier] : ""}${number} ${measure.replaceAll("/", ", ")}`;
}
