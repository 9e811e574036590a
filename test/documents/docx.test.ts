import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { renderDocx } from "../../functions/documents/docx/docx.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { lettersNote } from "../../functions/documents/letters.ts";
import { readDocx } from "../support/docx-text.ts";
import { rareLetters } from "./rare-letters.ts";
import { hostile, sampleDocument } from "./sample-document.ts";

const faces = readFaces();

async function open(document = sampleDocument()) {
  const bytes = await renderDocx(document, { faces });
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { bytes, names: Object.keys(files), part, body: part("word/document.xml") };
}

const { bytes, names, part, body } = await open();
const mm = (twips: string | undefined) => Math.round((Number(twips) * 25.4) / 1440);
const attribute = (element: string, name: string) =>
  new RegExp(`<w:${element} [^>]*w:${name}="([^"]+)"`).exec(body)?.[1];

describe("the page (Nghị định 30/2020/NĐ-CP, phụ lục I)", () => {
  test("is A4", () => {
    expect([mm(attribute("pgSz", "w")), mm(attribute("pgSz", "h"))]).toEqual([210, 297]);
  });

  test("has margins of 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right", () => {
    for (const side of ["top", "bottom"]) expect(mm(attribute("pgMar", side))).toBe(20);
    expect(mm(attribute("pgMar", "left"))).toBe(30);
    expect(mm(attribute("pgMar", "right"))).toBe(20);
  });

  test("is numbered in the middle of the top margin, but for the first", () => {
    expect(body).toContain("<w:titlePg/>");
    const headers = names.filter((name) => /^word\/header\d+\.xml$/.test(name)).map(part);
    const numbered = headers.filter((header) => header.includes("PAGE"));
    expect(headers).toHaveLength(2);
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
    expect(numbered[0]).toContain('<w:sz w:val="26"/>');
  });
});

describe("the text", () => {
  test("is in Times New Roman, Vietnamese, black, 14 pt", () => {
    const styles = part("word/styles.xml");
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('w:lang w:val="vi-VN"');
    expect(styles).toContain('<w:sz w:val="28"/>');
    expect(styles).toContain('<w:color w:val="000000"/>');
  });

  test("is justified, its first lines indented by 1 to 1.27 cm", () => {
    const style =
      /<w:style [^>]*w:styleId="BodyText".*?<\/w:style>/s.exec(part("word/styles.xml"))?.[0] ?? "";
    expect(body).toContain('<w:pStyle w:val="BodyText"/>');
    expect(style).toContain('<w:jc w:val="both"/>');
    const indent = mm(/<w:ind w:firstLine="(\d+)"/.exec(style)?.[1]);
    expect(indent).toBeGreaterThanOrEqual(10);
    expect(indent).toBeLessThanOrEqual(13);
  });

  test("has head, title, blocks, recipients, signer and empty fields, in this order", () => {
    const said = [
      "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ SUỐI MƠ",
      "BAN THƯỜNG TRỰC",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "/BC-MTTQ-BTT",
      "Suối Mơ, ngày",
      "BÁO CÁO",
      "Kết quả phong trào năm 2026",
      "1. Kết quả",
      "a) Về đăng ký",
      "12 hồ sơ",
      "“Thắp sáng đường quê”",
      "Theo năm",
      "Nơi nhận:",
      "Lưu: VT.",
      "TM. BAN THƯỜNG TRỰC",
      "CHỦ TỊCH",
      "Chữ ký của người ký",
      "Chữ ký của cơ quan",
      "PHỤ LỤC",
      "GHI CHÚ CHO NGƯỜI BIÊN TẬP",
      "Đối chiếu lại số 12.",
    ];
    const places = said.map((text) => body.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("repeats the head of a table on each page and keeps rows whole", () => {
    expect(body).toContain("<w:tblHeader/>");
    expect(body).toContain("<w:cantSplit/>");
  });

  test("is escaped", async () => {
    const { body } = await open(sampleDocument({ subject: hostile }));
    expect(body).not.toContain("<script>");
    expect(body).toContain("&lt;script&gt;");
  });

  test("says on every page that it is a demonstration, where it is one", async () => {
    const { names, part } = await open(sampleDocument({ banner: "BẢN MINH HỌA" }));
    const headers = names.filter((name) => /^word\/header\d+\.xml$/.test(name)).map(part);
    expect(headers.every((header) => header.includes("BẢN MINH HỌA"))).toBe(true);
  });
});

describe("the file", () => {
  test("has the same bytes however often it is made", async () => {
    expect(Buffer.from((await open()).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test("tells nothing of when it was made", () => {
    expect(part("docProps/core.xml")).not.toMatch(/dcterms:|20\d\d-/);
    expect(names).toEqual(names.toSorted());
  });
});

test.each(rareLetters)(
  "%s: letters stay for Word to find a font, unless one font alone has them",
  async (_, typed, __, wanted) => {
    const rows = [{ cells: [[{ text: typed }]] }];
    const columns = [{ title: "Tên", align: "left" as const, width: 100 }];
    const body = [
      { kind: "paragraph" as const, runs: [{ text: typed }] },
      { kind: "table" as const, caption: "", columns, rows },
    ];
    const read = readDocx(await renderDocx(sampleDocument({ body }), { faces }));
    expect(read.text).toContain(wanted);
    expect(read.rows.flat()).toContain(wanted);
    expect(read.text.includes(lettersNote)).toBe(wanted !== typed);
  },
);
