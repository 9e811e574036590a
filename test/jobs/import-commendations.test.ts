import { beforeAll, describe, expect, it } from "vitest";
import { Problem } from "#core/base/problems.ts";
import { mostLines } from "#core/commendation/line.ts";
import { appendLines } from "#core/commendation/lines.ts";
import type { Job } from "#core/jobs/job.ts";
import { commendationIdOf } from "#core/workbook/import/commendation-row.ts";
import type { CommendationRow } from "#core/workbook/sheets/commendation-sheet.ts";
import { sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import { writeWorkbook } from "../../functions/documents/spreadsheet/workbook-writer.ts";
import { readImportContext } from "../../functions/jobs/import/apply.ts";
import { checkWorkbook } from "../../functions/jobs/import/check.ts";
import { createCommendationCheck } from "../../functions/jobs/import/commendations.ts";
import { readRows } from "../../functions/jobs/import/workbook-rows.ts";
import { bundleUnit } from "../../functions/jobs/workbook/bundle.ts";
import { runImport } from "../../operations/data/run-import.ts";
import { keepCommendation, lineForm, stepAt } from "../support/commendations.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, seedDirectory, testNow } from "../support/units.ts";
import { fillWorkbook, type RowCells } from "../support/workbooks.ts";

const { store } = await createTestTable(() => testNow);
beforeAll(() => seedDirectory(store));

const cells = (name: string, given: RowCells = {}): RowCells => ({
  unit: commune.id,
  state: "Đã ban hành",
  number: "15/QĐ-UBND",
  signedOn: { day: "2026-06-01" },
  year: 2026,
  issuer: "Chủ tịch Ủy ban nhân dân xã Suối Mơ",
  level: "Cấp xã",
  line: "Nhà nước",
  basis: "Theo chuyên đề",
  subject: "Khen thưởng phong trào Đoàn kết sáng tạo năm 2026",
  recipientKind: "Cá nhân",
  name,
  birthYear: 1980,
  form: "Giấy khen",
  achievement: "Có sáng kiến tưới nước",
  from: 2025,
  to: "30/06/2026",
  ...given,
});
const people = (count: number, given: RowCells = {}) =>
  Array.from({ length: count }, (_, i) => cells(`Người thứ ${i + 1}`, given));
const run = async (rows: RowCells[], unit: string | null = commune.id): Promise<Job> =>
  (await runImport(store, await fillWorkbook({ commendations: rows }), { unit, clock: () => testNow })).job;
const errorsOf = (job: Job) => job.errors.map(({ cell, code }) => `${cell} ${code}`);
const at = (column: string, row: number) => {
  const place = sheetDefinitions.commendations.columns.findIndex(({ key }) => key === column);
  const letter = String.fromCharCode(65 + (place % 26));
  return `${place < 26 ? "" : "A"}${letter}${row}`;
};

describe("commendations of a workbook", () => {
  it.each([
    ["year", { year: 2062 }, "commendation.year.implausible"],
    ["name", { name: "#REF!" }, "cell.error"],
    ["workplace", { workplace: "#N/A" }, "cell.error"],
  ])("with a wrong %s are refused by their cell", async (column, given, code) => {
    const number = "99/QĐ-UBND";
    expect(
      errorsOf(await run([cells("Người thử", { number, signedOn: { day: "2026-06-02" }, ...given })])),
    ).toEqual([`${at(column, 2)} ${code}`]);
  });

  it("are written once, each line in its place, and count as issued", async () => {
    const rows = people(40);
    const first = await run(rows);
    expect(first).toMatchObject({ state: "done", outcome: { created: 40 } });
    const id = commendationIdOf({
      unit: commune.id,
      key: null,
      number: "15/QĐ-UBND",
      signedOn: "2026-06-01",
    });
    const decision = await store.commendations.get(id);
    expect(decision).toMatchObject({ state: "issued", sums: [{ count: 40 }], lastLine: 40 });
    const lines = await Array.fromAsync(store.commendations.lines(id));
    expect(lines.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    expect(lines[0]).toMatchObject({ from: "2025", to: "2026-06-30", system: "unknown", money: null });
    expect(await run(rows)).toMatchObject({ state: "done", outcome: { created: 0, unchanged: 40 } });
    const changed = rows.with(3, cells("Người thứ 4", { birthYear: 1981 }));
    expect(errorsOf(await run(changed))).toEqual([`${at("name", 5)} row.differs`]);
    expect(errorsOf(await run(rows.slice(0, 39)))).toEqual([`${at("number", 2)} row.commendation.missing`]);
  });

  it("of 2,000 lines of two decisions, one behind the other, are all there", async () => {
    const rows = people(2_000, { number: null, signedOn: null, state: "Dự thảo" }).map((row, i) => ({
      ...row,
      key: i % 2 === 0 ? "xa--dot-1" : "xa--dot-2",
    }));
    expect(await run(rows)).toMatchObject({ state: "done", outcome: { created: 2_000 } });
    for (const key of ["xa--dot-1", "xa--dot-2"]) {
      const id = commendationIdOf({ unit: commune.id, key, number: null, signedOn: null });
      expect(await store.commendations.get(id)).toMatchObject({
        state: "proposed",
        sums: [{ count: 1_000 }],
      });
    }
  });

  it("of a draft that somebody adds to meanwhile, or whose step is killed and repeated, are each there once", async () => {
    const key = "xa--dot-3";
    const rows = people(250, { number: null, signedOn: null, state: "Dự thảo", key });
    const { commendations } = store;
    let saves = 0;
    const save: typeof commendations.save = async (write) => {
      await commendations.save(write);
      saves++;
      // A colleague adds a line on the page; the next chunk of the import then finds another version.
      if (saves === 2) await commendations.save(appendLines(write.after, [lineForm()], stepAt()));
      if (saves === 4) throw new Problem("version.conflict");
    };
    const file = await fillWorkbook({ commendations: rows });
    const meanwhile = { ...store, commendations: { ...commendations, save } };
    const { job } = await runImport(meanwhile, file, { unit: commune.id, clock: () => testNow });
    expect(job).toMatchObject({ state: "done", outcome: { created: 250 } });
    const id = commendationIdOf({ unit: commune.id, key, number: null, signedOn: null });
    const names = await Array.fromAsync(commendations.lines(id), ({ name }) => name);
    const added = lineForm().name;
    expect(names.filter((name) => name !== added)).toEqual(rows.map(({ name }) => name));
    expect(names.filter((name) => name === added)).toHaveLength(1);
  });

  it("beyond what one decision holds are told by the check, before anything is written", async () => {
    const { columns, read } = sheetDefinitions.commendations;
    const file = await fillWorkbook({ commendations: [cells("A", { number: "300/QĐ" })] });
    let record: CommendationRow | null = null;
    for await (const part of readRows(file, new Set(["commendations"])))
      if (part.kind === "row") record = read(part.values).record;
    if (!record) throw new Error(`no row of ${columns.length} columns`);
    const told: string[] = [];
    const check = createCommendationCheck({
      store,
      context: await readImportContext(store.directory),
      scope: { unit: commune.id, role: "administrator" },
      today: "2026-06-15",
      report: (row, { column, code }) => told.push(`${row} ${column} ${code}`),
      outcome: { created: 0, unchanged: 0 },
    });
    for (let row = 2; row <= mostLines + 3; row++) await check.look({ row, record: { ...record } });
    expect(told).toEqual([`${mostLines + 2} name commendation.lines.tooMany`]);
  });

  it("of a decision that stands already, under another key or in the sheet twice, are refused", async () => {
    const number = "400/QĐ-UBND";
    await keepCommendation(store, { issued: { number, signedOn: "2026-06-01" } });
    const twice = { number: "Số 400/QĐ-UBND", issuer: "Chủ tịch UBND xã Suối Mơ" };
    expect(errorsOf(await run([cells("A", { ...twice, key: "a" })]))).toEqual([
      `${at("number", 2)} row.commendation.twice`,
    ]);
    expect(errorsOf(await run([cells("A", { ...twice, key: "a", unit: commune.id })], null))).toHaveLength(1);
    const rows = [cells("A", { number: "401/QĐ", key: "a" }), cells("B", { number: "401/QĐ", key: "b" })];
    expect(errorsOf(await run(rows))).toEqual([`${at("number", 3)} row.commendation.twice`]);
    for (const other of [
      { issuer: "Hội Nông dân xã" },
      { signedOn: { day: "2026-06-02" } },
      { state: "Dự thảo" },
    ])
      expect(errorsOf(await run([cells("A", { ...twice, key: JSON.stringify(other), ...other })]))).toEqual(
        [],
      );
  });

  it("may cancel one line of an issued decision, with ground, reason and day", async () => {
    const whole = {
      lineGround: "Kê khai không đúng",
      lineReason: "Kết luận",
      lineCancelledOn: { day: "2026-06-10" },
    };
    const rows = [
      cells("A", { number: "90/QĐ", lineGround: whole.lineGround }),
      cells("B", { number: "91/QĐ", ...whole, lineCancelledOn: { day: "2026-06-16" } }),
      cells("C", { number: "92/QĐ", ...whole, state: "Dự thảo" }),
    ];
    expect(errorsOf(await run(rows)).toSorted()).toEqual(
      [
        `${at("lineGround", 2)} row.commendation.cancellation`,
        `${at("lineCancelledOn", 3)} commendation.cancelledOn.future`,
        `${at("lineGround", 4)} row.commendation.lineCancellation`,
      ].toSorted(),
    );
    const key = "xa--huy-mot-dong";
    const given = { number: "93/QĐ", key };
    const good = [cells("A", { ...given, ...whole, lineMoneyToRecover: 760_000 }), cells("B", given)];
    expect(await run(good)).toMatchObject({ state: "done", outcome: { created: 2 } });
    const id = commendationIdOf({ unit: commune.id, key, number: null, signedOn: null });
    expect(await store.commendations.get(id)).toMatchObject({
      sums: [{ count: 1 }],
      cancelledLines: { count: 1, moneyToRecover: 760_000, firstOn: "2026-06-10" },
    });
  });

  it("tell all their faults at once", async () => {
    const rows = [
      cells("A", { number: "77/QĐ về việc khen thưởng", birthYear: "12,5 hồ sơ" }),
      cells("B", { number: "78/QĐ", signedOn: null }),
      cells("C", { number: "79/QĐ", sex: "Nữ", recipientKind: "Tập thể" }),
      cells("D", { number: "79/QĐ", subject: "Khác", money: 2 ** 53 }),
      cells("E", { number: "80/QĐ", unit: neighbour.id, document: "vb-khong-co" }),
      cells("F", { number: "81/QĐ", state: "Đã hủy bỏ" }),
      cells("G", { number: "82/QĐ", form: "Bằng gì đó", signedOn: { day: "2026-06-16" } }),
      cells("H", { number: "83/QĐ", from: 2026, to: 2025 }),
    ];
    expect(errorsOf(await run(rows)).toSorted()).toEqual(
      [
        `${at("birthYear", 2)} cell.number`,
        `${at("key", 3)} row.commendation.key`,
        `${at("number", 3)} row.commendation.number`,
        `${at("sex", 4)} commendation.sex.notPerson`,
        `${at("money", 5)} commendation.money.invalid`,
        `${at("unit", 6)} row.unit.outside`,
        `${at("document", 6)} campaign.basis.unknown`,
        `${at("ground", 7)} row.commendation.cancellation`,
        `${at("form", 8)} cell.choice`,
        `${at("to", 9)} commendation.period.backwards`,
      ].toSorted(),
    );
    const subject = [cells("A", { number: "77/QĐ về việc khen thưởng" })];
    expect(errorsOf(await run(subject))).toEqual([`${at("number", 2)} commendation.number.subject`]);
    const header = [cells("C", { number: "79/QĐ" }), cells("D", { number: "79/QĐ", subject: "Khác" })];
    expect(errorsOf(await run(header))).toEqual([`${at("number", 3)} row.commendation.header`]);
  });

  it("of a reviewer are proposals", async () => {
    const file = await fillWorkbook({ commendations: [cells("A", { number: "90/QĐ" })] });
    const context = await readImportContext(store.directory);
    const checked = await checkWorkbook(file, {
      store,
      context,
      scope: { unit: commune.id, role: "reviewer" },
      now: testNow,
      founding: { today: "2026-06-15", draw: () => "", changed: { by: { id: "", name: "" }, at: testNow } },
      keep: async () => {},
    });
    expect(checked.faults.errors().map(({ code }) => code)).toEqual(["row.commendation.issue"]);
  });
});

it("everything of a unit goes out and comes in again", async () => {
  const household = lineForm({ name: "Hộ bà Năm", recipientKind: "household", sex: null, money: 0 });
  const kept = await keepCommendation(store, { lines: [lineForm({ leader: true }), household] });
  const context = await readImportContext(store.directory);
  const sheets = bundleUnit(store, context, commune.id).filter(({ sheet }) => sheet.name === "Khen thưởng");
  const parts = await Array.fromAsync(writeWorkbook(sheets), (chunk) => new Uint8Array(chunk));
  const file = new Uint8Array(await new Blob(parts).arrayBuffer());
  const again = await runImport(store, file, { unit: commune.id, clock: () => testNow });
  expect(again.job).toMatchObject({ state: "done", outcome: { created: 0, changed: 0 } });
  const other = await createTestTable(() => testNow);
  await seedDirectory(other.store);
  await runImport(other.store, file, { clock: () => testNow });
  const [before, after] = await Promise.all([
    Array.fromAsync(store.commendations.lines(kept.id)),
    Array.fromAsync(other.store.commendations.lines(kept.id)),
  ]);
  expect(after).toEqual(before);
  expect((await other.store.commendations.get(kept.id))?.sums).toEqual(kept.sums);
});
