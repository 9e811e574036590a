import type { Block, Inline } from "./official-document.ts";
import { ensureRoom, type Pdf, setFace, writeCentred } from "./pdf-page.ts";

type Table = Extract<Block, { kind: "table" }>;

const padding = { x: 4, y: 3 };
/** Below which height a table does not begin at the foot of a page. */
const leastHeight = 80;

/** A table with lines. Its head is repeated on each page that it goes on to; a row stays on one page. */
export function drawTable(pdf: Pdf, { caption, columns, rows }: Table): void {
  const { left, textWidth, layout } = pdf.frame;
  const { size } = layout;
  ensureRoom(pdf, leastHeight);
  if (caption)
    pdf.y = writeCentred(pdf, caption, {
      x: left,
      y: pdf.y + 3,
      width: textWidth,
      size: size.caption,
      bold: true,
    });
  pdf.y += 3;
  const table = pdf.struct("Table");
  pdf.addStructure(table);
  const widths = columns.map(({ width }) => (textWidth * width) / 100);
  const head = columns.map(({ title }): Inline[] => [{ text: title, bold: true }]);
  const aligns = columns.map(({ align }) => align);
  const layOut = (cells: Inline[][], header: boolean) =>
    cells.map((runs, i) => ({
      text: runs.map(({ text, newLine }) => (newLine ? "\n" : "") + text).join(""),
      bold: header || runs.every(({ bold }) => bold),
      width: widths[i] ?? 0,
      align: header ? ("center" as const) : (aligns[i] ?? "left"),
    }));
  const heightOf = (cells: ReturnType<typeof layOut>) =>
    Math.max(
      ...cells.map(({ text, bold, width }) => {
        setFace(pdf, size.table, { bold });
        return pdf.heightOfString(text || " ", { width: width - 2 * padding.x });
      }),
    ) +
    2 * padding.y;
  const drawRow = (cells: ReturnType<typeof layOut>, tag: "TH" | "TD", repeated = false) => {
    const height = heightOf(cells);
    const y = pdf.y;
    const row = repeated ? null : pdf.struct("TR");
    if (row) table.add(row);
    let x = left;
    for (const { text, bold, width, align } of cells) {
      pdf.markContent("Artifact", { type: "Layout" });
      pdf.lineWidth(0.5).rect(x, y, width, height).stroke();
      pdf.endMarkedContent();
      const at = x + padding.x;
      const write = () => {
        setFace(pdf, size.table, { bold });
        pdf.text(text, at, y + padding.y, { width: width - 2 * padding.x, align });
      };
      if (row) row.add(pdf.struct(tag, {}, write));
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
  const header = layOut(head, true);
  drawRow(header, "TH");
  for (const { cells } of rows) {
    const row = layOut(cells, false);
    const { page } = pdf;
    ensureRoom(pdf, heightOf(row));
    if (pdf.page !== page) drawRow(header, "TH", true);
    drawRow(row, "TD");
  }
  table.end();
  pdf.y += 6;
}
