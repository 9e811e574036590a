import type { Bound, ReportFigure } from "#core/report/model.ts";
import { qualifierWords, unknownValue } from "#core/report/wording.ts";
import type { Column, PlainCell } from "../../documents/spreadsheet/workbook.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";

/** A sheet with what the first one of the book says of it. */
export interface ReportSheet extends FilledSheet {
  about: string;
}

/** A column whose head is its name. */
export const columnOf = (header: string, kind: Column["kind"] = "text", width?: number): Column => ({
  key: header,
  header,
  kind,
  ...(width === undefined ? {} : { width }),
});

/** A bound of a period: a year as a number, a day as a day. */
export const boundCell = (bound: Bound): PlainCell => (typeof bound === "number" ? bound : { day: bound });

/** The value as a number: a rate as a share, which a spreadsheet shows in percent; empty where it is unknown. */
export function valueCell({ value, numerator, denominator }: ReportFigure): PlainCell {
  if (value === null) return null;
  return numerator !== undefined && denominator !== undefined ? { share: value } : value;
}

/** What a number alone does not say: that it is unknown, or not exact. */
export function remarkOn({ value, qualifier }: Pick<ReportFigure, "value" | "qualifier">): string | null {
  if (value === null) return unknownValue;
  return qualifier ? qualifierWords[qualifier] : null;
}
