import { strToU8, Zip, ZipDeflate } from "fflate";
import { type Cell, columnName, type Sheet } from "./workbook.ts";
import {
  contentTypesPart,
  type ListedSheet,
  packagePart,
  quoteSheet,
  stylesPart,
  workbookPart,
  workbookRelationshipsPart,
} from "./workbook-parts.ts";
import { beginWorksheet, endWorksheet, type Layout, writeListSheet, writeRow } from "./worksheet-writer.ts";

/** A sheet and what fills it, row by row, each as long as its columns. */
export interface FilledSheet {
  sheet: Sheet;
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** Rows below the last that the drop-down lists and notes reach, for typing. */
  emptyRows?: number;
  /** Whether a last column says the faults of each row. */
  faults?: boolean;
}

/** As in `sealed-archive.ts`: one date for all, so that the same rows give the same bytes. */
const entryDate = new Date(1980, 0, 1);
/** Text that is gathered before it is packed, in UTF-16 units. */
const gathered = 64 * 1024;
/** What a drop-down list may hold within its own rule; a longer one refers to a sheet. */
const longestInline = 255;
const listSheet = "Danh mục";

/**
 * A workbook (XLSX) as a stream of bytes: heads bold and frozen, filters, widths, days as days, drop-down lists. At no time more than some
 * rows of it are in memory. Text stays text whatever it begins with: nothing becomes a formula.
 */
export async function* writeWorkbook(filled: readonly FilledSheet[]): AsyncGenerator<Uint8Array> {
  const { pack, take, end } = openArchive();
  const lists = gatherLists(filled);
  const sheets: ListedSheet[] = filled.map(({ sheet }) => ({ name: sheet.name, hidden: false }));
  if (lists.length > 0) sheets.push({ name: listSheet, hidden: true });

  pack("[Content_Types].xml")(contentTypesPart(sheets.length), true);
  pack("_rels/.rels")(packagePart, true);
  pack("xl/workbook.xml")(workbookPart(sheets), true);
  pack("xl/_rels/workbook.xml.rels")(workbookRelationshipsPart(sheets.length), true);
  pack("xl/styles.xml")(stylesPart, true);
  let n = 0;
  for (const { sheet, rows, emptyRows = 0, faults = false } of filled) {
    const layout: Layout = {
      columns: sheet.columns,
      lists: sheet.columns.map((column) => listOf(column, lists)),
      faults,
    };
    const write = pack(`xl/worksheets/sheet${++n}.xml`);
    let text = beginWorksheet(layout);
    let row = 1;
    for await (const cells of rows) {
      text += writeRow(layout, ++row, cells);
      if (text.length < gathered) continue;
      write(text, false);
      text = "";
      yield* take();
    }
    write(text + endWorksheet(layout, row, row + emptyRows), true);
    yield* take();
  }
  if (lists.length > 0) pack(`xl/worksheets/sheet${++n}.xml`)(writeListSheet(lists), true);
  end();
  yield* take();
}

/** A ZIP whose bytes are taken as they come. */
function openArchive() {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  return {
    pack(name: string) {
      const entry = new ZipDeflate(name, { level: 4 });
      entry.mtime = entryDate;
      zip.add(entry);
      return (text: string, last: boolean) => entry.push(strToU8(text), last);
    },
    take(): Uint8Array[] {
      const taken = ready;
      ready = [];
      return taken;
    },
    end: () => zip.end(),
  };
}

type Choices = { choices?: readonly string[] };

const inlineList = ({ choices = [] }: Choices) => {
  const joined = choices.join(",");
  const plain = choices.every((choice) => !/[",]/.test(choice)) && joined.length <= longestInline;
  return plain ? `"${joined}"` : null;
};

const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((choice, at) => choice === other[at]);

/** The lists too long to stand in a rule, each once. */
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
