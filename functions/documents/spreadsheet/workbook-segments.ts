import type { Cell, Sheet } from "./workbook.ts";
import { openArchive, type Packed, packedAtOnce, packText, sheetPart } from "./workbook-archive.ts";
import { beginWorksheet, endWorksheet, type Layout, writeRow } from "./worksheet-writer.ts";

export interface SheetProgress extends Packed {
  row: number;
}

export const noProgress: SheetProgress = { row: 0, crc: 0, size: 0 };

/**
 * Packs the next rows of a sheet into a piece; `last` closes the sheet. `progress` is the only state between
 * pieces.
 */
export async function packSegment(
  { columns }: Sheet,
  progress: SheetProgress,
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  last: boolean,
): Promise<{ piece: Uint8Array; progress: SheetProgress }> {
  const layout: Layout = { columns, lists: [], faults: false };
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let packed: Packed = { crc: progress.crc, size: progress.size };
  const add = (text: string, end: boolean) => {
    const next = packText(text, end, packed);
    packed = next.packed;
    pieces.push(next.piece);
  };
  let { row } = progress;
  let text = row === 0 ? beginWorksheet(layout) : "";
  row = Math.max(row, 1);
  for await (const cells of rows) {
    text += writeRow(layout, ++row, cells);
    if (text.length < packedAtOnce) continue;
    add(text, false);
    text = "";
  }
  add(last ? text + endWorksheet(layout, row, row) : text, last);
  return {
    piece: new Uint8Array(await new Blob(pieces).arrayBuffer()),
    progress: { row, ...packed },
  };
}

export async function* joinSegments(
  { name }: Sheet,
  { crc, size }: SheetProgress,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { passOn, take, end } = openArchive([{ name, hidden: false }]);
  const add = passOn(sheetPart(1));
  for await (const piece of pieces) {
    add(new Uint8Array(piece), { crc, size }, false);
    yield* take();
  }
  add(new Uint8Array(), { crc, size }, true);
  end();
  yield* take();
}
