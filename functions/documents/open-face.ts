import { create, type Font } from "fontkit";
import type PDFDocument from "pdfkit";

/** pdfkit's types declare only font files. */
export type Face = Font & Parameters<InstanceType<typeof PDFDocument>["registerFont"]>[1];

/** Cache of parsed fonts, because parsing is slow. */
const tablesOf = new WeakMap<Uint8Array, object>();

/**
 * Opens a font for one document, because the font object records used glyphs. Documents share its immutable
 * tables.
 */
export function openFace(file: Uint8Array): Face {
  const face = create(Buffer.from(file.buffer, file.byteOffset, file.length)) as unknown as Face & {
    _tables: object;
  };
  const known = tablesOf.get(file);
  if (known) face._tables = known;
  else tablesOf.set(file, face._tables);
  return face;
}
