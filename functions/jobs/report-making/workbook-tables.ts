import type { ReportFigure, ReportModel, ReportTable, Run } from "#core/report/model.ts";
import type { PlainCell } from "../../documents/spreadsheet/workbook.ts";
import { columnOf, type ReportSheet, remarkOn, valueCell } from "./workbook-cells.ts";

/** Excel's limit for sheet names. */
const longestName = 31;

export function listTables({ sections, figures }: ReportModel): ReportSheet[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return sections
    .flatMap(({ tables }) => tables)
    .map((table, i): ReportSheet => {
      const rows = table.rows.map((cells) => readRow(table, cells, byId));
      const remarked = rows.some(({ remark }) => remark !== "");
      return {
        about: table.title,
        sheet: {
          name: nameSheet(`Bảng ${i + 1} ${table.title}`),
          columns: [
            ...table.columns.map((title, n) =>
              columnOf(title, n === 0 ? "text" : "number", n === 0 ? 24 : 18),
            ),
            ...(remarked ? [columnOf("Ghi chú", "text", 44)] : []),
          ],
        },
        rows: rows.map(({ cells, remark }) => (remarked ? [...cells, remark] : cells)),
      };
    });
}

function nameSheet(title: string): string {
  return title
    .replace(/[[\]:*?/\\]/g, " ")
    .slice(0, longestName)
    .trim();
}

function readRow({ columns }: ReportTable, runs: Run[][], byId: ReadonlyMap<string, ReportFigure>) {
  const remarks: string[] = [];
  const cells = runs.map((cell, n): PlainCell => {
    const figure = figureIn(cell, byId);
    if (!figure) return readText(cell.map((run) => (typeof run === "string" ? run : run.text)).join(""));
    const remark = remarkOn(figure);
    if (remark) remarks.push(`${columns[n] ?? ""}: ${remark}`);
    return valueCell(figure);
  });
  return { cells, remark: remarks.join("; ") };
}

function figureIn(cell: Run[], byId: ReadonlyMap<string, ReportFigure>): ReportFigure | undefined {
  const [run, ...more] = cell;
  return run !== undefined && typeof run !== "string" && "figure" in run && more.length === 0
    ? byId.get(run.figure)
    : undefined;
}

function readText(text: string): PlainCell {
  if (text === "–") return null;
  const written = /^-?(\d{1,3}(\.\d{3})+|\d{1,4})(,\d+)?$/.test(text);
  return written ? Number(text.replaceAll(".", "").replace(",", ".")) : text;
}
