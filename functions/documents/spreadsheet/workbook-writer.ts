import { type Cell, columnName, type Sheet } from "./workbook.ts";
import { openArchive, packedAtOnce, sheetPart } from "./workbook-archive.ts";
import { type ListedSheet, quoteSheet, type WorkbookProperties } from "./workbook-parts.ts";
import { beginWorksheet, endWorksheet, type Layout, writeListSheet, writeRow } from "./worksheet-writer.ts";

export interface FilledSheet {
  sheet: Sheet;
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** Number of empty rows with drop-down lists and notes. */
  emptyRows?: number;
  /** Adds a last column for the faults of each row. */
  faults?: boolean;
}

/** Maximum characters of an inline drop-down list; longer lists refer to a sheet. */
const longestInline = 255;
const listSheet = "Danh mục";

/** Text never becomes a formula. */
export async function* writeWorkbook(
  filled: readonly FilledSheet[],
  properties: WorkbookProperties | null = null,
): AsyncGenerator<Uint8Array> {
  const lists = gatherLists(filled);
  const sheets: ListedSheet[] = filled.map(({ sheet }) => ({ name: sheet.name, hidden: false }));
  if (lists.length > 0) sheets.push({ name: listSheet, hidden: true });
  const { write: begin, take, end } = openArchive(sheets, properties);
  let n = 0;
  for (const { sheet, rows, emptyRows = 0, faults = false } of filled) {
    const layout: Layout = {
      columns: sheet.columns,
      lists: sheet.columns.map((column) => listOf(column, lists)),
      faults,
    };
    const write = begin(sheetPart(++n));
    let text = beginWorksheet(layout);
    let row = 1;
    for await (const cells of rows) {
      text += writeRow(layout, ++row, cells);
      if (text.length < packedAtOnce) continue;
      write(text, false);
      text = "";
      yield* take();
    }
    write(text + endWorksheet(layout, row, row + emptyRows), true);
    yield* take();
  }
  if (lists.length > 0) begin(sheetPart(++n))(writeListSheet(lists), true);
  end();
  yield* take();
}

type Choices = { choices?: readonly string[] };

const inlineList = ({ choices = [] }: Choices) => {
  const joined = choices.join(",");
  const plain = choices.every((choice) => !/[",]/.test(choice)) && joined.length <= longestInline;
  return plain ? `"${joined}"` : null;
};

const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((choice, at) => choice === other[at]);

function gatherLists(filled: readonly FilledSheet[]): (readonly string[])[] {
  const lists: (readonly string[])[] = [];
  for (const column of filled.flatMap(({ sheet }) => sheet.columns)) {
    const { choices } = column;
    if (!choices?.length || inlineList(column) !== null) continue;
    if (!lists.some((list) => sameList(list, choices))) lists.push(choices);
  }
  return lists;
}

function listOf({ choices }: Choices, lists: readonly (readonly string[])[]): string | null {
  if (!choices?.length) return null;
  const at = lists.findIndex((list) => sameList(list, choices));
  if (at < 0) return inlineList({ choices });
  const name = columnName(at);
  return `${quoteSheet(listSheet)}!$${name}$1:$${name}$${choices.length}`;
}
