import type { Block, DocumentColumn, Inline } from "./official-document.ts";

type Table = Extract<Block, { kind: "table" }>;

/** `least`: minimum width in percent, for names that should take few lines. */
export type UnsizedColumn = Omit<DocumentColumn, "width"> & { least?: number };

type UnsizedTable = Omit<Table, "columns"> & { columns: readonly UnsizedColumn[] };

/** Estimated letter widths in points at the type size of tables, rounded up. */
const letterWidths = [
  { letters: /[\s.,;:'’‘|/()[\]-]/u, width: 3.7 },
  { letters: /[iljtfrI]/u, width: 3.9 },
  { letters: /\d/u, width: 5.7 },
  { letters: /[mwMW–—…%]/u, width: 9.1 },
  { letters: /\p{Lu}/u, width: 8 },
];
const usualWidth = 5.3;

/** In points: text width of an A4 page, and the space beside a cell's text. */
const page = 450;
const beside = 9;
/** Maximum of a column's minimum width, in percent. */
const widestWord = 32;
/**
 * Longest line, in points, that stays whole if the page has room: "43,6% (41/94)". The first limit applies that
 * keeps the table short.
 */
const shortLines = [102, 79];
/** Factor by which a table may be longer than the shortest. */
const slightly = 1.03;
const boldness = 1.08;
/** Maximum rows whose height is computed; longer tables are sampled evenly. */
const mostRows = 400;

const widthOf = (text: string) => {
  let width = 0;
  for (const letter of text)
    width += letterWidths.find(({ letters }) => letters.test(letter))?.width ?? usualWidth;
  return width;
};

/** Widths of a cell's lines before wrapping, and of its widest word, in points. */
interface Measured {
  lines: number[];
  word: number;
}

function measure(runs: readonly Inline[]): Measured {
  const text = runs.map(({ text, newLine }) => (newLine ? `\n${text}` : text)).join("");
  const words = text.split(/\s+/).map(widthOf);
  return { lines: text.split("\n").map(widthOf), word: Math.max(0, ...words) };
}

/** Chooses column widths in percent that break no word, if possible, and give the table few lines. */
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
  const share = 100 / sum(widths);
  return {
    ...table,
    columns: columns.map(({ least, ...column }, i) => ({ ...column, width: (widths[i] ?? 0) * share })),
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

/** Column with the least room for its longest line. */
function tightest(cells: readonly Measured[][], widths: readonly number[]): number {
  const room = widths.map((width, i) => {
    const longest = cells.reduce((most, row) => Math.max(most, ...(row[i]?.lines ?? [])), 1);
    return width / longest;
  });
  return room.indexOf(Math.min(...room));
}

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

/** Minimum width in percent that breaks no word and no line of up to `kept` points. */
function leastWidth({ title, least = 0 }: UnsizedColumn, cells: readonly Measured[], kept: number): number {
  const head = Math.max(...title.split(/\s+/).map(widthOf)) * boldness;
  let widest = head;
  for (const { lines, word } of cells) {
    widest = Math.max(widest, word);
    for (const line of lines) if (line <= kept) widest = Math.max(widest, line);
  }
  return Math.max(least, Math.min(toPercent(widest), Math.max(widestWord, toPercent(head))));
}

const toPercent = (width: number) => Math.ceil(((width + beside) / page) * 100);

/** Height in lines if column `wider` (-1: none) gets one percent more. Fractions make each percent count. */
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
