import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportModel } from "../../functions/core/report-model.ts";
import { readFaces } from "../../functions/documents/faces.ts";
import { createReportHandler } from "../../functions/report/handler.ts";
import { createScheduleHandler } from "../../functions/report/schedule.ts";
import { type Bucket, openBucket } from "../../functions/store/objects.ts";
import { reconcileFigures } from "../../functions/stream/rebuild.ts";
import { localAccess } from "../../local/credentials.ts";
import { loadExample } from "../../local/example.ts";
import { startS3 } from "../../local/s3.ts";
import { readPdf } from "../support/pdf-text.ts";
import { createTestTable } from "../support/table.ts";
import { example } from "./example-input.ts";

const { store, openSecondStore } = await createTestTable();
let bucket: Bucket;
const written: string[] = [];
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "report-"));
  const s3 = await startS3(folder, { documents: "documents", uploads: "uploads" });
  ends.push(s3.stop, () => rm(folder, { recursive: true }));
  const opened = openBucket("documents", {
    ...localAccess,
    endpoint: s3.endpoint,
    requestChecksumCalculation: "WHEN_REQUIRED",
  });
  bucket = {
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
  await loadExample(store);
  await reconcileFigures(store);
});
afterAll(async () => {
  for (const end of ends) await end();
});

const message = { unit: "dien-khanh", from: "2019", to: "2021" };
const prefix = "reports/dien-khanh/2019-2021/";
const faces = readFaces();
const make = (given: unknown = message) => createReportHandler({ store, bucket, faces })(given);
const read = async (key: string) => new TextDecoder().decode(await bucket.get(key));
const readReport = async (key: string) => JSON.parse(await read(key)) as ReportModel;

/** Lines of a PDF end where the paper does. */
const withoutSpaces = (text: string) => text.replace(/\s/g, "");
const readPdfText = async () => withoutSpaces(readPdf(await bucket.get(`${prefix}annual-report.pdf`)).text);

/** The text of a DOCX as a reader sees it, a paragraph a line. */
function docxText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  return paragraphs
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .join("\n");
}

describe("the report of Diên Khánh, 2019 to 2021", () => {
  test("is kept in each format, the JSON last as the mark that the set is whole", async () => {
    written.length = 0;
    const kept = await make();
    expect(kept).toMatchObject({
      prefix,
      files: ["html", "docx", "pdf", "xlsx", "json"].map((format) => `${prefix}annual-report.${format}`),
    });
    expect(written).toEqual(kept.files);
    expect((await readReport(`${prefix}annual-report.json`)).dataHash).toBe(kept.dataHash);
  });

  test("holds every declared row, the rate and one suspicion", async () => {
    const { unit, period, figures, warnings } = await readReport(`${prefix}annual-report.json`);
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
    const json = await read(`${prefix}annual-report.json`);
    const html = await read(`${prefix}annual-report.html`);
    const docx = docxText(await bucket.get(`${prefix}annual-report.docx`));
    const pdf = await readPdfText();
    for (const { title } of example.initiatives) {
      expect(json).toContain(title);
      expect(html).toContain(title);
      expect(docx).toContain(title);
      expect(pdf).toContain(withoutSpaces(title));
    }
  });

  test("states each figure in HTML, DOCX and PDF, unknown as unknown", async () => {
    const html = await read(`${prefix}annual-report.html`);
    const docx = docxText(await bucket.get(`${prefix}annual-report.docx`));
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
    const html = await read(`${prefix}annual-report.html`);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe([...html.matchAll(/ id="/g)].length);
  });

  test("has the same bytes when it is made again, by another instance too", async () => {
    const readSet = () =>
      Promise.all(
        ["html", "docx", "pdf", "xlsx", "json"].map(async (format) =>
          Buffer.from(await bucket.get(`${prefix}annual-report.${format}`)).toString("base64"),
        ),
      );
    const first = await readSet();
    await createReportHandler({ store: openSecondStore(), bucket, faces })(message);
    expect(await readSet()).toEqual(first);
  });
});

describe("the message", () => {
  test("may give years as numbers, or one year", async () => {
    expect((await make({ unit: "dien-khanh", from: 2019, to: 2021 })).prefix).toBe(prefix);
    expect((await make({ unit: "dien-khanh", year: 2020 })).prefix).toBe("reports/dien-khanh/2020-2020/");
  });

  test("may give days", async () => {
    const kept = await make({ unit: "dien-khanh", from: "2019-07-01", to: "2020-06-30" });
    const report = await readReport(`${kept.prefix}annual-report.json`);
    expect(report.period).toEqual({ from: "2019-07-01", to: "2020-06-30" });
    expect(report.title).toContain("từ ngày 01/7/2019 đến ngày 30/6/2020");
  });

  test.each([
    null,
    "dien-khanh",
    {},
    { unit: "dien-khanh" },
    { unit: "", from: 2019, to: 2021 },
    { unit: "dien-khanh", from: 2021, to: 2019 },
    { unit: "dien-khanh", from: "2019-02-30", to: 2021 },
    { unit: "dien-khanh", from: 2019, to: 2021, extra: true },
    { unit: "dien-khanh", year: "next" },
    { unit: 7, year: 2020 },
  ])("%j is refused and nothing is kept", async (bad) => {
    written.length = 0;
    await expect(make(bad)).rejects.toMatchObject({ code: "query.invalid" });
    expect(written).toEqual([]);
  });

  test("of an unknown unit is refused", async () => {
    await expect(make({ unit: "nowhere", year: 2020 })).rejects.toMatchObject({ code: "unit.notFound" });
  });
});

describe("a year of which nothing is known", () => {
  test("says so, and nothing else", async () => {
    const { prefix } = await make({ unit: "xa-dien-khanh", year: 2026 });
    const report = await readReport(`${prefix}annual-report.json`);
    expect(report).toMatchObject({ demo: true, figures: [], warnings: [] });
    expect(await read(`${prefix}annual-report.html`)).toContain("Chưa có số liệu trong kỳ báo cáo");
  });
});

describe("the year-end schedule", () => {
  const onSchedule = createScheduleHandler(store, make);

  test("makes the year's report of each unit that runs a campaign, the year being Vietnam's", async () => {
    // 07:00 on 1 January in Vietnam is still December in UTC.
    const none = await onSchedule({ scheduledAt: "2026-12-31T18:00:00Z" });
    expect(none).toEqual([]);
    const kept = await onSchedule({ scheduledAt: "2026-12-25T00:00:00Z" });
    expect(kept.map(({ prefix }) => prefix)).toEqual(["reports/khanh-hoa/2026-2026/"]);
  });

  test("hands on a message for one unit", async () => {
    expect(await onSchedule(message)).toMatchObject([{ prefix }]);
  });

  test("gives the others their report where one fails, and says that it failed", async () => {
    const failing = createScheduleHandler(store, () => Promise.reject(new Error("no bucket")));
    await expect(failing({ scheduledAt: "2026-12-25T00:00:00Z" })).rejects.toThrow("1 of 1 reports not made");
  });
});
