import { beforeAll, describe, expect, it } from "vitest";
import type { Job } from "#core/jobs/job.ts";
import { recordIdOf } from "#core/workbook/import/record-row.ts";
import type { SheetName } from "#core/workbook/sheets/sheets.ts";
import { sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import { writeWorkbook } from "../../functions/documents/spreadsheet/workbook-writer.ts";
import { readImportContext } from "../../functions/jobs/import/apply.ts";
import { bundleUnit } from "../../functions/jobs/workbook/bundle.ts";
import { runImport } from "../../operations/data/run-import.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, province, seedDirectory, testNow } from "../support/units.ts";
import { fillWorkbook, type RowCells } from "../support/workbooks.ts";

const { store } = await createTestTable(() => testNow);
beforeAll(() => seedDirectory(store));

const activity = (given: RowCells = {}): RowCells => ({
  unit: commune.id,
  kind: "Tuyên truyền",
  from: { day: "2026-03-05" },
  title: "Sinh hoạt chi hội",
  forms: "Hội nghị, cuộc họp; Tờ rơi, pa-nô, áp phích",
  participants: 1900,
  ...given,
});
const model = (given: RowCells = {}): RowCells => ({
  unit: commune.id,
  name: "Tuyến đường hoa thôn 3",
  field: "Bảo vệ môi trường",
  foundedOn: { day: "2024-02-01" },
  launchedOn: { day: "2024-03-10" },
  householdsSigned: 90,
  householdsTotal: 100,
  selfManaged: "Có",
  checks:
    "2024 | 20/12/2024 | Có | Ủy ban MTTQ xã\n2025 | 20/12/2025 | Không | Ủy ban MTTQ xã | ít người làm",
  ...given,
});
const modelId = (name: string, unit = commune.id) => recordIdOf("model", { unit, key: null, name } as never);
const replication = (given: RowCells = {}): RowCells => ({
  unit: neighbour.id,
  of: modelId("Tuyến đường hoa thôn 3"),
  startedOn: { day: "2026-02-01" },
  description: "Làm ở hai thôn.",
  ...given,
});

const run = async (
  sheets: Partial<Record<SheetName, RowCells[]>>,
  unit: string | null = province.id,
): Promise<Job> => (await runImport(store, await fillWorkbook(sheets), { unit, clock: () => testNow })).job;
const errorsOf = (job: Job) =>
  job.errors.map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`).toSorted();
const at = (name: SheetName, column: string, row: number) => {
  const { name: title, columns } = sheetDefinitions[name];
  return `${title} ${String.fromCharCode(65 + columns.findIndex(({ key }) => key === column))}${row}`;
};

describe("activities, models and replications of a workbook", () => {
  it("are written once, and a repeat changes nothing", async () => {
    const sheets = {
      activities: [activity(), activity({ kind: "Phát động", forms: null, hamlets: 93, participants: null })],
      models: [
        model({
          name: "Bản sao",
          unit: neighbour.id,
          replicatedFrom: modelId("Tuyến đường hoa thôn 3"),
          checks: null,
        }),
        model(),
      ],
      replications: [
        replication({ confirmedOn: { day: "2026-03-01" }, answers: "10/06/2026 | Còn | vẫn làm" }),
      ],
    };
    const job = await run(sheets);
    expect(errorsOf(job)).toEqual([]);
    expect(job.outcome).toMatchObject({ created: 5, changed: 0, unchanged: 0 });
    const kept = await store.activities.get("model", modelId("Tuyến đường hoa thôn 3"));
    expect(kept).toMatchObject({
      rules: null,
      selfManaged: true,
      year: 2024,
      checks: [
        { year: 2024, maintained: true, by: "Ủy ban MTTQ xã" },
        { year: 2025, maintained: false, note: "ít người làm" },
      ],
    });
    const [place] = (await store.activities.spread({ kind: "model", id: kept?.id ?? "" })).filter(
      ({ kind }) => kind === "replication",
    );
    const applied = await store.activities.get("replication", place?.id ?? "");
    expect(applied).toMatchObject({
      originTitle: "Tuyến đường hoa thôn 3",
      originUnit: commune.id,
      confirmed: { at: "2026-02-28T17:00:00.000Z" },
      answers: [{ applied: true, on: "2026-06-10" }],
    });
    expect((await run(sheets)).outcome).toMatchObject({ created: 0, changed: 0, unchanged: 5 });
    const corrected = await run({ activities: [activity({ participants: 1950 })] });
    expect(corrected.outcome).toMatchObject({ changed: 1 });
  });

  it("tell all their faults at once", async () => {
    const job = await run(
      {
        activities: [
          activity({ title: null, participants: "1.900", forms: null, from: { day: "2026-07-01" } }),
          activity({ title: "x".repeat(501), hamlets: 9 }),
          activity({ title: "Của nơi khác", unit: neighbour.id }),
          activity({ title: "Hai lần" }),
          activity({ title: "Hai lần" }),
        ],
        models: [
          model({ name: "Nhiều hộ", householdsSigned: 101 }),
          model({ name: "Ra mắt trước", launchedOn: { day: "2024-01-31" }, checks: null }),
          model({ name: "Số lớn", householdsTotal: 2 ** 53 }),
          model({ name: "Chính nó", replicatedFrom: modelId("Chính nó") }),
          model({ name: "Vòng 1", replicatedFrom: modelId("Vòng 2") }),
          model({ name: "Vòng 2", replicatedFrom: modelId("Vòng 1") }),
          model({ name: "Không có gốc", replicatedFrom: "A".repeat(22) }),
          model({ name: "Kiểm tra sai", checks: "2023 | 20/12/2023 | Có | xã" }),
        ],
        replications: [
          replication({ unit: commune.id, of: modelId("Nhiều hộ") }),
          replication({ unit: commune.id, of: "7K3M-9QTX-2F4H", confirmedOn: { day: "2026-03-01" } }),
        ],
      },
      commune.id,
    );
    expect(errorsOf(job)).toEqual(
      [
        `${at("activities", "title", 2)} cell.required`,
        `${at("activities", "participants", 2)} cell.number.unclear`,
        `${at("activities", "forms", 2)} activity.forms.required`,
        `${at("activities", "from", 2)} record.day.future`,
        `${at("activities", "to", 2)} record.day.future`,
        `${at("activities", "title", 3)} activity.title.tooLong`,
        `${at("activities", "hamlets", 3)} activity.launchOnly`,
        `${at("activities", "unit", 4)} row.unit.outside`,
        `${at("activities", "key", 6)} row.twice`,
        `${at("models", "householdsSigned", 2)} model.households.exceed`,
        `${at("models", "launchedOn", 3)} model.launchedOn.beforeFounding`,
        `${at("models", "householdsTotal", 4)} model.households.invalid`,
        `${at("models", "replicatedFrom", 5)} origin.itself`,
        `${at("models", "replicatedFrom", 6)} origin.cycle`,
        `${at("models", "replicatedFrom", 7)} origin.cycle`,
        `${at("models", "replicatedFrom", 8)} origin.unknown`,
        `${at("models", "checks", 9)} model.check.beforeLaunch`,
        `${at("replications", "of", 2)} replication.unit.own`,
        `${at("replications", "of", 3)} origin.unknown`,
        `${at("replications", "confirmedOn", 3)} row.replication.notSuperior`,
      ].toSorted(),
    );
  });
});

it("confirmations and answers keep the rules of the page: days in order, nothing after the end", async () => {
  const own = replication({ unit: neighbour.id, key: "nr-1" });
  const faulty = async (given: RowCells) => errorsOf(await run({ replications: [{ ...own, ...given }] }));
  const confirmed = at("replications", "confirmedOn", 2);
  const answers = at("replications", "answers", 2);
  const day = (value: string) => ({ confirmedOn: { day: value } });
  expect(await faulty(day("2026-01-31"))).toEqual([`${confirmed} replication.confirmedOn.beforeStart`]);
  expect(await faulty(day("2026-06-16"))).toEqual([`${confirmed} record.day.future`]);
  expect(await faulty({ answers: "31/01/2026 | Còn" })).toEqual([
    `${answers} replication.answer.beforeStart`,
  ]);
  expect(await faulty({ answers: "05/05/2026 | Còn\n04/05/2026 | Còn" })).toEqual([
    `${answers} replication.answer.beforeLast`,
  ]);
  expect(await faulty({ answers: "16/06/2026 | Còn" })).toEqual([`${answers} record.day.future`]);
  expect(await faulty({ answers: "05/05/2026 | Thôi\n06/05/2026 | Còn" })).toEqual([
    `${answers} problem.replication.moveNotAllowed`,
  ]);
  expect(await faulty({ ...day("2026-03-01"), answers: "05/05/2026 | Còn | một \\| hai" })).toEqual([]);
  expect(await faulty(day("2026-03-02"))).toEqual([`${confirmed} row.differs`]);
  const ended = { key: "nr-2", answers: "05/05/2026 | Thôi" };
  expect(await faulty(ended)).toEqual([]);
  expect(await faulty({ ...ended, ...day("2026-03-01") })).toEqual([
    `${confirmed} problem.replication.moveNotAllowed`,
  ]);
});

it("a reviewer sends back a confirmed replication, but neither confirms one nor keeps it confirmed when it changes", async () => {
  const send = async (given: RowCells) => {
    const rows = [replication({ unit: neighbour.id, key: "nr-3", ...given })];
    const file = await fillWorkbook({ replications: rows });
    return (await runImport(store, file, { unit: neighbour.id, role: "reviewer", clock: () => testNow })).job;
  };
  const confirmedOn = { day: "2026-03-01" };
  expect(errorsOf(await send({ confirmedOn }))).toEqual([
    `${at("replications", "confirmedOn", 2)} row.replication.notSuperior`,
  ]);
  await run({ replications: [replication({ unit: neighbour.id, key: "nr-3", confirmedOn })] });
  expect(await send({ confirmedOn })).toMatchObject({ state: "done", outcome: { unchanged: 1 } });
  expect(errorsOf(await send({ confirmedOn, startedOn: { day: "2026-02-02" } }))).toEqual([
    `${at("replications", "confirmedOn", 2)} row.replication.notSuperior`,
  ]);
  expect(await send({ confirmedOn, note: "Thêm ghi chú" })).toMatchObject({ outcome: { changed: 1 } });
});

it("what a unit holds goes out and comes in again unchanged", async () => {
  const context = await readImportContext(store.directory);
  const names = ["Hoạt động", "Mô hình", "Nhân rộng"];
  const sheets = bundleUnit(store, context, province.id).filter(({ sheet }) => names.includes(sheet.name));
  const parts = await Array.fromAsync(writeWorkbook(sheets), (chunk) => new Uint8Array(chunk));
  const file = new Uint8Array(await new Blob(parts).arrayBuffer());
  const again = await runImport(store, file, { unit: province.id, clock: () => testNow });
  expect(errorsOf(again.job)).toEqual([]);
  expect(again.job).toMatchObject({ state: "done", outcome: { created: 0, changed: 0, unchanged: 8 } });
  const other = await createTestTable(() => testNow);
  await seedDirectory(other.store);
  const moved = await runImport(other.store, file, { unit: province.id, clock: () => testNow });
  expect(errorsOf(moved.job)).toEqual([]);
  expect(moved.job.outcome).toMatchObject({ created: 8 });
});
