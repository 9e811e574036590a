import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { WorkbookFault } from "../../functions/documents/spreadsheet/workbook-fault.ts";
import { readWorkbook } from "../../functions/documents/spreadsheet/workbook-reader.ts";
import { openZip } from "../../functions/documents/spreadsheet/zip-reader.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const relations = (list: Record<string, [type: string, target: string]>) =>
  `<Relationships>${Object.entries(list)
    .map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A workbook as Excel lays it out: texts shared, styles apart. */
function book(sheet: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    "_rels/.rels": relations({ rId1: ["officeDocument", "xl/workbook.xml"] }),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Số liệu" sheetId="7" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations({
      rId2: ["worksheet", "worksheets/sheet1.xml"],
      rId3: ["styles", "/xl/styles.xml"],
      rId4: ["sharedStrings", "sharedStrings.xml"],
    }),
    "xl/sharedStrings.xml": `<sst><si><t>Diên Khánh</t></si><si><r><rPr><b/></rPr><t>Thắp </t></r><r><t xml:space="preserve">sáng </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000D_b</t></si></sst>`,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="#,##0 &quot;đồng/day&quot;"/><numFmt numFmtId="172" formatCode="[Red]#,##0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

const read = (file: Uint8Array) => Array.fromAsync(readWorkbook(file));
const readCells = async (sheet: string, parts?: Record<string, string>) =>
  (await read(book(sheet, parts))).flatMap((part) => (part.kind === "row" ? [...part.cells] : []));

async function faultOf(file: Uint8Array): Promise<string> {
  const fault = await read(file).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(WorkbookFault);
  return fault instanceof WorkbookFault ? fault.code : "";
}

test("texts are shared, in pieces, or stand in their cells", async () => {
  const cells = await readCells(
    `<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c t="s"><v>2</v></c><c r="AA3" t="inlineStr"><is><r><t>một </t></r><r><t>hai</t></r></is></c><c r="AB3" t="str"><v>ba</v></c></row>`,
  );
  expect(cells).toEqual([
    [1, { kind: "text", value: "Diên Khánh" }],
    [2, { kind: "text", value: "Thắp sáng " }],
    [3, { kind: "text", value: "a\rb" }],
    [26, { kind: "text", value: "một hai" }],
    [27, { kind: "text", value: "ba" }],
  ]);
});

test("a number is a day where its format shows one", async () => {
  const cells = await readCells(
    `<row r="1"><c s="1"><v>46348</v></c><c s="2"><v>46348.75</v></c><c s="3"><v>46348</v></c><c s="4"><v>-1.5E3</v></c><c t="d"><v>2026-11-22T00:00:00Z</v></c><c s="1"><v>-4</v></c></row>`,
  );
  expect(cells.map(([, cell]) => cell)).toEqual([
    { kind: "day", value: "2026-11-22" },
    { kind: "day", value: "2026-11-22" },
    { kind: "number", value: 46348 },
    { kind: "number", value: -1500 },
    { kind: "day", value: "2026-11-22" },
    { kind: "number", value: -4 },
  ]);
});

test("a workbook that counts days from 1904 means the same days", async () => {
  const workbook = `<workbook xmlns:q="${relation}"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" q:id="rId2"/></sheets></workbook>`;
  const cells = await readCells(`<row><c s="1"><v>44886</v></c></row>`, { "xl/workbook.xml": workbook });
  expect(cells).toEqual([[0, { kind: "day", value: "2026-11-22" }]]);
});

test("formulas are told and not reckoned; faults and yes or no are themselves; empty cells and rows are nothing", async () => {
  const cells = await readCells(
    `<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" s="2"/></row><row r="2"><c r="A2" s="1"/></row><row r="1048576"/>`,
  );
  expect(cells).toEqual([
    [0, { kind: "formula", formula: "SUM(B1:B9)" }],
    [1, { kind: "formula", formula: "" }],
    [2, { kind: "error", value: "#N/A" }],
    [3, { kind: "boolean", value: true }],
  ]);
});

test("prefixes change nothing; hidden sheets, merged cells and sheets of charts are told apart", async () => {
  const file = book("", {
    "xl/workbook.xml": `<x:workbook xmlns:x="${main}" xmlns:r="${relation}"><x:sheets><x:sheet name="Sổ &amp; bộ" sheetId="1" state="veryHidden" r:id="rId2"/><x:sheet name="Biểu đồ" sheetId="2" r:id="rId9"/></x:sheets></x:workbook>`,
    "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A2:C2"/></x:mergeCells></x:worksheet>`,
  });
  expect(await read(file)).toEqual([
    { kind: "sheet", sheet: "Sổ & bộ", hidden: true },
    { kind: "row", sheet: "Sổ & bộ", row: 2, cells: new Map([[0, { kind: "number", value: 5 }]]) },
    { kind: "merged", sheet: "Sổ & bộ", range: "A2:C2" },
  ]);
  expect(await Array.fromAsync(readWorkbook(file, ({ hidden }) => !hidden))).toHaveLength(1);
});

test("what is no workbook is told from what is damaged", async () => {
  const compound = new Uint8Array(600);
  compound.set([0xd0, 0xcf, 0x11, 0xe0]);
  expect(await faultOf(new Uint8Array(0))).toBe("notAWorkbook");
  expect(await faultOf(strToU8("Họ và tên,Ngày\r\nNguyễn Văn An,2026-11-22\r\n"))).toBe("notAWorkbook");
  expect(await faultOf(zipSync({ "a.txt": strToU8("a") }))).toBe("notAWorkbook");
  expect(await faultOf(compound)).toBe("lockedOrOld");
  const whole = book(`<row><c><v>1</v></c></row>`);
  for (const part of [whole.subarray(0, whole.length - 30), whole.subarray(0, 60)])
    expect(await faultOf(part)).toBe("damaged");
  for (const sheet of [
    `<row>`,
    `<row r="2"/><row r="1"/>`,
    `<row r="1"><c r="B1"/><c r="A1"/></row>`,
    `<row r="1"><c t="s"><v>99</v></c></row>`,
    `<row r="1"><c><v>&eacute;</v></c></row>`,
    `<row r="1048577"/>`,
    `<row><c r="XFE1"/></row>`,
  ])
    expect(await faultOf(book(sheet)), sheet).toBe("damaged");
});

test("bytes changed anywhere are read or refused, never a fault of ours", async () => {
  const whole = book(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`);
  for (let at = 0; at < whole.length; at += 3) {
    const changed = whole.slice();
    changed[at] = 255 - (changed[at] ?? 0);
    const outcome = await read(changed).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(WorkbookFault);
  }
}, 60_000);

test("a document type is refused, before any entity of it could unfold", async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>`;
  expect(await faultOf(book("", { "xl/worksheets/sheet1.xml": bomb }))).toBe("damaged");
});

test("what unfolds without end is refused while it unfolds", async () => {
  const million = 1_000_000;
  for (const sheet of [
    "<a>".repeat(million),
    `<row><c t="inlineStr"><is><t>${"x".repeat(million)}</t></is></c></row>`,
    `<row ${Array.from({ length: 10_000 }, (_, n) => `a${n}="1"`).join(" ")}/>`,
  ])
    expect(await faultOf(book(sheet))).toBe("tooLarge");
});

test("all parts together may unfold to so much, whatever sizes the directory gives", () => {
  const file = book(" ".repeat(900_000));
  expect(file.length).toBeLessThan(10_000);
  const zip = openZip(file, 1_000_000);
  const readAll = () => [...zip.read("xl/worksheets/sheet1.xml")].length;
  expect(readAll()).toBeGreaterThan(0);
  expect(readAll).toThrow(WorkbookFault);
});

test("other work gets its turn while a long sheet is read", async () => {
  const rows = Array.from({ length: 100_000 }, () => "<row><c><v>1</v></c></row>").join("");
  const file = book(rows);
  let turns = 0;
  let reading = true;
  const other = () => {
    turns++;
    if (reading) setImmediate(other);
  };
  setImmediate(other);
  let count = 0;
  let least = Number.POSITIVE_INFINITY;
  let before = 0;
  for await (const part of readWorkbook(file)) {
    if (part.kind !== "row" || ++count % 20_000 > 0) continue;
    least = Math.min(least, turns - before);
    before = turns;
  }
  reading = false;
  expect(count).toBe(100_000);
  expect(least).toBeGreaterThan(0);
});

test("a sheet of more rows than anybody fills in is refused", async () => {
  expect(await faultOf(book("<row><c><v>1</v></c></row>".repeat(200_001)))).toBe("tooLarge");
});
