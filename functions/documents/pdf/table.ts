import type { Block } from "../official-document.ts";
import { type CellText, readCell, splitCell, writeCell } from "./cell.ts";
import { ensureRoom, type Pdf, writeCentred } from "./page.ts";

type Table = Extract<Block, { kind: "table" }>;

const padding = { x: 4, y: 2 };

/** Settings that pdfkit's types lack. */
const columnHead: object = { scope: "Column" };
const rowHead: object = { scope: "Row" };

type Cell = ReturnType<Pdf["struct"]>;

/** pdfkit has no setting for cells that span columns. */
function cellOf(pdf: Pdf, kind: "head" | "row" | "span", columns: number): Cell {
  if (kind === "row") return pdf.struct("TD");
  const cell = pdf.struct("TH", kind === "head" ? columnHead : rowHead);
  const { data } = (cell as unknown as { dictionary: { data: { A: object } } }).dictionary;
  if (kind === "span") data.A = { ...data.A, ColSpan: columns };
  return cell;
}

/** A row is split only if it does not fit on a page. */
export function drawTable(pdf: Pdf, { caption, columns, rows }: Table): void {
  const { left, top, bottom, textWidth, layout } = pdf.frame;
  const widths = columns.map(({ width }) => (textWidth * width) / 100);
  const place = (i: number, header: boolean) => ({
    width: (widths[i] ?? 0) - 2 * padding.x,
    align: header ? ("center" as const) : (columns[i]?.align ?? "left"),
  });
  const heightOf = (cells: CellText[]) => Math.max(...cells.map(({ height }) => height)) + 2 * padding.y;
  const header = columns.map(({ title }, i) =>
    readCell(pdf, [{ text: title }], { ...place(i, true), bold: true }),
  );
  const readRow = ({ cells, spans }: Table["rows"][number]) =>
    spans
      ? cells.map((runs) =>
          readCell(pdf, runs, { width: textWidth - 2 * padding.x, align: "left", bold: true }),
        )
      : cells.map((runs, i) => readCell(pdf, runs, place(i, false)));
  const firstRow = rows[0] && readRow(rows[0]);
  const beginning =
    heightOf(header) + (firstRow ? heightOf(firstRow) : 0) + (caption ? 3 * layout.size.caption : 0);
  ensureRoom(pdf, Math.min(beginning, bottom - top));
  if (caption) {
    const centred = { x: left, y: pdf.y + 3, width: textWidth, size: layout.size.caption, bold: true };
    pdf.y = writeCentred(pdf, caption, centred);
  }
  pdf.y += 3;
  const table = pdf.struct("Table");
  pdf.frame.root.add(table);
  const drawRow = (cells: CellText[], kind: "head" | "row" | "span", repeated = false) => {
    const height = heightOf(cells);
    const y = pdf.y;
    const row = repeated ? null : pdf.struct("TR");
    if (row) table.add(row);
    let x = left;
    for (const [i, cell] of cells.entries()) {
      const width = kind === "span" ? textWidth : (widths[i] ?? 0);
      pdf.markContent("Artifact", { type: "Layout" });
      pdf.lineWidth(0.5).rect(x, y, width, height).stroke();
      pdf.endMarkedContent();
      const at = x + padding.x;
      const write = () => writeCell(pdf, cell, at, y + (height - cell.height) / 2);
      if (row) row.add(cellOf(pdf, kind, columns.length).add(write));
      else {
        pdf.markContent("Artifact", { type: "Pagination" });
        write();
        pdf.endMarkedContent();
      }
      x += width;
    }
    row?.end();
    pdf.y = y + height;
  };
  const beginPage = () => {
    pdf.addPage();
    drawRow(header, "head", true);
  };
  drawRow(header, "head");
  // Maximum height of a row on a page, with 4 points left above the first header.
  const whole = bottom - top - heightOf(header) - 4;
  for (const [i, written] of rows.entries()) {
    const kind = written.spans ? "span" : "row";
    const next = rows[i + 1];
    let row = readRow(written);
    const together = heightOf(row) + (written.spans && next ? heightOf(readRow(next)) : 0);
    if (pdf.y + Math.min(together, whole) > bottom) beginPage();
    while (heightOf(row) > whole) {
      const parts = row.map((cell) => splitCell(cell, bottom - pdf.y - 2 * padding.y));
      drawRow(
        parts.map(([part]) => part),
        kind,
      );
      row = parts.map(([, rest]) => rest);
      beginPage();
    }
    drawRow(row, kind);
  }
  table.end();
  pdf.y += 6;
}
