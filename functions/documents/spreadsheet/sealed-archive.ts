import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** First date that ZIP supports, in local time. */
const entryDate = new Date(1980, 0, 1);

/** Random relationship ids of the `docx` library. */
const randomId = /(="rId)([\w-]{21})"/g;

/**
 * Makes a DOCX reproducible, with its charts' workbooks: sorts entries, fixes dates and numbers random ids.
 * `changes` edits named entries.
 */
export function sealArchive(
  archive: Uint8Array,
  changes: Record<string, (text: string) => string> = {},
): Uint8Array {
  const entries = unzipSync(archive);
  const sealed: Zippable = {};
  const ids = new Map<string, string>();
  const numberIds = (text: string) =>
    text.replace(randomId, (_, before: string, id: string) => {
      const number = ids.get(id) ?? `Chart${ids.size + 1}`;
      ids.set(id, number);
      return `${before}${number}"`;
    });
  for (const name of Object.keys(entries).sort()) {
    const content = entries[name];
    if (!content) continue;
    sealed[name] = [sealEntry(name, content, { changes, numberIds }), { mtime: entryDate, level: 6 }];
  }
  return zipSync(sealed);
}

function sealEntry(
  name: string,
  content: Uint8Array,
  {
    changes,
    numberIds,
  }: { changes: Record<string, (text: string) => string>; numberIds: (text: string) => string },
): Uint8Array {
  if (name.endsWith(".xlsx")) return sealArchive(content);
  const change = name === "docProps/core.xml" ? withoutDates : changes[name];
  const named = /\.(?:xml|rels)$/.test(name) ? numberIds(strFromU8(content)) : null;
  if (named === null) return content;
  return strToU8(change ? change(named) : named);
}

function withoutDates(properties: string): string {
  return properties.replace(/<dcterms:(created|modified)\b[^<>]*>[^<]*<\/dcterms:\1>/g, "");
}
