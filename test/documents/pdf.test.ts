import { describe, expect, test } from "vitest";
import { readFaces } from "../../functions/documents/faces.ts";
import { lettersNote } from "../../functions/documents/letters.ts";
import { renderPdf } from "../../functions/documents/pdf/pdf.ts";
import { readPdf } from "../support/pdf-text.ts";
import { rareLetters } from "./rare-letters.ts";
import { hostile, sampleDocument } from "./sample-document.ts";

const faces = readFaces();
const date = "2026-06-15T05:00:00.000Z";
const bytes = await renderPdf(sampleDocument(), { faces, date });
const { text, fonts, source } = readPdf(bytes);
const flat = text.replaceAll("\n", " ");

describe("the PDF", () => {
  test("says all that the document says, every diacritic in its place", () => {
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "BAN THƯỜNG TRỰC",
      "Kết quả phong trào năm 2026",
      "a) Về đăng ký",
      "“Thắp sáng đường quê”",
      "ghi chú",
      "Nơi nhận:",
      "Chữ ký của cơ quan",
      "PHỤ LỤC",
      "Đối chiếu lại số 12.",
    ])
      expect(flat).toContain(words);
    expect(flat).not.toContain("\ufffd");
  });

  test("has its fonts inside and no other", () => {
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(font).toMatch(/^Tinos/);
    expect(source).not.toContain("Helvetica");
  });

  test("is tagged for screen readers, in Vietnamese, under a title", () => {
    expect(source).toContain("/MarkInfo");
    expect(source).toContain("/Lang (vi-VN)");
    expect(source).toContain("/DisplayDocTitle true");
    expect(source).toContain("pdfuaid:part");
    for (const tag of ["H1", "H2", "H3", "Table", "TH", "TD"])
      expect(source).toMatch(new RegExp(`/S /${tag}\\b`));
  });

  test("has an outline of its headings and annexes", () => {
    expect(source.match(/\/Type \/Outlines|\/Dest \[/g)?.length).toBeGreaterThanOrEqual(3);
    expect(source).toContain("/PageMode /UseOutlines");
  });

  test("is A4", () => expect(source).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/));

  test("numbers its pages, but for the first", () => {
    expect(text.split("\n")).toEqual(expect.arrayContaining(["2", "3"]));
    expect(text.split("\n")).not.toContain("1");
  });

  test("is the same bytes whatever was drawn before with the same faces", async () => {
    const drawn = readFaces();
    // A space that does not break looks like any other: as the first to use the glyph it must not lend later documents its name.
    const spaced = { ...sampleDocument(), subject: "Năm\u00a02026 Ａ\u2011B" };
    await renderPdf(spaced, { faces: drawn, date });
    expect(await renderPdf(sampleDocument(), { faces: drawn, date })).toEqual(bytes);
  });

  test("is the same bytes for the same document", async () => {
    expect(Buffer.compare(bytes, await renderPdf(sampleDocument(), { faces, date }))).toBe(0);
  });

  test("takes any words for words, and goes on to as many pages as they need", async () => {
    const long = `${hostile} ${"Ủ phân hữu cơ từ rác chợ. ".repeat(2_000)}`;
    const table = sampleDocument().body.find(({ kind }) => kind === "table");
    if (table?.kind !== "table") throw new Error("no table");
    const rows = Array.from({ length: 90 }, () => table.rows[0] ?? { cells: [] });
    const body = [
      { kind: "paragraph" as const, runs: [{ text: long }] },
      { ...table, rows },
    ];
    const read = readPdf(await renderPdf(sampleDocument({ body, banner: "BẢN MINH HỌA" }), { faces, date }));
    expect(read.text).toContain("<script>");
    const pages = read.source.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(15);
    expect(read.text.match(/BẢN MINH HỌA/g)).toHaveLength(pages);
    // The head of a table is written again on each page that it goes on to.
    expect((read.text.match(/^Hồ sơ$/gm) ?? []).length).toBeGreaterThan(2);
  });
});

describe("what fits on no page", () => {
  const words = Array.from({ length: 1_500 }, (_, i) => `từ${i}`);
  const bottom = 841.89 - (20 * 72) / 25.4;

  test("goes on to the next where it is a cell, every word once, its row's other cells and the head in place", async () => {
    const cells = [[{ text: "Ghi chú" }], [{ text: words.join(" "), italic: true }]];
    const columns = [
      { title: "Cột một", align: "left" as const, width: 60 },
      { title: "Cột hai", align: "left" as const, width: 40 },
    ];
    const body = [{ kind: "table" as const, caption: "", columns, rows: [{ cells }] }];
    const { pages, text } = readPdf(await renderPdf(sampleDocument({ body }), { faces, date }));
    const found = text.match(/từ\d+/g) ?? [];
    expect(found).toEqual(words);
    expect(text.match(/Ghi chú$/gm)).toHaveLength(1);
    const heads = text.match(/Cột hai/g) ?? [];
    expect(heads).toHaveLength(pages.filter((page) => page.some(({ text }) => /từ\d/.test(text))).length);
    for (const { y } of pages.flat()) expect(y).toBeLessThanOrEqual(bottom);
  });

  test("is cut letter by letter where it is a word", async () => {
    const body = [{ kind: "paragraph" as const, runs: [{ text: "a".repeat(9_000) }] }];
    const { pages, text } = readPdf(await renderPdf(sampleDocument({ body }), { faces, date }));
    expect(text.match(/^a+$/gm)?.join("")).toHaveLength(9_000);
    for (const { x, y, width } of pages.flat()) {
      expect(x + width).toBeLessThanOrEqual(595.28 - (20 * 72) / 25.4 + 0.1);
      expect(y).toBeLessThanOrEqual(bottom);
    }
  });
});

test("no line of a paragraph stands alone at the foot or the head of a page, wherever the page ends", async () => {
  const line = "Ủy ban Mặt trận Tổ quốc Việt Nam xã tiếp tục phát động phong trào thi đua trong nhân dân. ";
  const before = (n: number) =>
    Array.from({ length: n }, () => ({ kind: "paragraph" as const, runs: [{ text: "Một dòng." }] }));
  for (let n = 12; n < 24; n++) {
    const body = [
      ...before(n),
      { kind: "paragraph" as const, runs: [{ text: `Bắt đầu ${line.repeat(6)}` }] },
    ];
    const { pages } = readPdf(
      await renderPdf(sampleDocument({ body, annexes: [], editorNotes: null, dataHash: null }), {
        faces,
        date,
      }),
    );
    const lines = pages.slice(0, 2).map((page) => {
      const own = page.filter(({ text, size }) => size === 14 && !/^(Một|dòng\.)/.test(text.trim()));
      return new Set(own.filter(({ font }) => font === "Tinos-Regular").map(({ y }) => y)).size;
    });
    expect(lines).not.toContain(1);
  }
});

test("a code is written large, with its address as a QR code that has words for those who do not see it", async () => {
  const body = [
    {
      kind: "code" as const,
      label: "Mã hồ sơ",
      text: "7K3M-9QTX-2F4H",
      url: "https://a.vn/tra-cuu",
      hint: "Tại:",
    },
  ];
  const read = readPdf(await renderPdf(sampleDocument({ body }), { faces, date }));
  expect(read.text).toContain("7K3M-9QTX-2F4H");
  expect(read.text).toContain("https://a.vn/tra-cuu");
  expect(read.source).toMatch(/\/S \/Figure/);
  expect(read.source).toContain("/Alt");
});

describe("letters that the font lacks", () => {
  test.each(rareLetters)(
    "%s: %j stands as %j, in text and in a table, within its column",
    async (_, typed, wanted) => {
      const columns = [
        { title: "Tên", align: "left" as const, width: 12 },
        { title: "Ghi chú", align: "left" as const, width: 88 },
      ];
      const rows = [{ cells: [[{ text: typed }], [{ text: "cột sau" }]] }];
      const body = [
        { kind: "paragraph" as const, runs: [{ text: `Đầu ${typed} cuối`, italic: true }] },
        { kind: "table" as const, caption: typed, columns, rows },
      ];
      const read = readPdf(await renderPdf(sampleDocument({ body, subject: typed }), { faces, date }));
      const bare = (text: string) => text.normalize("NFC").replace(/\s/g, "");
      expect(bare(read.text)).toContain(bare(`Đầu ${wanted} cuối`));
      expect(bare(read.text).split(bare(wanted)).length - 1).toBeGreaterThanOrEqual(4);
      for (const font of read.fonts) expect(font).toMatch(/^Tinos/);
      expect(read.text.includes(lettersNote.slice(0, 40))).toBe(wanted.includes("[U+"));
      // The one column is 12 % of the width between the margins.
      const edge = ((30 + 160 * 0.12) * 72) / 25.4;
      const pieces = read.pages.flat();
      const placeOf = (text: string) => pieces.findIndex((piece) => piece.text === text);
      const cell = pieces.slice(placeOf("Ghi chú") + 1, placeOf("cột sau"));
      expect(cell.length).toBeGreaterThan(0);
      for (const { x, width } of cell) expect(x + width).toBeLessThanOrEqual(edge);
    },
  );
});

test("a second issuer signs on the left, names stand below the fields, which say that nobody signed yet", async () => {
  const { signature } = sampleDocument();
  const joint = sampleDocument({
    letterhead: { ...sampleDocument().letterhead, joint: "ỦY BAN NHÂN DÂN XÃ SUỐI MƠ" },
    signature: { ...signature, name: "Nguyễn Văn Bình" },
    jointSignature: { ...signature, authority: "TM. ỦY BAN NHÂN DÂN", name: "Trần Thị Mai" },
  });
  const { pages, text } = readPdf(await renderPdf(joint, { faces, date, unsigned: "Bản chưa ký" }));
  expect(text.match(/Bản chưa ký/g)).toHaveLength(4);
  const at = (words: string) => pages.flat().find((line) => line.text.includes(words)) ?? { x: 0, y: 0 };
  expect(at("TM. ỦY BAN NHÂN DÂN").x).toBeLessThan(at("TM. BAN THƯỜNG TRỰC").x);
  for (const name of ["Nguyễn Văn Bình", "Trần Thị Mai"]) {
    expect(at(name).y).toBeGreaterThan(at("Chữ ký của người ký").y);
    expect(at("Nơi nhận:").y).toBeGreaterThan(at(name).y);
  }
  expect(readPdf(bytes).text).not.toContain("Bản chưa ký");
});
