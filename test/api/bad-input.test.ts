import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import type { CommendationForm } from "#core/commendation/decision.ts";
import { type LineForm, linesAtOnce } from "#core/commendation/line.ts";
import { noneCancelled } from "#core/commendation/sums.ts";
import { buildReport } from "#core/report/report.ts";
import { commendationIdOf } from "#core/workbook/import/commendation-row.ts";
import { recordIdOf } from "#core/workbook/import/record-row.ts";
import { writeCommendationRow } from "#core/workbook/sheets/commendation-sheet.ts";
import { type SheetName, sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import type {
  CommendationLinesWrittenView,
  CommendationView,
  CommendationWarningsView,
} from "../../functions/api/commendation/views.ts";
import { loadReportInput } from "../../functions/jobs/report-making/load.ts";
import { runImport } from "../../operations/data/run-import.ts";
import { activityForm, drawRecordId, modelForm } from "../support/activities.ts";
import { createTestApi, problemOf } from "../support/api.ts";
import { commendationForm, drawRequest, lineForm } from "../support/commendations.ts";
import { declaredForm } from "../support/declared.ts";
import { buildInitiative } from "../support/submissions.ts";
import { commune, endedDistrict, neighbour, staff, testNow } from "../support/units.ts";
import { fillWorkbook, type RowCells } from "../support/workbooks.ts";

const api = await createTestApi();
const { store } = api;
const { reviewer, administrator } = staff;
const initiative = buildInitiative();
await store.initiatives.create(initiative);

const send = (
  method: string,
  path: string,
  body: object,
  by: typeof administrator | typeof reviewer = reviewer,
) => api.ask(path, { method, body, staff: by });
async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
const faultsOf = async (response: Response): Promise<string[]> =>
  response.ok ? [] : (await problemOf(response)).errors.map(({ code }) => code);

/** Imports rows as the province's administrator; the codes of its faults. */
async function importRows(sheets: Partial<Record<SheetName, RowCells[]>>, file = fillWorkbook(sheets)) {
  const { job } = await runImport(store, await file, { unit: "tinh-kiem-thu", clock: () => testNow });
  return job.errors.map(({ code }) => code);
}

interface Award {
  lines: Partial<LineForm>[];
  form?: Partial<CommendationForm>;
  issued?: { number: string; signedOn: string };
}

async function awardByApi({ lines, form = {}, issued }: Award): Promise<string[]> {
  const id = drawRequest();
  const proposal = { id, unit: commune.id, form: { ...commendationForm, ...form } };
  let { version } = (await read<CommendationView>(await send("POST", "/api/commendations", proposal)))
    .decision;
  const path = `/api/commendations/${id}`;
  const told = lines.map((line) => lineForm(line));
  for (let at = 0; at < told.length; at += linesAtOnce) {
    const body = { version, request: drawRequest(), lines: told.slice(at, at + linesAtOnce) };
    const response = await send("POST", `${path}/lines`, body);
    if (!response.ok) return faultsOf(response);
    ({ version } = (await read<CommendationLinesWrittenView>(response)).decision);
  }
  if (issued) {
    const body = { version, request: drawRequest(), form: issued };
    const response = await send("POST", `${path}/issue`, body, administrator);
    if (!response.ok) return faultsOf(response);
  }
  return warningsOf(id);
}

let sheetKeys = 0;

async function awardBySheet({ lines, form = {}, issued }: Award): Promise<string[]> {
  const key = `bang-${++sheetKeys}`;
  const decision = {
    ...{ ...commendationForm, ...form },
    ...{
      id: key,
      unit: commune.id,
      path: [],
      version: 1,
      sums: [],
      cancelledLines: noneCancelled,
      lastLine: 0,
      cancellation: null,
    },
    ...{ created: { by: { id: "", name: "" }, at: "" }, changedAt: "" },
    ...(issued
      ? { state: "issued" as const, ...issued }
      : { state: "proposed" as const, number: null, signedOn: null }),
  };
  const { columns, write } = sheetDefinitions.commendations;
  const rows = lines.map((line, i) => {
    const given = { n: i + 1, ...lineForm(line), erased: false, cancellation: null };
    const cells = write({ ...writeCommendationRow(decision, given), n: i + 1 });
    return Object.fromEntries(columns.map((column, at) => [column.key, cells[at] ?? null]));
  });
  const faults = await importRows({ commendations: rows as RowCells[] });
  const place = { number: issued?.number ?? null, signedOn: issued?.signedOn ?? null };
  return faults.length > 0 ? faults : warningsOf(commendationIdOf({ unit: commune.id, key, ...place }));
}

async function warningsOf(id: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const path: string = `/api/commendations/${id}/warnings?after=${after}`;
    const page = await read<CommendationWarningsView>(await api.ask(path, { staff: reviewer }));
    found.push(...page.warnings.map(({ code }) => code));
    after = page.next;
  }
  return found;
}

const declare = (changes: object, unit = commune.id) => {
  const form = declaredForm({ from: "2026", to: "2026", ...changes });
  const place = `own~${form.from}~${form.to}`;
  return send("PUT", `/api/figures/${unit}/declared/${encodeURIComponent(place)}`, { version: 0, form });
};
const figureRow = (changes: RowCells): RowCells => ({
  ...{ unit: neighbour.id, key: null, label: "Ý tưởng", from: 2026, to: 2026, value: 5, measure: "ý tưởng" },
  ...changes,
});
const reportOf = async (unit: string) =>
  buildReport(await loadReportInput(store, unit, { from: "2026", to: "2026" }));
const reportWarnings = async (unit: string) => (await reportOf(unit)).warnings.map(({ code }) => code);

const named = (name: string, changes: Partial<LineForm> = {}) => ({ name, achievement: name, ...changes });

const awards: [string, Award, string][] = [
  [
    "an award before its initiative",
    { lines: [named("Lê Thị Ba", { initiative: initiative.id })], form: { year: 2025 } },
    "beforeInitiative",
  ],
  [
    "an award before its recipient's birth",
    { lines: [named("Lê Văn Mới", { birthYear: 2030 })] },
    "beforeBirth",
  ],
  [
    "the same achievement and period twice",
    { lines: [named("Vũ Văn Đôi"), named("Vũ Văn Đôi")] },
    "sameAchievement",
  ],
  [
    "a dissolved body",
    { lines: [named(endedDistrict.name, { recipientKind: "collective", sex: null, birthYear: null })] },
    "bodyEnded",
  ],
  ["a household among individuals", { lines: [named("Hộ ông Sáu")] }, "householdAmongIndividuals"],
  [
    "a decision number that contains the subject",
    {
      lines: [named("Đỗ Thị Số")],
      issued: { number: `15 ${commendationForm.subject}`.slice(0, 60), signedOn: "2026-06-01" },
    },
    "commendation.number.subject",
  ],
  [
    "a date without a table of multiples",
    {
      lines: [named("Ngô Văn Xưa", { birthYear: 1950, from: "2004", to: "2004" })],
      form: { year: 2004 },
      issued: { number: "5/QĐ-UB", signedOn: "2004-12-01" },
    },
    "noMultiplesOnDate",
  ],
  ["money of 2^53", { lines: [named("Bùi Thị Tiền", { money: 2 ** 53 })] }, "commendation.money.invalid"],
];

describe.each([
  ["the API", awardByApi],
  ["a workbook", awardBySheet],
])("through %s", (_, award) => {
  it.each(awards)("%s is told", async (_name, given, code) => {
    // The number is another one each time, since a decision is issued once.
    const { issued } = given;
    const own = issued && { ...issued, number: `${award.name === "awardByApi" ? 1 : 2}${issued.number}` };
    expect(await award({ ...given, ...(own ? { issued: own } : {}) })).toContain(code);
  });

  it("2,000 lines come in, and none is suspected of anything", async () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => named(`Dán ${award.name} thứ ${i}`));
    expect(await award({ lines })).toEqual([]);
  }, 60_000);
});

describe("through the API and a workbook alike", () => {
  test("a number of 2^53 is refused", async () => {
    const id = drawRecordId();
    const form = activityForm({ participants: 2 ** 53 });
    expect(await faultsOf(await send("POST", "/api/activities", { id, unit: commune.id, form }))).toEqual([
      "activity.count.invalid",
    ]);
    const row = { unit: commune.id, kind: "Phát động", from: { day: "2026-03-05" }, title: "Phát động" };
    expect(await importRows({ activities: [{ ...row, participants: 2 ** 53 }] })).toEqual([
      "activity.count.invalid",
    ]);
    expect(await faultsOf(await declare({ value: 2 ** 53 }))).toHaveLength(1);
    expect(await importRows({ figures: [figureRow({ value: 2 ** 53 })] })).toHaveLength(1);
  });

  test("“12,5 hồ sơ” is no number, and 12,5 of what is counted whole is warned of", async () => {
    expect(await faultsOf(await declare({ value: "12,5 hồ sơ" }))).toHaveLength(1);
    expect(await importRows({ figures: [figureRow({ value: "12,5 hồ sơ" })] })).toEqual(["cell.number"]);
    const fraction = { label: "Hồ sơ giấy", measure: "hồ sơ", value: 12.5 };
    await read(await declare(fraction));
    expect(await importRows({ figures: [figureRow(fraction)] })).toEqual([]);
    for (const unit of [commune.id, neighbour.id])
      expect(await reportWarnings(unit), unit).toContain("value.implausible");
  });

  test("parts that together exceed their whole are warned of", async () => {
    const whole = { label: "Ý tưởng dự thi", measure: "ý tưởng", value: 10 };
    const parts = [
      { label: "Giải nhất", measure: "giải", value: 6 },
      { label: "Giải nhì", measure: "giải", value: 7 },
    ];
    const view = await read<{ declared: { key: string; label: string }[] }>(await declare(whole));
    const key = view.declared.find(({ label }) => label === whole.label)?.key ?? "";
    for (const part of parts) await read(await declare({ ...part, measure: "ý tưởng", partOf: [key] }));
    const rows = [whole, ...parts.map((part) => ({ ...part, measure: "ý tưởng", partOf: whole.label }))];
    expect(await importRows({ figures: rows.map(figureRow) })).toEqual([]);
    for (const unit of [commune.id, neighbour.id])
      expect(await reportWarnings(unit), unit).toContain("parts.exceedWhole");
  });

  test("a stock figure is as of a day, and those of two months are not summed", async () => {
    const stock = { label: "Mô hình đang duy trì", measure: "mô hình", kind: "stock" as const };
    expect(await faultsOf(await declare({ ...stock, from: "2026-01-01", to: "2026-03-31" }))).toEqual([
      "figure.stock.day",
    ]);
    const cells = { ...stock, kind: "Tính đến một ngày" };
    expect(
      await importRows({ figures: [figureRow({ ...cells, from: "01/01/2026", to: "31/03/2026" })] }),
    ).toEqual(["figure.stock.day"]);
    const days = [
      ["2026-01-31", "31/01/2026", 41],
      ["2026-02-28", "28/02/2026", 42],
    ] as const;
    for (const [day, , value] of days) await read(await declare({ ...stock, from: day, to: day, value }));
    const rows = days.map(([, day, value]) => figureRow({ ...cells, from: day, to: day, value }));
    expect(await importRows({ figures: rows })).toEqual([]);
    for (const unit of [commune.id, neighbour.id]) {
      const { figures, sections } = await reportOf(unit);
      const values = figures.filter(({ label }) => label === stock.label).map(({ value }) => value);
      expect(values).toContain(42);
      expect(JSON.stringify([values, sections])).not.toContain("83");
    }
  });

  test("a model replicated from itself is refused", async () => {
    const id = drawRecordId();
    await read(
      await send("POST", "/api/models", { id, unit: commune.id, form: modelForm({ name: "Tự nhân" }) }),
    );
    const form = modelForm({ name: "Tự nhân", replicatedFrom: { kind: "model", id } });
    const body = { version: 1, withdrawn: false, why: "", form };
    expect(await faultsOf(await send("PUT", `/api/models/${id}`, body))).toEqual(["origin.itself"]);
    const name = "Tự nhân trong bảng";
    const self = recordIdOf("model", { unit: commune.id, key: null, name } as never);
    const row = { unit: commune.id, name, field: "Bảo vệ môi trường", replicatedFrom: self };
    expect(await importRows({ models: [row] })).toEqual(["origin.itself"]);
  });
});

describe("what a workbook hides", () => {
  const rows = [figureRow({ label: "Số thứ nhất" }), figureRow({ label: "Số thứ hai" })];
  /** The workbook with a part of its XML replaced. */
  const changed = async (name: string, from: RegExp, to: string) => {
    const parts = unzipSync(await fillWorkbook({ figures: rows }));
    const path = Object.keys(parts).find((each) => each.endsWith(name)) ?? "";
    const before = strFromU8(parts[path] ?? new Uint8Array());
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    return zipSync({ ...parts, [path]: strToU8(after) });
  };

  test("a row that is hidden or filtered away is told, and nothing comes in", async () => {
    const file = changed("sheet1.xml", /<row r="3"/, '<row r="3" hidden="1"');
    expect(await importRows({}, file)).toEqual(["row.hidden"]);
    expect(await store.figures.declaredOf(neighbour.id)).not.toContainEqual(
      expect.objectContaining({ label: "Số thứ nhất" }),
    );
  });

  test("a hidden sheet is told", async () => {
    const file = changed("workbook.xml", /<sheet /, '<sheet state="hidden" ');
    expect(await importRows({}, file)).toEqual(["sheet.hidden"]);
  });
});
