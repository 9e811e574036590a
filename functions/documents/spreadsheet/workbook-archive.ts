import { strToU8, Zip, type ZipInputFile } from "fflate";
import { checksum, pack } from "../packing.ts";
import {
  contentTypesPart,
  type ListedSheet,
  packagePart,
  propertiesPart,
  stylesPart,
  type WorkbookProperties,
  workbookPart,
  workbookRelationshipsPart,
} from "./workbook-parts.ts";

/** Fixed date, so that the same rows give the same bytes. */
const entryDate = new Date(1980, 0, 1);

export const packedAtOnce = 256 * 1024;

export const sheetPart = (n: number) => `xl/worksheets/sheet${n}.xml`;

export interface Packed {
  crc: number;
  size: number;
}

export function packText(text: string, last: boolean, before: Packed) {
  const bytes = strToU8(text);
  return {
    piece: pack(bytes, last),
    packed: { crc: checksum(bytes, before.crc), size: before.size + bytes.length },
  };
}

export function openArchive(sheets: readonly ListedSheet[], properties: WorkbookProperties | null = null) {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const begin = (filename: string) => {
    const entry: ZipInputFile = { filename, compression: 8, flag: 0, mtime: entryDate, crc: 0, size: 0 };
    zip.add(entry);
    return (piece: Uint8Array<ArrayBuffer>, packed: Packed, last: boolean) => {
      Object.assign(entry, packed);
      entry.ondata?.(null, piece, last);
    };
  };
  const archive = {
    /** Begins an entry whose pieces are already compressed; `packed` has its size and checksum. */
    passOn: begin,

    write(name: string) {
      const add = begin(name);
      let packed: Packed = { crc: 0, size: 0 };
      return (text: string, last: boolean) => {
        const next = packText(text, last, packed);
        packed = next.packed;
        add(next.piece, packed, last);
      };
    },

    take(): Uint8Array[] {
      const taken = ready;
      ready = [];
      return taken;
    },

    end: () => zip.end(),
  };
  const whole = (name: string, text: string) => archive.write(name)(text, true);
  whole("[Content_Types].xml", contentTypesPart(sheets.length, properties !== null));
  whole("_rels/.rels", packagePart(properties !== null));
  if (properties) whole("docProps/core.xml", propertiesPart(properties));
  whole("xl/workbook.xml", workbookPart(sheets));
  whole("xl/_rels/workbook.xml.rels", workbookRelationshipsPart(sheets.length));
  whole("xl/styles.xml", stylesPart);
  return archive;
}
