import fc from "fast-check";
import { expect, it } from "vitest";
import { outreachForms } from "#core/activities/activity.ts";
import { enterModel, parseModel } from "#core/activities/model.ts";
import { enterReplication, parseReplication } from "#core/activities/replication.ts";
import { answerReplication, confirmReplication } from "#core/activities/replication-steps.ts";
import { addModelCheck, parseModelCheck } from "#core/activities/yearly-check.ts";
import { addDays } from "#core/base/calendar.ts";
import { cleanLine, cleanProse } from "#core/base/text.ts";
import { eraseLines } from "#core/commendation/erasure.ts";
import { cancelCommendation, withdrawCommendation } from "#core/commendation/lifecycle.ts";
import { cancelLine } from "#core/commendation/lines.ts";
import { declareFigure, parseDeclared } from "#core/figures/declared-figure.ts";
import { figureSections } from "#core/figures/section.ts";
import { beginReport, writeTexts } from "#core/report/lifecycle.ts";
import type { StaffRole } from "#core/staff/access.ts";
import { documentInitiative } from "#core/workbook/sheets/document-initiative-sheet.ts";
import { writeWorkbook } from "../../functions/documents/spreadsheet/workbook-writer.ts";
import { readImportContext } from "../../functions/jobs/import/apply.ts";
import { bundleUnit } from "../../functions/jobs/workbook/bundle.ts";
import type { Store } from "../../functions/store/store.ts";
import { runImport } from "../../operations/data/run-import.ts";
import {
  activityForm,
  buildActivity,
  drawRecordId,
  keepActivity,
  modelForm,
  originOfModel,
  recordContext,
  replicationForm,
} from "../support/activities.ts";
import { keepCommendation, lineForm, stepAt } from "../support/commendations.ts";
import { declaredForm } from "../support/declared.ts";
import { createTestTable } from "../support/table.ts";
import { commune, neighbour, province, seedDirectory, testNow } from "../support/units.ts";

const { store } = await createTestTable(() => testNow);
const empty = await createTestTable(() => testNow);
const context = recordContext();
const clock = () => testNow;

const signs = ["a", "Đ", "ế", " ", "\n", "|", "\\", "↵", ";", "=", "'", '"', "<", "&", "1", "(", ")", "👍🏽"];
const signsOf = (clean: (text: string) => string) =>
  fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((found) => clean(found.join("")));
const prose = signsOf(cleanProse);
const line = signsOf(cleanLine);
const name = line.map((text) => cleanLine(`Tên ${text}`));
const bound = fc.constantFrom(null, "2025", "2025-03-01");

const activities = fc.record({
  kind: fc.constant("outreach" as const),
  title: name,
  content: prose,
  forms: fc.subarray([...outreachForms], { minLength: 1 }),
  audience: line,
  participants: fc.option(fc.nat(10_000)),
  note: prose,
});
const checks = fc.uniqueArray(
  fc.record({ year: fc.constantFrom(2024, 2025), maintained: fc.boolean(), by: name, note: prose }),
  { maxLength: 2, selector: ({ year }) => year },
);
const models = fc.record({
  form: fc.record({
    ...{ name, type: line, area: line, managers: line, note: prose, foundingNumber: line },
    rules: fc.option(fc.boolean()),
    householdsSigned: fc.option(fc.nat(100)),
  }),
  checks,
});
const replications = fc.record({
  form: fc.record({ description: name, effect: prose, note: prose }),
  confirmed: fc.boolean(),
  answers: fc.array(fc.record({ applied: fc.boolean(), note: prose }), { maxLength: 3 }),
});
const lines = fc.array(
  fc.record({
    recipientKind: fc.constantFrom("individual" as const, "household" as const),
    name,
    birthYear: fc.option(fc.integer({ min: 1950, max: 2000 })),
    position: line,
    workplace: line,
    achievement: prose,
    from: bound,
    to: fc.constant(null),
    note: line,
    money: fc.option(fc.nat(1_000_000)),
    leader: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);
const commendations = fc.record({
  lines,
  subject: name,
  occasion: line,
  articles: prose,
  state: fc.constantFrom("proposed", "issued", "cancelled", "withdrawn"),
  erased: fc.boolean(),
  oneCancelled: fc.boolean(),
});
const figures = fc.record({
  value: fc.option(fc.oneof(fc.nat(1_000_000), fc.constant(0.004), fc.constant(12.345))),
  label: name,
  note: prose,
  section: fc.option(fc.constantFrom(...figureSections)),
  place: fc.option(fc.nat(99)),
});
const everything = fc.record({
  activities: fc.array(activities, { maxLength: 2 }),
  models: fc.array(models, { maxLength: 2 }),
  replications: fc.array(replications, { maxLength: 2 }),
  commendations: fc.array(commendations, { maxLength: 2 }),
  figures: fc.array(figures, { maxLength: 2 }),
  text: name,
});
type Everything = typeof everything extends fc.Arbitrary<infer T> ? T : never;

async function keepModel({
  form,
  checks: told,
}: {
  form: object;
  checks: Everything["models"][number]["checks"];
}) {
  const head = { id: drawRecordId(), unit: commune.id };
  const around = { ...context, origin: null };
  const input = modelForm({ ...form, launchedOn: "2024-03-10", foundedOn: "2024-02-01" });
  let written = enterModel(parseModel(input, head, around, null), head, around);
  await store.activities.save("model", written, null);
  for (const check of told) {
    const on = `${check.year}-12-20`;
    const next = addModelCheck(
      written.record,
      parseModelCheck({ ...check, on }, written.record, context),
      context,
    );
    if (!next) continue;
    await store.activities.save("model", next, written.record);
    written = next;
  }
  return written.record;
}

async function keepReplication({ form, confirmed, answers }: Everything["replications"][number]) {
  const origin = await keepModel({ form: {}, checks: [] });
  const head = { id: drawRecordId(), unit: neighbour.id };
  const around = { ...context, origin: originOfModel(origin) };
  const input = replicationForm({ kind: "model", id: origin.id }, form);
  let written = enterReplication(parseReplication(input, head, around, null), head, around);
  await store.activities.save("replication", written, null);
  let on = written.record.startedOn;
  const steps = [
    (record: typeof written.record) => (confirmed ? confirmReplication(record, context) : null),
    ...answers.map((answer) => (record: typeof written.record) => {
      if (record.answers.at(-1)?.applied === false) return null;
      on = addDays(on, 3);
      return answerReplication(record, { ...answer, on }, context);
    }),
  ];
  for (const step of steps) {
    const next = step(written.record);
    if (!next) continue;
    await store.activities.save("replication", next, written.record);
    written = next;
  }
}

let issuedSoFar = 0;

async function keepDecision({
  lines: told,
  state,
  erased,
  oneCancelled,
  ...form
}: Everything["commendations"][number]) {
  const isIssued = state === "issued" || state === "cancelled";
  const kept = await keepCommendation(store, {
    form,
    lines: told.map((each) => lineForm({ ...each, sex: null })),
    issued: isIssued ? { number: `${++issuedSoFar}/QĐ-UBND`, signedOn: "2026-06-01" } : null,
  });
  const { commendations: decisions } = store;
  const log = await Array.fromAsync(decisions.log(kept.id));
  const all = await Array.fromAsync(decisions.lines(kept.id));
  const erasure = erased ? eraseLines(kept, all, [1], stepAt(), { log }) : null;
  if (erasure) await decisions.save(erasure);
  const cancellation = {
    ground: "laterFinding",
    reason: "Kết luận",
    on: "2026-06-10",
    moneyToRecover: null,
  } as const;
  let before = erasure?.after ?? kept;
  if (isIssued && oneCancelled) {
    const now = await Array.fromAsync(decisions.lines(kept.id));
    const write = cancelLine(before, now, { n: 1, form: cancellation }, stepAt());
    await decisions.save(write);
    before = write.after;
  }
  if (state === "cancelled") await decisions.save(cancelCommendation(before, cancellation, stepAt()));
  if (state === "withdrawn")
    await decisions.save(withdrawCommendation(before, { reason: "Trùng" }, stepAt()));
}

async function keepAll(given: Everything) {
  for (const form of given.activities) await keepActivity(store, buildActivity(activityForm(form)));
  for (const model of given.models) await keepModel(model);
  for (const replication of given.replications) await keepReplication(replication);
  for (const decision of given.commendations) await keepDecision(decision);
  for (const figure of given.figures) {
    const form = declaredForm({ ...figure, from: "2025", to: "2025", why: "Sửa" });
    const known = { documents: new Set<string>(), wholes: new Set<string>(), today: "2026-06-15" };
    const place = parseDeclared(form, known);
    const before = await store.figures.declared({ unit: commune.id, ...place });
    const after = declareFigure(commune.id, place, before, { staff: "", name: "", at: testNow });
    if (after) await store.figures.saveDeclared(after, before);
  }
  const period = { unit: commune.id, from: "2025", to: "2025" };
  const report = (await store.reports.get(period)) ?? beginReport(commune.id, period, null, null);
  if (report.texts.launch !== given.text)
    await store.reports.save(writeTexts(report, { ...report.texts, launch: given.text }, stepAt()));
}

async function takeOut(from: Store, unit: string | null) {
  const sheets = bundleUnit(from, await readImportContext(from.directory), unit);
  const filled = await Promise.all(
    sheets.map(async ({ sheet, rows }) => ({ sheet, rows: await Array.fromAsync(rows as Iterable<never>) })),
  );
  const parts = await Array.fromAsync(writeWorkbook(filled), (part) => new Uint8Array(part));
  const file = new Uint8Array(await new Blob(parts).arrayBuffer());
  return { rows: Object.fromEntries(filled.map(({ sheet, rows }) => [sheet.name, rows])), file };
}

const document = {
  id: "cong-van-1",
  unit: null,
  type: "Công văn",
  symbol: "592/MTTQ-BTT",
  issuedOn: "2021-03-15",
  issuer: "Ủy ban MTTQ",
  subject: "Báo cáo",
  cites: [],
};
const title: Parameters<typeof documentInitiative>[0] = {
  ...{ id: "xa-suoi-mo--2020-01", unit: commune.id, year: 2020, system: "front", organisation: "Hội Phụ nữ" },
  ...{
    title: "Phần mềm",
    titleAsPublished: "Phần mền",
    remark: "In nhầm; đã chữa",
    level: "district",
    source: document.id,
  },
};

it("whatever a unit takes out comes in again unchanged, by whoever took it out, and makes the same records elsewhere", async () => {
  await seedDirectory(store);
  await store.campaigns.addDocument(document);
  await store.initiatives.create(documentInitiative(title, [commune.id, province.id]));
  const senders: [string | null, StaffRole][] = [
    [commune.id, "reviewer"],
    [neighbour.id, "reviewer"],
    [province.id, "administrator"],
    [null, "administrator"],
  ];
  await fc.assert(
    fc.asyncProperty(everything, async (given) => {
      await keepAll(given);
      for (const [unit, role] of senders) {
        const { file } = await takeOut(store, unit);
        const { job } = await runImport(store, file, { unit, role, clock });
        expect(job.errors, `${unit} ${role}`).toEqual([]);
        expect(job).toMatchObject({ state: "done", outcome: { created: 0, changed: 0 } });
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
  const before = await takeOut(store, null);
  const { job } = await runImport(empty.store, before.file, { clock });
  expect(job.errors).toEqual([]);
  const after = await takeOut(empty.store, null);
  for (const [sheet, rows] of Object.entries(before.rows))
    expect(textOf(after.rows[sheet] ?? []), sheet).toEqual(textOf(rows));
}, 120_000);

const textOf = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();
