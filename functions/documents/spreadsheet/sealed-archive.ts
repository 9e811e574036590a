import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** First date that ZIP supports, in local time. */
const entryDate = new Date(1980, 0, 1);

/**
 * Makes a DOCX reproducible: sorts entries, sets one date, removes creation and change times. `changes` edits
 * named entries.
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
