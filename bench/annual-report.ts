import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enterCommendation } from "#core/commendation/lifecycle.ts";
import { enterLines } from "#core/commendation/lines.ts";
import { summariseCommendation, toAwardSummary } from "#core/commendation/summary.ts";
import { beginJob } from "#core/jobs/job.ts";
import type { Unit } from "#core/units/unit.ts";
import { toInitiativeItem } from "../functions/store/initiatives/initiative-items.ts";
import {
  commendationKeys,
  commendationLineKeys,
  countedFigureKey,
  libraryPartition,
} from "../functions/store/keys.ts";
import type { Item } from "../functions/store/table.ts";
import { startStorage } from "../local/standins/storage.ts";
import { commendationForm, lineForm } from "../test/support/commendations.ts";
import { buildInitiative, buildTransition } from "../test/support/submissions.ts";
import { buildCampaign, commune, freezeUnits, province, testNow } from "../test/support/units.ts";
import { benchDecisionId } from "./decision-id.ts";
import { putAll } from "./put-all.ts";
import { drawTable, type Row, round } from "./row.ts";
import { runTask, type TaskMeasure } from "./run-task.ts";

/*
 * npm run check:long: makes a province's yearly report with 100,000 recognised initiatives and 20,000 commendation
 * lines, and with a quarter of both.
 */
const mostMegabytes = 512;
/** Memory of the function Jobs (infra/jobs.ts). */
const functionMegabytes = 1_769;
const mostOfRead = 3;
/** Maximum factor of CPU time for four times the records. */
const mostGrowth = 4.8;
const sizes = [
  { year: 2025, count: 25_000, lines: 5_000 },
  { year: 2026, count: 100_000, lines: 20_000 },
] as const;
const linesOfDecision = 100;
/** infra/jobs.ts sets the second flag too. */
const nodeFlags = ["--max-old-space-size=400", "--max-semi-space-size=16"];

const communes: Unit[] = Array.from({ length: 65 }, (_, n) => ({
  ...commune,
  id: `xa-${n + 1}`,
  code: `9${String(n + 1).padStart(4, "0")}`,
  name: `Ủy ban MTTQ Việt Nam xã Số ${n + 1}`,
}));
const all = [province, ...communes];

function* recognisedItems(year: number, count: number): Generator<Item> {
  const known = buildInitiative();
  const recognised = ["accept", "propose", "recognise"].reduce(
    (initiative, move, n) =>
      buildTransition(initiative, move as Parameters<typeof buildTransition>[1], n + 1).initiative,
    known,
  );
  const item = toInitiativeItem(recognised);
  for (let n = 0; n < count; n++) {
    const id = `DEMO-${year}-${String(n).padStart(6, "0")}`;
    const { id: unit = "" } = communes[n % communes.length] ?? {};
    const title = `Sáng kiến số ${n + 1}: ${item.summary.title}`;
    const summary = { ...item.summary, id, year, unit, title };
    yield {
      pk: `INI#${id}`,
      sk: "INI",
      byLibraryPk: libraryPartition(province.id, year),
      byLibrarySk: `${year}-11-20#${id}`,
      summary,
    };
  }
}

/** Issued decisions of the communes with collectives and persons; the report names collectives. */
function* decisionItems(year: number, lines: number): Generator<Item> {
  const step = { by: { id: "", name: "" }, at: testNow, request: "bench" };
  for (let n = 0; n < lines / linesOfDecision; n++) {
    const { id: unit = "" } = communes[n % communes.length] ?? {};
    const told = {
      ...{
        id: benchDecisionId(year, n),
        unit,
        state: "issued" as const,
        cancellation: null,
      },
      ...{ number: `${n + 1}/QĐ-UBND`, signedOn: `${year}-11-20`, form: { ...commendationForm, year } },
    };
    const { after: before } = enterCommendation(told, [unit, province.id], step);
    const forms = Array.from({ length: linesOfDecision }, (_, i) => {
      const name = `${i % 2 === 0 ? "Tổ tự quản" : "Người"} số ${n}.${i}`;
      const kind = i % 2 === 0 ? { recipientKind: "collective" as const, sex: null } : {};
      return { ...lineForm({ name, ...kind }), erased: false, cancellation: null };
    });
    const { after, lines: written } = enterLines(before, forms, step);
    yield { ...commendationKeys(after), decision: after, summary: summariseCommendation(after) };
    for (const { after: line } of written)
      if (line) yield { ...commendationLineKeys(after, line), line, summary: toAwardSummary(after.id, line) };
  }
}

function* figureItems(year: number, count: number, lines: number): Generator<Item> {
  for (const { id } of all) {
    const share = (whole: number) => (id === province.id ? whole : Math.ceil(whole / communes.length));
    for (const key of ["registered", "recognised"])
      for (const dimension of ["", "system:front", "level:commune"])
        yield { ...countedFigureKey(id, year, key, dimension), value: share(count) };
    for (const recipient of ["collective", "individual"]) {
      const key = `commendation.commune.praiseCertificate.${recipient}`;
      yield { ...countedFigureKey(id, year, key, ""), value: share(lines / 2) };
    }
  }
}

const folder = await mkdtemp(join(tmpdir(), "bench-annual-report-"));
const storage = await startStorage({ dataDir: folder, table: "memory", clock: () => testNow });
const { store, table } = storage;
const rows: Row[] = [];

async function work(year: number, task: "make" | "verify", flags: readonly string[]): Promise<TaskMeasure> {
  const id = randomBytes(16).toString("base64url");
  const parameters = { from: String(year), to: String(year), task };
  const by = { staff: null, role: null };
  await store.jobs.create(beginJob({ id, kind: "report", unit: province.id, year, parameters }, by, testNow));
  return runTask(flags, storage.env, "work", id);
}

try {
  for (const unit of all) await store.directory.putUnit(unit);
  const worked: number[] = [];
  for (const { year, count, lines } of sizes) {
    const campaign = buildCampaign({ id: `dot-${year}`, year, evaluatedOn: `${year}-12-20` });
    await store.directory.putCampaign(campaign);
    for (const frozen of freezeUnits(all, year)) await store.directory.putCampaignUnit(campaign.id, frozen);
    await putAll(table, figureItems(year, count, lines));
    await putAll(table, decisionItems(year, lines));
    await putAll(table, recognisedItems(year, count));
    const decisions = lines / linesOfDecision;
    const given = [province.id, String(year), String(decisions)];
    const read = await runTask(nodeFlags, storage.env, "library", ...given);
    if (read.done !== count + decisions + lines) throw new Error(`${read.done} items were read`);
    const made = await work(year, "make", nodeFlags);
    const record = await store.reports.get({ unit: province.id, from: String(year), to: String(year) });
    if (record?.made?.files.length !== 5) throw new Error("no report was kept");
    worked.push(made.processor);
    const what = `report of ${count.toLocaleString("en")} initiatives, ${lines.toLocaleString("en")} lines`;
    rows.push({
      what: `${what}, most memory of the process`,
      measured: `${round(made.peak, 0)} MB`,
      beside: `at most ${mostMegabytes} MB`,
      reached: made.peak <= mostMegabytes,
    });
    rows.push({
      what: `${what}, time`,
      measured: `${round(made.seconds)} s, the processor's ${round(made.processor)}`,
      beside: `${round(read.seconds)} s, the processor's ${round(read.processor)}, for a bare read; at most ${mostOfRead} times that`,
      reached: made.seconds <= mostOfRead * read.seconds,
    });
    // Verification needs memory for two models.
    const verified = await work(year, "verify", ["--max-semi-space-size=16"]);
    rows.push({
      what: `${what}, verified`,
      measured: `${round(verified.peak, 0)} MB, ${round(verified.seconds)} s, the processor's ${round(verified.processor)}`,
      beside: `at most ${functionMegabytes} MB, which the function has`,
      reached: verified.peak <= functionMegabytes,
    });
    console.log(rows.slice(-3));
  }
  const [quarter = 0, whole = 0] = worked;
  rows.push({
    what: "four times as many are",
    measured: `${round(whole / quarter, 2)} times the work`,
    beside: `at most ${mostGrowth}`,
    reached: whole / quarter <= mostGrowth,
  });
} finally {
  await storage.stop();
  await rm(folder, { recursive: true });
}
console.log(drawTable(rows));
if (rows.some(({ reached }) => reached === false)) process.exitCode = 1;
