import { type CellError, listedErrors } from "#core/jobs/job.ts";
import { columnName } from "../../documents/spreadsheet/workbook.ts";

/** `at`: column, counted from 0. */
export interface CellFault {
  at: number;
  code: string;
  params?: Record<string, string | number>;
}

export function createFaultLog() {
  const sheets = new Map<string, Map<number, CellFault[]>>();
  let count = 0;
  return {
    add(sheet: string, row: number, fault: CellFault): void {
      const rows = sheets.get(sheet) ?? new Map<number, CellFault[]>();
      const own = rows.get(row) ?? [];
      own.push(fault);
      sheets.set(sheet, rows.set(row, own));
      count++;
    },
    at: (sheet: string, row: number): readonly CellFault[] => sheets.get(sheet)?.get(row) ?? [],
    get count() {
      return count;
    },
    errors(): CellError[] {
      const listed: CellError[] = [];
      for (const [sheet, rows] of sheets)
        for (const [row, own] of [...rows].sort(([one], [other]) => one - other))
          for (const fault of own.toSorted((one, other) => one.at - other.at)) {
            if (listed.length === listedErrors) return listed;
            listed.push(toError(sheet, row, fault));
          }
      return listed;
    },
  };
}

function toError(sheet: string, row: number, { at, code, params }: CellFault): CellError {
  const cell = `${columnName(Math.max(at, 0))}${row}`;
  return params ? { sheet, cell, code, params } : { sheet, cell, code };
}

export type FaultLog = ReturnType<typeof createFaultLog>;
