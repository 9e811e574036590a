import { describe, expect, test } from "vitest";
import { boundValue } from "#core/base/period.ts";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import type { ReportModel } from "#core/report/model.ts";
import type { ReportFormat } from "#core/report/record.ts";
import { buildReport } from "#core/report/report.ts";
import { readFaces } from "../../../functions/documents/faces.ts";
import { layouts } from "../../../functions/documents/layout.ts";
import { writeWorkbook } from "../../../functions/documents/spreadsheet/workbook-writer.ts";
import { renderReport } from "../../../functions/jobs/report-making/render.ts";
import { listSheets } from "../../../functions/jobs/report-making/workbook.ts";
import { example, exampleInput } from "../../core/report/example-input.ts";
import { readDocx } from "../../support/docx-text.ts";
import { readPdf } from "../../support/pdf-text.ts";
import { periodText, quantityText, readHtml, readSheets, squeeze } from "../../support/report-files.ts";

const faces = readFaces();
const issue = { number: "12/BC-MTTQ-BTT", signedOn: "2021-12-05" };
const report = buildReport(exampleInput());

async function render(model: ReportModel, given: typeof issue | null = null) {
  const files = new Map<ReportFormat, Uint8Array>();
  for await (const { format, bytes } of renderReport(model, given, faces)) {
    const parts = bytes instanceof Uint8Array ? [bytes] : await Array.fromAsync(bytes);
    files.set(format, new Uint8Array(Buffer.concat(parts)));
  }
  return (format: ReportFormat) => files.get(format) ?? new Uint8Array();
}

const file = await render(report);
const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const html = readHtml(read(file("html")));
const docx = readDocx(file("docx"));
const pdf = readPdf(file("pdf"));
const pdfText = squeeze(pdf.text);
const sheets = await readSheets(file("xlsx"));
const json = JSON.parse(read(file("json"))) as ReportModel;

describe("each figure of Diên Khánh", () => {
  test("there are 38 of them", () => expect(example.figures).toHaveLength(38));

  test.each(example.figures.map((row) => [`${row.key} ${row.from}–${row.to}`, row] as const))(
    "%s stands in every format",
    (_, row) => {
      const { key, label, value, measure, note } = row;
      const [from, to] = [boundValue(row.from), boundValue(row.to)];
      for (const rows of [html.rows, docx.rows])
        expect(
          rows.filter(
            (cells) =>
              cells.some((cell) => cell.split("\n")[0] === label) &&
              cells.includes(periodText(row)) &&
              cells.includes(quantityText(row)),
          ),
        ).toHaveLength(1);
      expect(pdfText).toContain(squeeze(label + note + periodText(row) + quantityText(row)));
      const line = sheets.get("Số liệu")?.find((cells) => {
        return cells["Mã chỉ tiêu"] === key && cells.Từ === from && cells.Đến === to;
      });
      expect(line).toMatchObject({ "Chỉ tiêu": label, "Đơn vị tính": measure });
      expect(line?.["Số liệu"]).toBe(value ?? undefined);
      if (value === null) expect(line?.["Mức độ"]).toBe("chưa có số liệu");
      expect(json.figures).toContainEqual(expect.objectContaining({ key, from, to, value, label }));
    },
  );

  test("and the rate says of how many", () => {
    for (const text of [html.text, docx.text, pdf.text]) expect(text).toContain("43,6% (41/94)");
    const rate = sheets.get("Số liệu")?.find((cells) => cells["Mã chỉ tiêu"] === "recognitionRate");
    expect(rate).toMatchObject({ "Tử số": 41, "Mẫu số": 94 });
    expect(rate?.["Số liệu"]).toBeCloseTo(41 / 94, 12);
  });
});

test("each of the 18 titles stands in every format", () => {
  expect(example.initiatives).toHaveLength(18);
  const cells = [...sheets.values()].flat().flatMap((row) => Object.values(row));
  for (const { title } of example.initiatives) {
    expect(html.text).toContain(title);
    expect(docx.text).toContain(title);
    expect(pdfText).toContain(squeeze(title));
    expect(cells).toContain(title);
    expect(JSON.stringify(json)).toContain(title);
  }
});

test("one total is suspected of its label, everywhere the same one", () => {
  const suspected = json.warnings.filter(({ code }) => code === "total.mislabelled");
  expect(suspected).toHaveLength(1);
  const [{ message } = { message: "" }] = suspected;
  for (const text of [html.text, docx.text, pdf.text])
    expect(squeeze(text).split(squeeze(message))).toHaveLength(2);
  expect(sheets.get("Cảnh báo")?.filter(({ Mã }) => Mã === "total.mislabelled")).toHaveLength(1);
});

test("a table of the text is a sheet with numbers in it, an unknown one an empty cell and a word", () => {
  const table = [...sheets].find(([name]) => name.startsWith("Bảng 1"))?.[1];
  expect(table?.[0]).toMatchObject({ Năm: 2019, "Hồ sơ đăng ký": 48, "Sáng kiến được công nhận": 20 });
  expect(table?.[2]?.["Sáng kiến được công nhận"]).toBeUndefined();
  expect(table?.[2]?.["Ghi chú"]).toBe("Sáng kiến được công nhận: chưa có số liệu");
});

describe("the data", () => {
  test("are named by their hash in every file and its properties", async () => {
    const { dataHash } = report;
    expect(json.dataHash).toBe(dataHash);
    expect(read(file("html"))).toContain(`<meta name="keywords" content="Mã dữ liệu: ${dataHash}">`);
    for (const text of [html.text, docx.text, pdf.text]) expect(text).toContain(`Mã dữ liệu: ${dataHash}`);
    expect(docx.part("docProps/core.xml")).toContain(dataHash);
    expect(readDocx(file("xlsx")).part("docProps/core.xml")).toContain(dataHash);
    expect(sheets.get("Tóm tắt")).toContainEqual({ Mục: "Mã dữ liệu", "Nội dung": dataHash });
  });

  test("that are the same give the same bytes in every format", async () => {
    const again = await render(structuredClone(report));
    for (const format of ["html", "docx", "pdf", "xlsx", "json"] as const)
      expect(Buffer.compare(again(format), file(format)), format).toBe(0);
  });

  test("of which one changed give others in every format", async () => {
    const declared = example.figures.map((row) => (row.value === 724 ? { ...row, value: 725 } : row));
    const { rows } = exampleInput();
    const changed = buildReport(exampleInput({ rows: { ...rows, declared } }));
    expect(changed.dataHash).not.toBe(report.dataHash);
    const other = await render(changed);
    for (const format of ["html", "docx", "pdf", "xlsx", "json"] as const)
      expect(Buffer.compare(other(format), file(format)), format).not.toBe(0);
  });
});

test("the JSON comes in pieces and is the model as it stands", () => {
  expect(read(file("json"))).toBe(`${JSON.stringify(report, null, 2)}\n`);
});

describe("what comes from outside", async () => {
  const hostile = `=HYPERLINK("http://a.vn") <script>alert(1)</script> & 'y'`;
  const [one] = example.initiatives;
  const input = exampleInput({ texts: { shortcomings: `${hostile}\n\nĐoạn hai.`, outreach: hostile } });
  const recognised = input.recognised.map((each) =>
    each.summary.id === one?.id ? { ...each, summary: { ...each.summary, title: hostile } } : each,
  );
  const model = buildReport({ ...input, recognised });
  const made = await render(model);

  test("stays text in each format, a paragraph a paragraph", async () => {
    const page = read(made("html"));
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;y&#39;");
    const { body, text } = readDocx(made("docx"));
    expect(body).not.toContain("<script");
    expect(text.split("\n")).toEqual(expect.arrayContaining([hostile, "Đoạn hai./."]));
    expect(squeeze(readPdf(made("pdf")).text)).toContain(squeeze(hostile));
    const rows = (await readSheets(made("xlsx"))).get("Công nhận") ?? [];
    expect(rows.map((row) => row["Tên sáng kiến"])).toContain(hostile);
  });
});

test("the annexes are sheets with all their rows, days as days, what is unknown said in words", async () => {
  const [given] = report.annexes.recognised;
  if (!given) throw new Error("nothing recognised");
  const decisions = ["2021-03-01", "2021-12-05"].map((signedOn, i) => ({ number: `${i + 1}/QĐ`, signedOn }));
  const recognised = Array.from({ length: 2_500 }, (_, i) => ({
    ...given,
    id: `sk-${i}`,
    recognitions: decisions.map((decision, n) => ({ level: n === 0 ? "commune" : "province", decision })),
  })) as ReportModel["annexes"]["recognised"];
  const unitsRanked = [
    { unit: "a", name: "Xã A", registered: 8, recognised: 2, rate: 0.25, qualifiers: {}, rank: 1 },
    {
      unit: "b",
      name: "Xã B",
      registered: 5,
      recognised: null,
      rate: null,
      qualifiers: { registered: "moreThan" as const },
      rank: null,
    },
  ];
  const sheets = listSheets({ ...report, annexes: { ...report.annexes, recognised, unitsRanked } }, null);
  const book = await readSheets(Buffer.concat(await Array.fromAsync(writeWorkbook(sheets))));
  expect(book.get("Công nhận")).toHaveLength(2_500);
  expect(book.get("Công nhận")?.at(-1)).toMatchObject({
    "Mã hồ sơ": "sk-2499",
    "Cấp công nhận": "Cấp xã; Cấp tỉnh",
    "Quyết định": "1/QĐ; 2/QĐ",
    "Ngày quyết định": "2021-12-05",
  });
  expect(book.get("Xếp hạng")).toEqual([
    { Hạng: 1, "Đơn vị": "Xã A", "Đăng ký": 8, "Công nhận": 2, "Tỷ lệ": 0.25 },
    { "Đơn vị": "Xã B", "Đăng ký": 5, "Ghi chú": "Đăng ký: hơn; Công nhận: chưa có số liệu" },
  ]);
  const commended = book.get("Khen thưởng")?.map((row) => row["Số lượng"]);
  expect(commended).toEqual(expect.arrayContaining([724, 305, 419, 274]));
});

test("190 recognised titles take at most twelve pages, and each code stands on one line", async () => {
  const { recognised: given } = report.annexes;
  const decision = { number: "1073/QĐ-UBND", signedOn: "2021-12-05" };
  const recognised = Array.from({ length: 190 }, (_, i) => ({
    ...(given[i % given.length] as (typeof given)[number]),
    id: `sk-${i}`,
    number: i + 1,
    recognitions: [{ level: "district" as const, decision }],
  }));
  const made = await render({ ...report, annexes: { ...report.annexes, recognised } });
  const { pages, text } = readPdf(made("pdf"));
  const pageOf = (title: string) =>
    pages.findIndex((pieces) => pieces.some((piece) => piece.text.trim() === title));
  expect(pageOf("Phụ lục II")).toBeGreaterThan(0);
  expect(pageOf("Phụ lục III") - pageOf("Phụ lục II")).toBeLessThanOrEqual(12);
  for (const code of ["1073/QĐ-UBND", "217-QĐ/TW"])
    expect(squeeze(text).split(code)).toHaveLength(text.split(code).length);
});

describe("a chart of the years", () => {
  test("has words for whoever does not see it, and can be edited in DOCX", () => {
    const words = "Năm 2019: đăng ký 48 hồ sơ; công nhận 20 sáng kiến";
    expect(read(file("html"))).toMatch(new RegExp(`<svg [^>]*role="img" aria-label="[^"]*${words}`));
    expect(pdf.source).toMatch(/\/S \/Figure\n[^>]*\/Alt/);
    expect(docx.body).toMatch(new RegExp(`<wp:docPr [^>]*descr="[^"]*${words}`));
    const drawn = docx.part("word/charts/chart1.xml");
    expect([...drawn.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value)).toEqual([
      ...["Hồ sơ đăng ký", "2019", "2020", "2021", "48", "46", "45"],
      ...["Sáng kiến được công nhận", "2019", "2020", "2021", "20", "21"],
    ]);
  });

  test("is not drawn of one year", async () => {
    const single = await render(buildReport(exampleInput({ period: { from: "2019", to: "2019" } })));
    expect(read(single("html"))).not.toContain("<svg");
  });
});

describe.each(ReportLayout.options)("laid out as %s", async (name) => {
  const files = await render({ ...report, layout: name }, issue);
  const { margins, size, nation } = layouts[name];
  const twips = (mm: number) => Math.round((mm * 1440) / 25.4);
  const points = (mm: number) => (mm * 72) / 25.4;
  const word = readDocx(files("docx"));
  const paper = readPdf(files("pdf"));

  test("the DOCX is A4 with its margins", () => {
    expect(word.body).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const { top, right, bottom, left } = margins;
    for (const [side, mm] of Object.entries({ top, right, bottom, left }))
      expect(word.body).toMatch(new RegExp(`<w:pgMar [^>]*w:${side}="${twips(mm)}"`));
  });

  test("the DOCX is in Times New Roman, in named styles of its sizes, with tables whose head is repeated", () => {
    const styles = word.part("word/styles.xml");
    const style = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(styles)?.[0] ?? "";
    expect(styles).toMatch(/<w:docDefaults>.*w:ascii="Times New Roman".*<\/w:docDefaults>/s);
    expect(`${styles}${word.body}`.match(/w:ascii="(?!Times New Roman)[^"]*"/)).toBeNull();
    expect(styles).toContain(`<w:sz w:val="${size.body * 2}"/>`);
    expect(style("Title")).toContain(`<w:sz w:val="${size.type * 2}"/>`);
    expect(style("Subject")).toContain(`<w:sz w:val="${size.subject * 2}"/>`);
    expect(style("TableText")).toContain(`<w:sz w:val="${size.table * 2}"/>`);
    const used = new Set([...word.body.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id = ""]) => id));
    for (const id of ["Title", "Subject", "Heading1", "BodyText", "ListText", "TableHead", "TableText"])
      expect(used).toContain(id);
    for (const id of used) expect(style(id), id).not.toBe("");
    const tables = word.body.match(/<w:tblHeader\/>/g) ?? [];
    expect(tables.length).toBeGreaterThanOrEqual(2);
  });

  test("the DOCX is numbered from its second page on", () => {
    expect(word.body).toContain("<w:titlePg/>");
    const headers = word.names.filter((part) => /^word\/header\d+\.xml$/.test(part)).map(word.part);
    const numbered = headers.filter((header) => header.includes("PAGE"));
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
    expect(numbered[0]).toContain(`<w:sz w:val="${size.pageNumber * 2}"/>`);
  });

  test("the PDF is A4, tagged, in Vietnamese, under a title, with its own fonts inside and no other", () => {
    expect(paper.source.match(/\/MediaBox \[0 0 595\.2\d+ 841\.8\d+\]/g)).toHaveLength(paper.pages.length);
    for (const mark of ["/StructTreeRoot", "/Lang (vi-VN)", "/Title ", "/DisplayDocTitle true"])
      expect(paper.source).toContain(mark);
    expect(paper.source.match(/\/S \/Document\b/g)).toHaveLength(1);
    expect(paper.source).toContain("/Scope /Column");
    for (const tag of ["H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Figure"])
      expect(paper.source).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(paper.fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of paper.fonts) expect(font).toMatch(/^Tinos-/);
    expect(paper.source.match(/\/Type \/Font\b/g)?.length).toBe(2 * paper.fonts.length);
  });

  test("the PDF parts words by spaces, for whoever listens to it or copies from it", () => {
    const said = "số 592/MTTQ-BTT ngày 15/3/2021 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Khánh Hòa";
    expect(paper.text.replaceAll("\n", "")).toContain(said);
  });

  test("the PDF keeps to its margins and is numbered from its second page on, in the middle above the text", () => {
    const [left, right] = [points(margins.left), points(210 - margins.right)];
    for (const [i, pieces] of paper.pages.entries()) {
      const above = pieces.filter(({ y }) => y < points(margins.top));
      expect(above.map(({ text }) => text)).toEqual(i === 0 ? [] : [String(i + 1)]);
      for (const { x, width, size: own } of above) {
        expect(x + width / 2).toBeCloseTo((left + right) / 2, 0);
        expect(own).toBe(size.pageNumber);
      }
      for (const { x, y, width, text } of pieces) {
        expect(x, text).toBeGreaterThanOrEqual(left - 0.01);
        expect(x + width, text).toBeLessThanOrEqual(right + 0.01);
        expect(y, text).toBeLessThanOrEqual(points(297 - margins.bottom));
      }
    }
  });

  test("PDF and DOCX bear the head of the layout, its sizes, the number and the date", () => {
    const first = paper.pages[0] ?? [];
    for (const { text, size: own } of nation) {
      expect(first.find((piece) => piece.text === text)).toMatchObject({ size: own, font: "Tinos-Bold" });
      expect(word.text).toContain(text);
    }
    expect(first.find(({ text }) => text === "BÁO CÁO")).toMatchObject({ size: size.type });
    const body = first.find(({ text }) => text === "Công ");
    expect(body).toMatchObject({ size: size.body, font: "Tinos-Regular" });
    for (const text of [word.text, paper.text]) {
      expect(text).toContain("Diên Khánh, ngày 05 tháng 12 năm 2021");
      expect(text).toContain("12/BC-MTTQ-BTT");
    }
  });

  test("only Decree 30 has the nation's name, the colon after Số and the strokes at the end", () => {
    for (const text of [word.text, paper.text, readHtml(read(files("html"))).text]) {
      const decree = name === "decree30";
      expect(text.includes("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBe(decree);
      expect(text.includes("Số: 12/BC")).toBe(decree);
      expect(text.includes("./.")).toBe(decree);
      expect(text.includes("TM. BAN THƯỜNG TRỰC")).toBe(decree);
      expect(text.includes("ĐẢNG CỘNG SẢN VIỆT NAM")).toBe(!decree);
      expect(text.includes("T/M BAN THƯỜNG TRỰC")).toBe(!decree);
    }
    expect(/<w:u [^>]*>.*?Nơi nhận:/s.test(word.body)).toBe(name === "party");
  });

  test("a number still to come leaves room before its symbol", async () => {
    const open = readDocx((await render({ ...report, layout: name }))("docx")).text;
    expect(open).toMatch(name === "decree30" ? /Số: {10}\/BC-MTTQ-BTT/ : /Số {10}-BC\/MTTQ-BTT/);
  });

  test("what is issued has no page for the editor any more", () => {
    for (const text of [word.text, paper.text, readHtml(read(files("html"))).text])
      expect(text.toLowerCase()).not.toContain("ghi chú cho người biên tập");
  });
});
