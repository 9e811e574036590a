import { fromCellText } from "./spreadsheet-text.ts";
import { createStringPool, type StringPool } from "./string-pool.ts";
import { WorkbookFault } from "./workbook-fault.ts";
import { parseXmlPart } from "./xml-reader.ts";
import type { ZipFile } from "./zip-reader.ts";

export interface Outline {
  sheets: { name: string; hidden: boolean; part: string }[];
  from1904: boolean;
  texts: StringPool;
  isDay: (style: number) => boolean;
}

export async function readOutline(zip: ZipFile): Promise<Outline> {
  if (!zip.has("_rels/.rels")) throw new WorkbookFault("notAWorkbook", "no office file");
  const workbook = [...(await readRelations(zip, "")).values()].find(
    ({ type }) => type === "officeDocument",
  )?.part;
  if (!workbook || !zip.has(workbook)) throw new WorkbookFault("notAWorkbook", "no workbook part");
  const relations = await readRelations(zip, workbook);
  const partOf = (type: string) => [...relations.values()].find((each) => each.type === type)?.part;

  const sheets: Outline["sheets"] = [];
  let from1904 = false;
  let isWorkbook = false;
  await parseXmlPart(zip.read(workbook), {
    open(name, attributes) {
      if (name === "workbook") isWorkbook = true;
      if (name === "workbookPr") from1904 = /^(1|true|on)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const relation = relations.get(attributes["r:id"] ?? idOf(attributes));
      if (relation?.type !== "worksheet") return;
      const hidden = (attributes.state ?? "visible") !== "visible";
      sheets.push({ name: attributes.name ?? "", hidden, part: relation.part });
    },
  });
  if (!isWorkbook) throw new WorkbookFault("notAWorkbook", "no workbook part");
  return {
    sheets,
    from1904,
    texts: await readTexts(zip, partOf("sharedStrings")),
    isDay: await readDayStyles(zip, partOf("styles")),
  };
}

function idOf(attributes: Record<string, string>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
}

/** `type`: last word of the relationship's URI, the same in both editions of the standard. */
async function readRelations(
  zip: ZipFile,
  part: string,
): Promise<Map<string, { type: string; part: string }>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, { type: string; part: string }>();
  if (!zip.has(path)) return relations;
  await parseXmlPart(zip.read(path), {
    open(name, { Id = "", Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      const { pathname } = new URL(Target, `zip:/${folder}`);
      relations.set(Id, {
        type: Type.slice(Type.lastIndexOf("/") + 1),
        part: decodeURIComponent(pathname.slice(1)),
      });
    },
  });
  return relations;
}

async function readTexts(zip: ZipFile, part: string | undefined): Promise<StringPool> {
  const texts = createStringPool();
  if (!part || !zip.has(part)) return texts;
  let text = "";
  let phonetic = false;
  await parseXmlPart(zip.read(part), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
    },
    close(name, content) {
      if (name === "t" && !phonetic) text += content;
      if (name === "rPh") phonetic = false;
      if (name === "si") texts.add(fromCellText(text));
    },
  });
  return texts;
}

/** Built-in date formats, East Asian ones included (ECMA-376, 18.8.30). */
const isBuiltInDay = (format: number) =>
  (format >= 14 && format <= 17) ||
  format === 22 ||
  (format >= 27 && format <= 36) ||
  (format >= 50 && format <= 58);

const showsDay = (code: string) => /[yd]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]|[\\_*]./g, ""));

async function readDayStyles(zip: ZipFile, part: string | undefined): Promise<(style: number) => boolean> {
  const own = new Map<number, boolean>();
  const days: boolean[] = [];
  let inCells = false;
  if (part && zip.has(part))
    await parseXmlPart(zip.read(part), {
      open(name, attributes) {
        if (name === "cellXfs") inCells = true;
        if (name === "numFmt") own.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ""));
        if (name === "xf" && inCells) {
          const format = Number(attributes.numFmtId ?? 0);
          days.push(own.get(format) ?? isBuiltInDay(format));
        }
      },
      close(name) {
        if (name === "cellXfs") inCells = false;
      },
    });
  return (style) => days[style] ?? false;
}
