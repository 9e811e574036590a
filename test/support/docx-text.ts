import { strFromU8, unzipSync } from "fflate";

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};
const words = (xml: string) => xml.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);

/** A paragraph's text, a line for each break in it. */
function readParagraph(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|noBreakHyphen)\/>/g)]
    .map(([, text = "", mark]) => (mark === "br" ? "\n" : mark ? "-" : words(text)))
    .join("");
}

const paragraphsIn = (xml: string) => (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []).map(readParagraph);

/** What a DOCX says: its parts, its text a paragraph a line, and the rows of its tables, as a reader of the file finds them. */
export function readDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const body = part("word/document.xml");
  const rows = (body.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? []).map((row) =>
    (row.match(/<w:tc[ >].*?<\/w:tc>/gs) ?? []).map((cell) => paragraphsIn(cell).join("\n")),
  );
  return { names: Object.keys(files), part, body, text: paragraphsIn(body).join("\n"), rows };
}
