import { dayOf } from "#core/base/calendar.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import { checkFigureDraft, checkFigureRow, declareFigureRow } from "#core/workbook/import/figure-row.ts";
import {
  type FigureIndex,
  indexFigures,
  type NamedFigure,
  resolveWholes,
} from "#core/workbook/import/figure-wholes.ts";
import {
  checkPaperDraft,
  checkPaperRow,
  registerPaperRow,
  registerYearOf,
} from "#core/workbook/import/paper-row.ts";
import { checkUnitOf, type ImportContext, type Scope, type SheetRow } from "#core/workbook/import/plan.ts";
import type { ActivityRow } from "#core/workbook/sheets/activity-sheet.ts";
import type { CommendationRow } from "#core/workbook/sheets/commendation-sheet.ts";
import type { DocumentInitiativeRow } from "#core/workbook/sheets/document-initiative-sheet.ts";
import type { FigureRow } from "#core/workbook/sheets/figure-sheet.ts";
import type { ModelRow } from "#core/workbook/sheets/model-sheet.ts";
import type { PaperRow } from "#core/workbook/sheets/register-sheet.ts";
import type { ReplicationRow } from "#core/workbook/sheets/replication-sheet.ts";
import type { ReportTextRow } from "#core/workbook/sheets/report-text-sheet.ts";
import type { RawRow, RowFault } from "#core/workbook/sheets/sheet.ts";
import type { SheetName } from "#core/workbook/sheets/sheets.ts";
import type { Store } from "../../store/store.ts";
import { createCommendationCheck } from "./commendations.ts";
import { createRecordRowCheck } from "./records.ts";
import { createReportTextCheck } from "./report-texts.ts";
import { createTitleCheck } from "./titles.ts";

export type Chunk =
  | { sheet: "figures"; rows: SheetRow<FigureRow>[] }
  | { sheet: "documentInitiatives"; rows: SheetRow<DocumentInitiativeRow>[] }
  | { sheet: "commendations"; rows: SheetRow<CommendationRow>[] }
  | { sheet: "activities"; rows: SheetRow<ActivityRow>[] }
  | { sheet: "models"; rows: SheetRow<ModelRow>[] }
  | { sheet: "replications"; rows: SheetRow<ReplicationRow>[] }
  | { sheet: "reportTexts"; rows: SheetRow<ReportTextRow>[] }
  | { sheet: "register"; rows: SheetRow<PaperRow>[] };

export interface Comparing {
  store: Store;
  context: ImportContext;
  scope: Scope;
  now: string;
  namedFigures: () => Promise<ReadonlyMap<string, NamedFigure[]>>;
}

export function createComparison(
  { store, context, scope, now, namedFigures }: Comparing,
  report: (sheet: SheetName, row: number, fault: RowFault) => void,
) {
  const outcome = { created: 0, changed: 0, unchanged: 0 };
  const seen = new Set<string>();
  const registerKeys = new Map<string, Uint8Array | null>();
  const declared = new Map<string, Map<string, DeclaredFigure>>();
  const wholesOf = new Map<string, FigureIndex>();
  const place = ({ unit, key, from, to }: FigureRow) => [unit, key, from, to].join("#");
  const first = (sheet: SheetName, row: number, column: string, key: string) => {
    if (!seen.has(key)) return seen.add(key);
    report(sheet, row, { column, code: "row.twice" });
    return false;
  };

  const declaredOf = async (unit: string) => {
    const known = declared.get(unit);
    if (known) return known;
    const own = new Map(
      (await store.figures.declaredOf(unit)).map((each) => [place(each as unknown as FigureRow), each]),
    );
    declared.set(unit, own);
    return own;
  };

  const wholesFor = async (unit: string, own: ReadonlyMap<string, DeclaredFigure>) => {
    const known = wholesOf.get(unit);
    if (known) return known;
    const index = indexFigures([...own.values(), ...((await namedFigures()).get(unit) ?? [])]);
    wholesOf.set(unit, index);
    return index;
  };

  const lookAtFigure = async (row: number, record: FigureRow) => {
    if (!first("figures", row, "key", place(record))) return;
    const own = await declaredOf(record.unit);
    if (record.partOf.length > 0) {
      const { keys, faults } = resolveWholes(record.partOf, await wholesFor(record.unit, own));
      for (const fault of faults) report("figures", row, fault);
      if (faults.length > 0) return;
      record.partOf = keys;
    }
    const before = own.get(place(record)) ?? null;
    const after = declareFigureRow(record, before, null, "?");
    const faults = checkFigureRow(record, context, scope, new Set(record.partOf), dayOf(now));
    // Rules for new rows do not apply to stored figures.
    const told = after === null ? faults.filter(({ column }) => column === "unit") : faults;
    for (const fault of told) report("figures", row, fault);
    if (told.length > 0) return;
    outcome[after === null ? "unchanged" : before ? "changed" : "created"]++;
  };

  const awards = createCommendationCheck({
    store,
    context,
    scope,
    today: dayOf(now),
    report: (row, fault) => report("commendations", row, fault),
    outcome,
  });

  const records = createRecordRowCheck({ store, context, scope, now, report, outcome });
  const checkText = createReportTextCheck({ store, context, scope }, outcome);
  const titles = createTitleCheck({ store, context, scope, first, report, outcome });
  const lookAtText = async (row: SheetRow<ReportTextRow>) => {
    const { unit, from, to, section } = row.record;
    if (!first("reportTexts", row.row, "section", `text#${unit}#${from}#${to}#${section}`)) return;
    for (const fault of await checkText(row)) report("reportTexts", row.row, fault);
  };

  const lookAtPaper = async (rows: SheetRow<PaperRow>[]) => {
    const known: { row: number; id: string; bodyHash: string }[] = [];
    for (const { row, record } of rows) {
      const told = checkPaperDraft(record, context, scope, now);
      const faults = told.length > 0 ? told : checkPaperRow(record, context);
      for (const fault of faults) report("register", row, fault);
      const year = registerYearOf(record, context);
      const isFirst = firstInRegister(row, record, year);
      if (faults.length > 0 || year === null || !isFirst) continue;
      const register = `${record.unit}#${year}`;
      if (!registerKeys.has(register))
        registerKeys.set(register, await store.imports.registerKey(record.unit, year));
      const registerKey = registerKeys.get(register);
      if (!registerKey) outcome.created++;
      else {
        const actor = { role: "import", staff: null } as const;
        const { initiative } = registerPaperRow(record, {
          context,
          registerKey,
          actor,
          salt: () => registerKey,
        });
        known.push({ row, id: initiative.id, bodyHash: initiative.bodyHash });
      }
    }
    const existing = await store.imports.existing(known.map(({ id }) => id));
    for (const { row, id, bodyHash } of known) {
      const before = existing.get(id);
      if (before && (before.origin !== "application" || before.bodyHash !== bodyHash))
        report("register", row, { column: "key", code: "row.differs" });
      else outcome[before ? "unchanged" : "created"]++;
    }
  };

  const firstInRegister = (row: number, { unit, key }: RawRow, year: number | null) =>
    first("register", row, "key", `register#${unit}#${year}#${key}`);

  const lookAtDraft = (sheet: Chunk["sheet"], row: number, draft: RawRow): RowFault[] => {
    if (sheet === "register") {
      if (draft.key) firstInRegister(row, draft, registerYearOf(draft as unknown as PaperRow, context));
      return checkPaperDraft(draft, context, scope, now);
    }
    if (sheet === "figures") {
      first("figures", row, "key", place(draft as unknown as FigureRow));
      return checkFigureDraft(draft, context, scope);
    }
    if (sheet === "activities" || sheet === "models" || sheet === "replications")
      return records.lookAtDraft(sheet, draft);
    if (sheet === "reportTexts")
      return typeof draft.unit === "string" && draft.unit
        ? checkUnitOf(scope, context.units, draft.unit)
        : [];
    if (sheet === "commendations") {
      const { unit } = draft as Partial<CommendationRow>;
      return unit ? checkUnitOf(scope, context.units, unit) : [];
    }
    if (draft.id) first("documentInitiatives", row, "id", String(draft.id));
    const { unit, source } = draft as Partial<DocumentInitiativeRow>;
    return [
      ...(unit ? checkUnitOf(scope, context.units, unit) : []),
      ...(source && !context.documents.has(source)
        ? [{ column: "source", code: "row.document.unknown", params: { id: source.slice(0, 60) } }]
        : []),
    ];
  };

  return {
    outcome,
    lookAtDraft,
    async look(chunk: Chunk): Promise<void> {
      if (chunk.sheet === "register") await lookAtPaper(chunk.rows);
      else if (chunk.sheet === "documentInitiatives") await titles(chunk.rows);
      else if (chunk.sheet === "reportTexts") for (const row of chunk.rows) await lookAtText(row);
      else if (chunk.sheet === "commendations") {
        const fresh: SheetRow<CommendationRow>[] = [];
        for (const row of chunk.rows) if (await awards.look(row)) fresh.push(row);
        chunk.rows = fresh;
      } else if (chunk.sheet === "activities")
        for (const row of chunk.rows) await records.look("activities", row);
      else if (chunk.sheet === "models") for (const row of chunk.rows) await records.look("models", row);
      else if (chunk.sheet === "replications")
        for (const row of chunk.rows) await records.look("replications", row);
      else for (const { row, record } of chunk.rows) await lookAtFigure(row, record);
    },
    async end(): Promise<void> {
      awards.end();
      await records.end();
    },
  };
}
