import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The first day a zip can hold, in local time as zip counts: one for all entries, so that it tells nothing. */
const entryDate = new Date(1980, 0, 1);

/**
 * An office file (DOCX) without the traces of when it was made: entries sorted, their dates alike, creation and change left out of its
 * properties. `changes` are made to the texts of the entries that they name. The same content gives the same bytes.
 */
export function sealArchive(
  archive: Uint8Array,
  changes: Record<string, (text: string) => string> = {},
): Uint8Array {
  const entries = unzipSync(archive);
  const sealed: Zippable = {};
  for (const name of Object.keys(entries).sort()) {
    const content = entries[name];
    if (!content) continue;
    const change = name === "docProps/core.xml" ? withoutDates : changes[name];
    const sealedContent = change ? strToU8(change(strFromU8(content))) : content;
    sealed[name] = [sealedContent, { mtime: entryDate, level: 6 }];
  }
  return zipSync(sealed);
}

function withoutDates(properties: string): string {
  return properties.replace(/<dcterms:(created|modified)\b[^<>]*>[^<]*<\/dcterms:\1>/g, "");
}
