import { beforeAll, describe, expect, it } from "vitest";
import type { Job } from "#core/jobs/job.ts";
import { runImport } from "../../operations/data/run-import.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, province, seedDirectory, testNow } from "../support/units.ts";
import { fillWorkbook, type RowCells } from "../support/workbooks.ts";

const { store } = await createTestTable(() => testNow);
beforeAll(() => seedDirectory(store));

const unitCells = (id: string, given: RowCells = {}): RowCells => ({
  id,
  name: `Đơn vị ${id}`,
  level: "Cấp xã",
  system: "Mặt trận",
  parent: province.id,
  ...given,
});
const figureCells = (given: RowCells = {}): RowCells => ({
  unit: commune.id,
  key: "Mô hình tự quản ở khu dân cư (models.built)",
  from: 2019,
  to: "30/06/2020",
  value: 12,
  ...given,
});

const run = async (sheets: Parameters<typeof fillWorkbook>[0], unit: string | null = null): Promise<Job> =>
  (await runImport(store, await fillWorkbook(sheets), { unit, clock: () => testNow })).job;
const errorsOf = (job: Job) => job.errors.map(({ cell, code }) => `${cell} ${code}`);

describe("units of a workbook", () => {
  it("that lead round in a circle, or under nobody, are refused before anything is written", async () => {
    const job = await run({
      units: [
        unitCells("xa-mot", { parent: "xa-hai" }),
        unitCells("xa-hai", { parent: "xa-mot" }),
        unitCells("xa-ba", { parent: "xa-khong-co" }),
      ],
    });
    expect(job.state).toBe("refused");
    expect(errorsOf(job)).toEqual(["F2 unit.parent.cycle", "F3 unit.parent.cycle", "F4 unit.parent.unknown"]);
    expect((await store.directory.units()).has("xa-ba")).toBe(false);
  });

  it("are written with what they were, once", async () => {
    const cells = unitCells("xa-bon", {
      validFrom: "1/7/2020",
      earlier: "31/12/2022 | 9 | Xã Bốn cũ | tinh-kiem-thu",
    });
    expect(await run({ units: [cells] })).toMatchObject({ state: "done", outcome: { created: 1 } });
    expect((await store.directory.units()).get("xa-bon")?.earlier).toEqual([
      { until: "2022-12-31", code: "9", name: "Xã Bốn cũ", parent: province.id },
    ]);
    expect(await run({ units: [cells] })).toMatchObject({
      state: "done",
      outcome: { created: 0, unchanged: 1 },
    });
  });

  it("outside the importer's own are refused", async () => {
    expect(errorsOf(await run({ units: [unitCells(neighbour.id)] }, commune.id))).toEqual([
      "A2 row.unit.outside",
    ]);
  });
});

describe("a rank", () => {
  const document = (id: string, given: RowCells = {}): RowCells => ({
    id,
    type: "Công văn",
    issuedOn: "5/1/2026",
    issuer: "Ban Thường trực",
    subject: "Về kết quả",
    ...given,
  });
  const title = (id: string, level: string, given: RowCells = {}): RowCells => ({
    id,
    unit: commune.id,
    year: 2025,
    system: "Mặt trận",
    organisation: "Hội Nông dân",
    title: "Tưới nhỏ giọt",
    level,
    source: `${commune.id}--cv-1`,
    ...given,
  });
  const own = unitCells(commune.id, { code: commune.code, name: commune.name });

  it("of the own unit is not raised, nor its place changed, by those who bring what lies below it", async () => {
    for (const [given, errors] of [
      [{}, []],
      [{ level: "Cấp tỉnh" }, ["A2 row.unit.outside"]],
      [{ level: "Trung ương" }, ["D2 unit.level.above"]],
      [{ parent: null }, ["A2 row.unit.outside"]],
      [{ system: "Chính quyền" }, ["A2 row.unit.outside"]],
    ] as const)
      expect(
        errorsOf(await run({ units: [{ ...own, ...given }] }, commune.id)),
        JSON.stringify(given),
      ).toEqual(errors);
  });

  it("of a unit below is at most that of the one above it", async () => {
    const below = (level: string) => unitCells("chi-hoi-moi", { level, parent: commune.id });
    expect(errorsOf(await run({ units: [below("Cấp tỉnh")] }, commune.id))).toEqual(["D2 unit.level.above"]);
    expect(errorsOf(await run({ units: [below("Đơn vị")] }, commune.id))).toEqual([]);
    const inherited = unitCells("xa-gia", { successors: commune.id, validTo: "31/12/2025" });
    expect(errorsOf(await run({ units: [inherited] }, commune.id))).toContain("A2 row.unit.outside");
  });

  it("of a recognition that a document tells of is at most that of the unit that brings it", async () => {
    const documents = [document(`${commune.id}--cv-1`)];
    const bring = async (level: string, unit: string | null) =>
      errorsOf(await run({ documents, documentInitiatives: [title(`${commune.id}--1`, level)] }, unit));
    expect(await bring("Cấp tỉnh", commune.id)).toEqual(["H2 row.level.above"]);
    expect(await bring("Trung ương", null)).toEqual(["H2 row.level.above"]);
    expect(await bring("Cấp xã", commune.id)).toEqual([]);
  });

  it("and an id of what is new say which unit brought it", async () => {
    expect(errorsOf(await run({ documents: [document("cv-cua-moi-nguoi")] }, commune.id))).toEqual([
      "A2 row.id.foreign",
    ]);
    expect(errorsOf(await run({ documents: [document(`${neighbour.id}--cv-9`)] }, commune.id))).toEqual([
      "A2 row.id.foreign",
    ]);
    const row = title("dong-cua-moi-nguoi", "Cấp xã");
    expect(errorsOf(await run({ documentInitiatives: [row] }, commune.id))).toEqual(["A2 row.id.foreign"]);
    expect((await store.directory.documents()).get(`${commune.id}--cv-1`)?.unit).toBe(commune.id);
  });
});

describe("declared figures of a workbook", () => {
  it("are declared, then corrected with what stood before kept", async () => {
    expect(await run({ figures: [figureCells()] })).toMatchObject({ state: "done", outcome: { created: 1 } });
    expect(await run({ figures: [figureCells()] })).toMatchObject({ outcome: { unchanged: 1 } });
    const job = await run({ figures: [figureCells({ value: 15, qualifier: "Hơn" })] });
    expect(job).toMatchObject({ state: "done", outcome: { changed: 1 } });
    const [figure] = await store.figures.declaredOf(commune.id);
    expect(figure).toMatchObject({
      value: 15,
      qualifier: "moreThan",
      from: "2019",
      to: "2020-06-30",
      version: 2,
    });
    expect(figure?.earlier).toMatchObject([{ value: 12, qualifier: null }]);
  });

  it("that could not be kept are told by cell, and no other figure is written either", async () => {
    const before = await store.figures.declaredOf(commune.id);
    const values = [7, 1e21, 2 ** 53, -1, 1e-7, 0.12345, "1e300"];
    const rows = values.map((value, n) => figureCells({ from: 2010 + n, to: 2010 + n, value }));
    const job = await run({ figures: rows });
    expect(job).toMatchObject({ state: "refused" });
    expect(job.errors.map(({ cell }) => cell)).toEqual(["F3", "F4", "F5", "F6", "F7", "F8"]);
    expect(await store.figures.declaredOf(commune.id)).toEqual(before);
  });

  it("name their whole by its label, wherever its row stands, and carry section, order and sentence", async () => {
    const own = { key: null, from: 2023, to: 2023 };
    const job = await run({
      figures: [
        figureCells({
          ...own,
          ...{ label: "Giải nhất", measure: "giải", value: 1, partOf: "Ý tưởng dự thi" },
          ...{ section: "Công tác khen thưởng", place: 2 },
        }),
        figureCells({
          ...own,
          ...{ label: "Ý tưởng dự thi", measure: "ý tưởng", value: 10, place: 1 },
          ...{ section: "Về đăng ký", sentence: "Cuộc thi nhận 10 ý tưởng của 8 đơn vị trong năm 2023." },
        }),
        figureCells({ ...own, label: "Bằng khen", measure: "tập thể", value: 2 }),
        figureCells({ ...own, label: "Bằng khen", measure: "cá nhân", value: 3 }),
        figureCells({ ...own, label: "Nữ", measure: "cá nhân", value: 1, partOf: "Bằng khen (cá nhân)" }),
        figureCells({
          ...own,
          ...{ label: "Tổ tự quản đang duy trì", measure: "tổ", value: 296, kind: "Tính đến một ngày" },
          ...{ from: "31/07/2023", to: "31/07/2023" },
        }),
      ],
    });
    expect(job).toMatchObject({ state: "done", outcome: { created: 6 } });
    const stored = await store.figures.declaredOf(commune.id);
    const of = (label: string, measure: string) =>
      stored.find((figure) => figure.label === label && figure.measure === measure);
    const whole = of("Ý tưởng dự thi", "ý tưởng");
    expect(whole).toMatchObject({ section: "registered", place: 1, kind: "flow" });
    expect(of("Giải nhất", "giải")).toMatchObject({
      partOf: [whole?.key],
      section: "commendation",
      place: 2,
    });
    expect(of("Nữ", "cá nhân")?.partOf).toEqual([of("Bằng khen", "cá nhân")?.key]);
    expect(of("Tổ tự quản đang duy trì", "tổ")).toMatchObject({ kind: "stock", to: "2023-07-31" });
  });

  it("say which of two wholes is meant, and state their number in their sentence", async () => {
    const own = { key: null, from: 2024, to: 2024, value: 3 };
    const job = await run({
      figures: [
        figureCells({ ...own, label: "Giấy khen", measure: "tập thể" }),
        figureCells({ ...own, label: "Giấy khen", measure: "cá nhân" }),
        figureCells({ ...own, label: "Nữ", measure: "cá nhân", partOf: "Giấy khen" }),
        figureCells({ ...own, label: "Hộ", measure: "hộ", sentence: "Có 4 hộ tham gia." }),
        figureCells({ ...own, label: "Nhóm", measure: "nhóm", kind: "Tính đến một ngày" }),
      ],
    });
    expect(errorsOf(job)).toEqual([
      "I4 figure.partOf.ambiguous",
      "O5 figure.sentence.number",
      "E6 figure.stock.day",
    ]);
  });

  it("name wholes, documents and units that are there, and stand once", async () => {
    const job = await run({
      figures: [
        figureCells({ key: null, label: "Số hộ khá", measure: "hộ", partOf: "own.khongCo" }),
        figureCells({ from: 2020, to: 2020, document: "cong-van-khong-co" }),
        figureCells({ unit: "xa-khong-co" }),
        figureCells(),
        figureCells(),
        figureCells({ from: 2999, to: 2999 }),
      ],
    });
    expect(errorsOf(job)).toEqual([
      "I2 figure.partOf.unknown",
      "J3 campaign.basis.unknown",
      "A4 row.unit.unknown",
      "B6 row.twice",
      "D7 day.implausible",
      "E7 day.implausible",
    ]);
  });
});

describe("a campaign of a workbook", () => {
  const campaign = (state: string): RowCells => ({
    id: `${commune.id}-2027`,
    year: 2027,
    unit: commune.id,
    name: "Phong trào năm 2027",
    state,
    opensOn: "15/1/2027",
    closesOn: "30/11/2027",
    merged: "Có",
    acceptance: 1,
    repair: 1,
    decision: 3,
    consent: "2026-01",
  });

  it("comes as a draft: opening it is a step of its own, for all but the system", async () => {
    expect(errorsOf(await run({ campaigns: [campaign("Đã mở")] }, commune.id))).toEqual([
      "E2 row.campaign.open",
    ]);
    expect(await run({ campaigns: [campaign("Đang soạn")] }, commune.id)).toMatchObject({
      state: "done",
      outcome: { created: 1 },
    });
  });
});

describe("a file that is no workbook", () => {
  it("is refused with its reason, and nothing else happens", async () => {
    const { job } = await runImport(store, new TextEncoder().encode("không phải bảng tính, chỉ là chữ"));
    expect(job).toMatchObject({ state: "refused", problem: "workbook.notAWorkbook", errors: [] });
  });

  it("with more than 50,000 rows is refused as a whole", async () => {
    const rows = (function* () {
      for (let n = 0; n <= 50_000; n++)
        yield { unit: commune.id, from: 2019, to: 2019, key: `own.a${"b".repeat(n % 7)}` };
    })();
    const job = await run({ figures: rows });
    expect(job.state).toBe("refused");
    expect(job.errors.map(({ code }) => code)).toEqual(["workbook.tooManyRows"]);
  }, 60_000);
});
