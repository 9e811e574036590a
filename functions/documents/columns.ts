import type { Block, DocumentColumn, Inline } from "./official-document.ts";

type Table = Extract<Block, { kind: "table" }>;

export type UnsizedColumn = Omit<DocumentColumn, "width">;

type UnsizedTable = Omit<Table, "columns"> & { columns: readonly UnsizedColumn[] };

/** Points, of the text face at the size of tables, rounded up. Widths are estimates: the formats lay out their own lines. */
const letterWidths = [
  { letters: /[\s.,;:'’‘|/()[\]-]/u, width: 4 },
  { letters: /[iljtfrI]/u, width: 4.2 },
  { letters: /\d/u, width: 6.1 },
  { letters: /[mwMW–—…%]/u, width: 9.8 },
  { letters: /\p{Lu}/u, width: 8.6 },
];
const usualWidth = 5.7;

/** Text width of an A4 page, and the space beside a cell's text. */
const page = 450;
const beside = 9;
/** A column's widest word counts up to this share of the page. */
const widestWord = 32;
/**
 * Lines up to these widths stay whole, "43,6% (41/94)", where the page has room: by the first where that does not make
 * the table longer.
 */
const shortLines = [110, 85];
/** A table this much longer is as good. */
const slightly = 1.03;
const boldness = 1.08;
/** The height of longer tables is that of rows spread over them. */
const mostRows = 400;

const widthOf = (text: string) => {
  let width = 0;
  for (const letter of text)
    width += letterWidths.find(({ letters }) => letters.test(letter))?.width ?? usualWidth;
  return width;
};

/** Widths of a cell's lines as they are written, and of its widest word; in points. */
interface Measured {
  lines: number[];
  word: number;
}

function measure(runs: readonly Inline[]): Measured {
  const text = runs.map(({ text, newLine }) => (newLine ? `\n${text}` : text)).join("");
  const words = text.split(/\s+/).map(widthOf);
  return { lines: text.split("\n").map(widthOf), word: Math.max(0, ...words) };
}

/**
 * Sets the widths of columns, in percent, by what the rows hold: no word is broken, and the table takes about as few
 * lines as it can.
 */
export function fitColumns(table: UnsizedTable): Table {
  const { columns, rows } = table;
  const measured = rows.filter(({ spans }) => !spans).map((row) => row.cells.map(measure));
  const step = Math.max(1, Math.ceil(measured.length / mostRows));
  const cells = measured.filter((_, i) => i % step === 0);
  const leastWidths = (kept: number) =>
    columns.map((column, i) => {
      const own = measured.flatMap((row) => row[i] ?? []);
      return leastWidth(column, own, column.whole ? Number.POSITIVE_INFINITY : kept);
    });
  const roomy = shortLines.map(leastWidths).filter((widths) => sum(widths) <= 100);
  const fitted = (roomy.length > 0 ? roomy : [leastWidths(0)]).map((widths) => fillPage(widths, cells));
  const heights = fitted.map((widths) => heightOf(cells, widths, -1));
  const least = Math.min(...heights);
  const widths = fitted.find((_, i) => (heights[i] ?? 0) <= least * slightly) ?? [];
  // Columns whose words need more than the page are narrowed alike.
  const share = 100 / sum(widths);
  return {
    ...table,
    columns: columns.map((column, i) => ({ ...column, width: (widths[i] ?? 0) * share })),
  };
}

/** Gives the rest of the page, percent by percent, to the column that shortens the table most. */
function fillPage(given: readonly number[], cells: readonly Measured[][]): number[] {
  const widths = [...given];
  for (let left = 100 - sum(widths); left > 0; left--) {
    const heights = widths.map((_, i) => heightOf(cells, widths, i));
    const least = Math.min(...heights);
    const helps = least < heightOf(cells, widths, -1) - 1e-9;
    const best = helps ? heights.indexOf(least) : tightest(cells, widths);
    widths[best] = (widths[best] ?? 0) + 1;
  }
  return widths;
}

/** The column whose longest line leaves the least room: it gets what no column needs. */
function tightest(cells: readonly Measured[][], widths: readonly number[]): number {
  const room = widths.map((width, i) => {
    const longest = cells.reduce((most, row) => Math.max(most, ...(row[i]?.lines ?? [])), 1);
    return width / longest;
  });
  return room.indexOf(Math.min(...room));
}

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

/** Percent in which no word, and no line up to `kept` points, is broken. */
function leastWidth({ title }: UnsizedColumn, cells: readonly Measured[], kept: number): number {
  const head = Math.max(...title.split(/\s+/).map(widthOf)) * boldness;
  let widest = head;
  for (const { lines, word } of cells) {
    widest = Math.max(widest, word);
    for (const line of lines) if (line <= kept) widest = Math.max(widest, line);
  }
  return Math.min(toPercent(widest), Math.max(widestWord, toPercent(head)));
}

const toPercent = (width: number) => Math.ceil(((width + beside) / page) * 100);

/** Lines of all rows with one percent more for a column; parts of lines count, so that each percent tells. */
function heightOf(cells: readonly Measured[][], widths: readonly number[], wider: number): number {
  let height = 0;
  for (const row of cells) {
    let tallest = 1;
    for (const [i, { lines }] of row.entries()) {
      const room = (((widths[i] ?? 0) + (i === wider ? 1 : 0)) * page) / 100 - beside;
      let own = 0;
      for (const line of lines) own += Math.max(1, line / room);
      tallest = Math.max(tallest, own);
    }
    height += tallest;
  }
  return height;
}
