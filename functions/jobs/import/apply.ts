import { dayOf, writeDay } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import type { Actor } from "#core/initiatives/history.ts";
import type { Job } from "#core/jobs/job.ts";
import { type Council, canSitOn, findCouncil } from "#core/units/council.ts";
import { pathOf } from "#core/units/unit.ts";
import type { DirectoryPlan } from "#core/workbook/import/directory-plan.ts";
import { declareFigureRow } from "#core/workbook/import/figure-row.ts";
import { acceptPaperRow, registerPaperRow, registerYearOf } from "#core/workbook/import/paper-row.ts";
import type { ImportContext } from "#core/workbook/import/plan.ts";
import { documentInitiative } from "#core/workbook/sheets/document-initiative-sheet.ts";
import type { FigureRow } from "#core/workbook/sheets/figure-sheet.ts";
import type { PaperRow } from "#core/workbook/sheets/register-sheet.ts";
import type { ImportedRow } from "../../store/imports.ts";
import type { Store } from "../../store/store.ts";
import { retryOnConflict } from "../../store/table.ts";
import { enterCommendations } from "./commendations.ts";
import type { Chunk } from "./comparison.ts";
import { enterRecordRow } from "./records.ts";
import { writeReportTexts } from "./report-texts.ts";

interface ApplyDeps {
  store: Store;
  clock: () => string;
  random: (count: number) => Uint8Array;
}

/** Each row writes two items; a transaction allows a hundred. */
const rowsAtOnce = 25;
const writesAtOnce = 8;
const attempts = 8;

export async function readImportContext(directory: Store["directory"]): Promise<ImportContext> {
  const [units, councils, documents, campaigns] = await Promise.all([
    directory.units(),
    directory.councils(),
    directory.documents(),
    directory.campaigns(),
  ]);
  const campaignUnits = new Map(
    await Promise.all(campaigns.map(async ({ id }) => [id, await directory.campaignUnits(id)] as const)),
  );
  // After a campaign opens, its frozen tree defines which units receive applications.
  const whole = campaigns.map((campaign) => {
    const frozen = [...(campaignUnits.get(campaign.id)?.values() ?? [])];
    const receives = frozen.filter((unit) => unit.receives).map(({ id }) => id);
    return campaign.state === "draft" ? campaign : { ...campaign, receives };
  });
  return {
    units,
    councils,
    documents,
    campaigns: new Map(whole.map((each) => [each.id, each])),
    campaignUnits,
  };
}

/** Writes items before the items that refer to them. Idempotent. */
export async function applyDirectory(
  { store, clock }: ApplyDeps,
  job: Job,
  plan: DirectoryPlan,
): Promise<void> {
  await store.units.enter(plan.units);
  await keepCouncils(store, plan.councils, dayOf(clock()));
  await each(plan.documents, (document) => store.campaigns.addDocument(document));
  for (const { campaign, units } of plan.campaigns) {
    if (await store.campaigns.now(campaign.id)) continue;
    await store.campaigns.freeze(campaign.id, units);
    const by = { id: job.requestedBy ?? "", name: "" };
    const entry = { n: campaign.version, at: clock(), by, did: "create", changed: [] } as const;
    await store.campaigns.save({
      before: null,
      after: { ...campaign, receives: campaign.state === "draft" ? campaign.receives : [] },
      entry: { ...entry, changed: [] },
      over: null,
      figures: [],
    });
  }
}

/** Skips councils that an earlier run saved. Throws `version.conflict` if another council has the name. */
async function keepCouncils(store: Store, planned: readonly Council[], today: string): Promise<void> {
  if (planned.length === 0) return;
  const units = await store.units.now();
  const councils = new Map(await store.councils.now());
  for (const council of planned) {
    if (councils.has(council.id)) continue;
    const context = { units, councils, today };
    if (canSitOn(council, units, today) && findCouncil(context, council.unit, council.name))
      throw new Problem("version.conflict");
    await store.councils.save(null, council, councils);
    councils.set(council.id, council);
  }
}

export async function applyChunk(
  deps: ApplyDeps,
  job: Job,
  chunk: Chunk,
  context: ImportContext,
): Promise<void> {
  const { store } = deps;
  if (chunk.sheet === "figures") await each(chunk.rows, ({ record }) => writeFigure(deps, job, record));
  else if (chunk.sheet === "documentInitiatives")
    await each(chunk.rows, ({ record }) =>
      store.initiatives.create(documentInitiative(record, pathOf(context.units, record.unit))),
    );
  else if (chunk.sheet === "reportTexts") {
    const rows = chunk.rows.map(({ record }) => record);
    await writeReportTexts({ ...deps, attempts }, job, rows);
  } else if (chunk.sheet === "commendations") {
    const rows = chunk.rows.map(({ record }) => record);
    await enterCommendations(deps, job, rows, context);
  } else if (chunk.sheet === "activities")
    await each(chunk.rows, ({ record }) => enterRecordRow(deps, job, "activities", record, context));
  else if (chunk.sheet === "models")
    await each(chunk.rows, ({ record }) => enterRecordRow(deps, job, "models", record, context));
  else if (chunk.sheet === "replications")
    await each(chunk.rows, ({ record }) => enterRecordRow(deps, job, "replications", record, context));
  else {
    const rows = chunk.rows.map(({ record }) => record);
    const registers = Map.groupBy(rows, (row) => `${row.unit}#${registerYearOf(row, context)}`);
    for (const own of registers.values()) await enterRows(deps, job, own, context);
  }
}

async function writeFigure({ store, clock }: ApplyDeps, job: Job, row: FigureRow): Promise<void> {
  const author = job.requestedBy === null ? null : { staff: job.requestedBy, name: "", at: job.requestedAt };
  const why = `Nhập từ bảng tính ngày ${writeDay(dayOf(clock()))}`;
  await retryOnConflict(attempts, async () => {
    const before = await store.figures.declared(row);
    const after = declareFigureRow(row, before, author, why);
    if (after) await store.figures.saveDeclared(after, before);
  });
}

async function enterRows(deps: ApplyDeps, job: Job, rows: PaperRow[], context: ImportContext): Promise<void> {
  const { store, random } = deps;
  const [{ unit } = { unit: "" }] = rows;
  const year = (rows[0] && registerYearOf(rows[0], context)) ?? 0;
  const registerKey = await store.imports.keepRegisterKey(unit, year, random(32));
  const actor: Actor = { role: "import", staff: job.requestedBy };
  const salt = () => random(16);
  const made = rows.map((row) => ({
    row,
    ...registerPaperRow(row, { context, registerKey, actor, salt }),
  }));
  for (let at = 0; at < made.length; at += rowsAtOnce) {
    const own = made.slice(at, at + rowsAtOnce);
    // A conflict means that the number was taken or another worker wrote the same rows.
    await retryOnConflict(attempts, async () => {
      const existing = await store.imports.existing(own.map(({ initiative }) => initiative.id));
      const fresh = own.filter(({ initiative }) => !existing.has(initiative.id));
      const last = (await store.initiatives.nextNumber(unit, year)) - 1;
      let taken = 0;
      const imported = fresh.map(({ row, initiative, campaign }): ImportedRow => {
        if (row.acceptedOn === null) return { initiative, events: [] };
        const { acceptedOn } = row;
        const accepted = acceptPaperRow({ ...row, acceptedOn }, { initiative, campaign }, last + ++taken, {
          actor,
          salt,
        });
        const { event, openings } = accepted;
        return { initiative: accepted.initiative, events: [{ event, openings }] };
      });
      if (imported.length > 0) await store.imports.createRows(imported, { unit, year, last, taken });
    });
  }
}

async function each<T>(list: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < list.length; at += writesAtOnce)
    await Promise.all(list.slice(at, at + writesAtOnce).map(run));
}
