import { qualifierWords } from "#core/figures/sentence.ts";
import type { Bound, ReportFigure } from "#core/report/model.ts";
import { unknownValue } from "#core/report/wording.ts";
import type { Column, PlainCell } from "../../documents/spreadsheet/workbook.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";

export interface ReportSheet extends FilledSheet {
  about: string;
}

export const columnOf = (header: string, kind: Column["kind"], width: number): Column => ({
  key: header,
  header,
  kind,
  width,
});

/** Header, kind, width and cell value of a column. */
type RowColumn<R> = readonly [string, Column["kind"], number, (row: R) => PlainCell];

export const sheetOf = <R>(
  name: string,
  about: string,
  rows: Iterable<R>,
  columns: readonly RowColumn<R>[],
): ReportSheet => ({
  about,
  sheet: { name, columns: columns.map(([header, kind, width]) => columnOf(header, kind, width)) },
  rows: cellsOf(rows, columns),
});

function* cellsOf<R>(rows: Iterable<R>, columns: readonly RowColumn<R>[]): Generator<PlainCell[]> {
  for (const row of rows) yield columns.map(([, , , cell]) => cell(row));
}

export const dayCell = (day: string | null | undefined): PlainCell => (day ? { day } : null);

export const boundCell = (bound: Bound): PlainCell => (typeof bound === "number" ? bound : { day: bound });

/** Rates become shares, shown in percent; unknown values are empty. */
export function valueCell({ value, numerator, denominator }: ReportFigure): PlainCell {
  if (value === null) return null;
  return numerator !== undefined && denominator !== undefined ? { share: value } : value;
}

export function remarkOn({ value, qualifier }: Pick<ReportFigure, "value" | "qualifier">): string | null {
  if (value === null) return unknownValue;
  return qualifier ? qualifierWords[qualifier] : null;
}
