import { fillMessage } from "#core/words/messages.ts";
import { activityMessagesVi } from "#core/words/vi/activities.ts";
import { campaignMessagesVi } from "#core/words/vi/campaigns.ts";
import { commendationMessagesVi } from "#core/words/vi/commendation.ts";
import { figureMessagesVi } from "#core/words/vi/figures.ts";
import { messagesVi } from "#core/words/vi/index.ts";
import { unitMessagesVi } from "#core/words/vi/units.ts";
import { workbookMessagesVi } from "#core/words/vi/workbook.ts";
import { comparable } from "#core/workbook/sheets/cell.ts";
import { columnName } from "#core/workbook/sheets/header.ts";
import { sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import { type Cell, type Column, faultHeader, type PlainCell } from "../../documents/spreadsheet/workbook.ts";
import { readWorkbook } from "../../documents/spreadsheet/workbook-reader.ts";
import { writeWorkbook } from "../../documents/spreadsheet/workbook-writer.ts";
import type { ReadCell } from "../../documents/spreadsheet/worksheet-reader.ts";
import type { FaultLog } from "./fault-log.ts";
import { kindOf } from "./workbook-rows.ts";

/** Maximum gap of empty rows in the copy; longer gaps are removed. */
const widestGap = 1_000;
const longestHead = 300;

const words: Readonly<Record<string, string>> = {
  ...messagesVi,
  ...campaignMessagesVi,
  ...figureMessagesVi,
  ...activityMessagesVi,
  ...commendationMessagesVi,
  ...unitMessagesVi,
  ...workbookMessagesVi,
};

export function describeRowFault({
  code,
  params = {},
}: {
  code: string;
  params?: Record<string, string | number>;
}): string {
  return fillMessage(words[code] ?? words["field.invalid"] ?? code, params);
}

/** Marks invalid cells and adds a column of faults. Formulas become text. */
export async function* markCopy(file: Uint8Array, faults: FaultLog): AsyncGenerator<Uint8Array> {
  const heads: { name: string; columns: Column[]; passed: number }[] = [];
  for await (const part of readWorkbook(file, ({ name, hidden }) => !hidden || kindOf(name) !== null)) {
    if (part.kind !== "row" || heads.some(({ name }) => name === part.sheet)) continue;
    heads.push({ name: part.sheet, ...columnsOf(part.sheet, part.cells) });
  }
  yield* writeWorkbook(
    heads.map(({ name, columns, passed }) => ({
      sheet: { name, columns },
      rows: rowsOf(file, { name, columns, passed }, faults),
      emptyRows: 200,
      faults: true,
    })),
  );
}

function columnsOf(
  sheet: string,
  cells: ReadonlyMap<number, ReadCell>,
): { columns: Column[]; passed: number } {
  const name = kindOf(sheet);
  const known = name ? sheetDefinitions[name].columns : [];
  const last = Math.max(...cells.keys());
  let passed = -1;
  const columns = Array.from({ length: last + 1 }, (_, at): Column => {
    const cell = cells.get(at);
    const head = cell?.kind === "text" ? columnName(cell.value.slice(0, longestHead)) : "";
    if (comparable(head) === comparable(faultHeader)) passed = at;
    const found = known.find(({ header }) => comparable(header) === comparable(head));
    return found ?? { key: `column${at}`, header: head, kind: "text" };
  });
  if (passed === last) columns.pop();
  return { columns, passed };
}

async function* rowsOf(
  file: Uint8Array,
  { name, columns, passed }: { name: string; columns: Column[]; passed: number },
  faults: FaultLog,
): AsyncGenerator<Cell[]> {
  let before: number | null = null;
  const blank = columns.map(() => null);
  for await (const part of readWorkbook(file, (sheet) => sheet.name === name)) {
    if (part.kind !== "row") continue;
    if (before === null) {
      before = part.row;
      continue;
    }
    for (let gap = Math.min(part.row - before - 1, widestGap); gap > 0; gap--) yield blank;
    before = part.row;
    const own = faults.at(name, part.row);
    yield columns.map((_, at): Cell => {
      const value = at === passed ? null : plain(part.cells.get(at));
      const found = own.filter((fault) => Math.max(fault.at, 0) === at);
      return found.length > 0 ? { fault: found.map(describeRowFault).join(" "), value } : value;
    });
  }
}

function plain(cell: ReadCell | undefined): PlainCell {
  if (!cell) return null;
  if (cell.kind === "day") return { day: cell.value };
  if (cell.kind === "formula") return `=${cell.formula}`;
  if (cell.kind === "boolean") return cell.value ? "Có" : "Không";
  return cell.value;
}
