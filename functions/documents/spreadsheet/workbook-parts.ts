import { escapeXml } from "./spreadsheet-text.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface ListedSheet {
  name: string;
  hidden: boolean;
}

export const worksheetHead = `${head}<worksheet xmlns="${main}">`;
export const worksheetFoot = "</worksheet>";

/** Indexes into `cellXfs`. */
export const styles = {
  text: 1,
  wholeNumber: 2,
  number: 3,
  day: 4,
  share: 5,
  head: 6,
  requiredHead: 7,
  fault: { text: 8, wholeNumber: 9, number: 10, day: 11, share: 12 },
} as const;

const xf = (numFmt: number, fill: number, font = 0) =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const font = (more = "") =>
  `<font>${more}<sz val="11"/><color rgb="FF1C1917"/><name val="Calibri"/><family val="2"/></font>`;

/** Format numbers: 49 is text, 1 a whole number, 164 a Vietnamese date, 165 a percentage. */
const formats = [49, 1, 0, 164, 165] as const;

export const stylesPart = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="2">${font()}${font("<b/>")}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${["F3EDE0", "F7D9A0", "F6C7C9"].map(fill).join("")}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="13"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.map((each) => xf(each, 0)).join("")}${xf(49, 2, 1)}${xf(49, 3, 1)}${formats.map((each) => xf(each, 4)).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export interface WorkbookProperties {
  title: string;
  keywords: string;
}

export function packagePart(described: boolean): string {
  const properties = `<Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`;
  return `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/>${described ? properties : ""}</Relationships>`;
}

export function propertiesPart({ title, keywords }: WorkbookProperties): string {
  return `${head}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><cp:keywords>${escapeXml(keywords)}</cp:keywords></cp:coreProperties>`;
}

export function contentTypesPart(sheets: number, described: boolean): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, n) => part(`worksheets/sheet${n + 1}`, "worksheet"));
  const properties = `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`;
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("styles", "styles")}${described ? properties : ""}${each.join("")}</Types>`;
}

export function workbookRelationshipsPart(sheets: number): string {
  const part = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const each = Array.from({ length: sheets }, (_, n) =>
    part(n + 1, "worksheet", `worksheets/sheet${n + 1}.xml`),
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join("")}${part(sheets + 1, "styles", "styles.xml")}</Relationships>`;
}

export function workbookPart(sheets: readonly ListedSheet[]): string {
  const listed = sheets.map(
    ({ name, hidden }, n) =>
      `<sheet name="${escapeXml(name)}" sheetId="${n + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${n + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, hidden }, n) =>
    hidden
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${escapeXml(quoteSheet(name))}!$1:$1</definedName>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView/></bookViews><sheets>${listed.join("")}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`;
}

export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
