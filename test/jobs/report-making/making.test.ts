import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportModel } from "#core/report/model.ts";
import type { MadeFiles, ReportFormat } from "#core/report/record.ts";
import { readFaces } from "../../../functions/documents/faces.ts";
import { reconcileFigures } from "../../../functions/figures/rebuild.ts";
import { fileKey } from "../../../functions/jobs/report-making/files.ts";
import { createReportHandler } from "../../../functions/jobs/report-making/making.ts";
import { type Bucket, openBucket } from "../../../functions/store/aws/objects.ts";
import { loadExample } from "../../../local/example.ts";
import { startS3 } from "../../../local/standins/s3.ts";
import { bucketConfig } from "../../../local/standins/storage.ts";
import { example } from "../../core/report/example-input.ts";
import { readPdf } from "../../support/pdf-text.ts";
import { createTestTable } from "../../support/table.ts";

const { store, openSecondStore } = await createTestTable();
const folder = await mkdtemp(join(tmpdir(), "report-"));
const s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
const opened = openBucket("documents", bucketConfig(s3.endpoint));
const written: string[] = [];
const bucket: Bucket = {
  ...opened,
  put: async (key, body, type) => {
    await opened.put(key, body, type);
    written.push(key);
  },
  putStream: async (key, chunks, type) => {
    await opened.putStream(key, chunks, type);
    written.push(key);
  },
};
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

const place = { unit: "dien-khanh", from: "2019", to: "2021" };
const faces = readFaces();
const clock = () => "2026-12-25T00:00:00.000Z";
const reports = createReportHandler({ store, bucket, faces, clock });
let made: MadeFiles;
beforeAll(async () => {
  await loadExample(store, clock());
  await reconcileFigures(store);
  ({ made } = await reports.make(place));
});
const read = async (format: ReportFormat, { prefix } = made) =>
  new TextDecoder().decode(await bucket.get(fileKey(prefix, format)));
const readReport = async (of = made) => JSON.parse(await read("json", of)) as ReportModel;

/** Lines of a PDF end where the paper does. */
const withoutSpaces = (text: string) => text.replace(/\s/g, "");
const readPdfText = async () => withoutSpaces(readPdf(await bucket.get(fileKey(made.prefix, "pdf"))).text);

/** The text of a DOCX as a reader sees it, a paragraph a line. */
function docxText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  return paragraphs
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .join("\n");
}

describe("the report of Diên Khánh, 2019 to 2021", () => {
  test("lies in a folder of its content, the page's model first, the JSON last as the mark that the set is whole", async () => {
    expect(made.prefix).toBe(`reports/dien-khanh/2019-2021/${made.hash.slice(0, 16)}/`);
    expect(made.files).toEqual(["html", "docx", "pdf", "xlsx", "json"]);
    const names = ["view.json", ...made.files.map((format) => `annual-report.${format}`)];
    expect(written).toEqual(names.map((name) => made.prefix + name));
    expect((await readReport()).dataHash).toBe(made.dataHash);
  });

  test("holds every declared row, the rate and one suspicion", async () => {
    const { unit, period, figures, warnings } = await readReport();
    expect(unit).toMatchObject({ id: "dien-khanh", name: "Huyện Diên Khánh", level: "district" });
    expect(period).toEqual({ from: 2019, to: 2021 });
    for (const { key, from, to, value } of example.figures)
      expect(figures).toContainEqual(
        expect.objectContaining({ key, from: Number(from), to: Number(to), value }),
      );
    expect(figures).toContainEqual(
      expect.objectContaining({
        key: "recognitionRate",
        from: 2019,
        to: 2020,
        numerator: 41,
        denominator: 94,
      }),
    );
    expect(figures).toContainEqual(
      expect.objectContaining({ key: "recognised", from: 2019, to: 2019, value: 20, counted: 7 }),
    );
    expect(warnings.filter(({ code }) => code === "total.mislabelled")).toHaveLength(1);
  });

  test("names the 18 titles in every format", async () => {
    const json = await read("json");
    const html = await read("html");
    const docx = docxText(await bucket.get(fileKey(made.prefix, "docx")));
    const pdf = await readPdfText();
    for (const { title } of example.initiatives) {
      expect(json).toContain(title);
      expect(html).toContain(title);
      expect(docx).toContain(title);
      expect(pdf).toContain(withoutSpaces(title));
    }
  });

  test("states each figure in HTML, DOCX and PDF, unknown as unknown", async () => {
    const html = await read("html");
    const docx = docxText(await bucket.get(fileKey(made.prefix, "docx")));
    for (const text of [html, docx]) {
      expect(text).toContain("724 lượt cá nhân");
      expect(text).toContain("chưa có số liệu");
      expect(text).toContain("43,6% (41/94)");
      expect(text).toContain("TM. BAN THƯỜNG TRỰC");
      expect(text).toContain("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM HUYỆN DIÊN KHÁNH");
    }
    const pdf = await readPdfText();
    for (const words of [
      "724 lượt cá nhân",
      "chưa có số liệu",
      "43,6% (41/94)",
      "TM. BAN THƯỜNG TRỰC",
      "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM HUYỆN DIÊN KHÁNH",
    ])
      expect(pdf).toContain(withoutSpaces(words));
  });

  test("leads from every figure of the text to its row, and from the row to its source", async () => {
    const html = await read("html");
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe([...html.matchAll(/ id="/g)].length);
  });

  test("has the same bytes when it is made again, by another instance too, and the record stays", async () => {
    const readSet = () =>
      Promise.all(
        made.files.map(async (format) =>
          Buffer.from(await bucket.get(fileKey(made.prefix, format))).toString("base64"),
        ),
      );
    const [first, before] = [await readSet(), await store.reports.get(place)];
    const other = createReportHandler({ store: openSecondStore(), bucket, faces, clock });
    const after = await other.make(place);
    expect(after.made).toEqual(made);
    expect(after.log).toEqual(before?.log);
    expect(await readSet()).toEqual(first);
  });
});

describe("a report", () => {
  test("of days says so", async () => {
    const kept = await reports.make({ unit: "dien-khanh", from: "2019-07-01", to: "2020-06-30" });
    const report = await readReport(kept.made);
    expect(report.period).toEqual({ from: "2019-07-01", to: "2020-06-30" });
    expect(report.title).toContain("từ tháng 7 năm 2019 đến tháng 6 năm 2020");
  });

  test("of an unknown unit is refused, and nothing is kept", async () => {
    written.length = 0;
    const nowhere = { unit: "nowhere", from: "2020", to: "2020" };
    await expect(reports.make(nowhere)).rejects.toMatchObject({ code: "unit.notFound" });
    expect(written).toEqual([]);
    expect(await store.reports.get(nowhere)).toBeNull();
  });
});

describe("a year of which nothing is known", () => {
  test("says so, warns the editor of it, and says nothing else", async () => {
    const kept = await reports.make({ unit: "xa-dien-khanh", from: "2026", to: "2026" });
    expect(await readReport(kept.made)).toMatchObject({ demo: true, figures: [] });
    const codes = (await readReport(kept.made)).warnings.map(({ code }) => code);
    expect(codes).toEqual(["report.empty", ...Array(4).fill("texts.unwritten")]);
    expect(await read("html", kept.made)).toContain("Chưa có số liệu trong kỳ báo cáo");
  });
});
