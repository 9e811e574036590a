import { WorkbookFault } from "./workbook-fault.ts";
import { readOutline } from "./workbook-outline.ts";
import { type MergedCells, type ReadRow, readWorksheet } from "./worksheet-reader.ts";
import { inPortions, parseXml } from "./xml-reader.ts";
import { openZip } from "./zip-reader.ts";

export interface ReadSheet {
  kind: "sheet";
  sheet: string;
  hidden: boolean;
}

export type ReadPart = ReadSheet | ReadRow | MergedCells;

/** Streams each sheet's rows, then its merged ranges. Text is not normalised. Throws `WorkbookFault`. */
export async function* readWorkbook(
  file: Uint8Array,
  wants: (sheet: { name: string; hidden: boolean }) => boolean = () => true,
): AsyncGenerator<ReadPart> {
  const zip = openZip(file);
  const outline = await readOutline(zip);
  const limit = createRowLimit();
  for (const { name, hidden, part } of outline.sheets) {
    yield { kind: "sheet", sheet: name, hidden };
    if (!wants({ name, hidden })) continue;
    let ready: ReadPart[] = [];
    const parser = parseXml(readWorksheet(name, outline, (each) => ready.push(each)));
    for await (const chunk of inPortions(zip.read(part))) {
      parser.push(chunk);
      limit(ready);
      yield* ready;
      ready = [];
    }
    parser.end();
    yield* ready;
  }
}

/** Limits that stop one file from occupying the server. */
const mostRows = 200_000;
const mostCells = 4_000_000;

function createRowLimit(): (parts: readonly ReadPart[]) => void {
  let rows = 0;
  let cells = 0;
  return (parts) => {
    for (const part of parts) {
      if (part.kind !== "row") continue;
      rows++;
      cells += part.cells.size;
    }
    if (rows > mostRows || cells > mostCells)
      throw new WorkbookFault("tooLarge", `${rows} rows, ${cells} cells`);
  };
}
