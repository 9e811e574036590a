import { canonicalJson } from "../../core/canonical.ts";
import { versionOf } from "../../core/declared-figure.ts";
import { catalogue, type DeclaredFigure } from "../../core/figure.ts";
import { type DirectoryPlan, type DirectoryRows, planDirectory } from "../../core/import/directory-plan.ts";
import { checkFigureRow, declareFigureRow } from "../../core/import/figure-row.ts";
import { checkPaperRow, registerPaperRow, registerYearOf } from "../../core/import/paper-row.ts";
import {
  checkUnitOf,
  type PlacedRow,
  type Scope,
  type Surroundings,
  sheetsFor,
} from "../../core/import/plan.ts";
import {
  type DocumentInitiativeRow,
  documentInitiativeRow,
} from "../../core/sheets/document-initiative-sheet.ts";
import type { FigureRow } from "../../core/sheets/figure-sheet.ts";
import type { PaperRow } from "../../core/sheets/register-sheet.ts";
import type { RowFault, RowValues } from "../../core/sheets/sheet.ts";
import { type SheetName, sheetKinds, sheetNames } from "../../core/sheets/sheets.ts";
import type { Store } from "../../store/store.ts";
import { createFaultLog, type FaultLog } from "./fault-log.ts";
import { readRows, type WorkbookPart } from "./workbook-rows.ts";

/** How many rows a workbook may bring. */
export const mostRows = 50_000;
/** How many rows are looked up, and kept, together. */
export const chunkRows = 500;

/** Rows in the order in which they are written, of one sheet. */
export type Chunk =
  | { sheet: "figures"; rows: PlacedRow<FigureRow>[] }
  | { sheet: "documentInitiatives"; rows: PlacedRow<DocumentInitiativeRow>[] }
  | { sheet: "register"; rows: PlacedRow<PaperRow>[] };
type BulkName = Chunk["sheet"];

const bulk: readonly BulkName[] = ["figures", "documentInitiatives", "register"];
const small = sheetNames.filter((name) => !(bulk as readonly SheetName[]).includes(name));

export interface Checked {
  faults: FaultLog;
  plan: DirectoryPlan;
  rows: number;
  chunks: number;
  outcome: { created: number; changed: number; unchanged: number };
}

interface Checking {
  store: Store;
  around: Surroundings;
  scope: Scope;
  now: string;
  /** Keeps a chunk of good rows; not called any more once there is a fault. */
  keep: (chunk: Chunk, n: number) => Promise<void>;
}

/**
 * Reads a workbook whole and says all that is wrong with it; nothing is written to the table. First the sheets that others name, then the
 * long ones, row by row. Throws `WorkbookFault`.
 */
export async function checkWorkbook(file: Uint8Array, checking: Checking): Promise<Checked> {
  const { scope, around } = checking;
  const faults = createFaultLog();
  const titles = new Map<SheetName, { title: string; places: ReadonlyMap<string, number> }>();
  const allowed = sheetsFor(scope);
  let rows = 0;
  const report = (sheet: SheetName, row: number, { column, code, params }: RowFault) => {
    const { title = sheetKinds[sheet].name, places } = titles.get(sheet) ?? {};
    faults.add(title, row, { at: places?.get(column) ?? 0, code, ...(params ? { params } : {}) });
  };
  /** Takes up what is not a row, and gives the record of one. */
  const take = <R>(part: WorkbookPart): { name: SheetName; row: number; record: R } | null => {
    if (part.kind === "sheet") {
      if (part.name && allowed && !allowed.includes(part.name))
        faults.add(part.title, 1, { at: 0, code: "sheet.notAllowed" });
      if (part.name) titles.set(part.name, part);
      return null;
    }
    if (part.kind === "fault") {
      const { at, code, params } = part;
      faults.add(part.title, part.row, params ? { at, code, params } : { at, code });
      return null;
    }
    rows++;
    const read = readRow(part.name, part.values, part.faults);
    for (const fault of read.faults) report(part.name, part.row, fault);
    return read.record ? { name: part.name, row: part.row, record: read.record as R } : null;
  };

  const directory: DirectoryRows = {
    units: [],
    documents: [],
    campaigns: [],
    councils: [],
    participants: [],
  };
  for await (const part of readRows(file, new Set(small))) {
    const found = take<never>(part);
    if (found) directory[found.name as keyof DirectoryRows].push(found);
    if (rows > mostRows) break;
  }
  const planned = planDirectory(directory, around, scope);
  for (const { sheet, row, ...fault } of planned.faults) report(sheet, row, fault);
  const compare = createComparison({ ...checking, around: planned.after }, report);
  let chunk: Chunk | null = null;
  let chunks = 0;
  const close = async () => {
    if (!chunk) return;
    await compare.look(chunk);
    if (faults.count === 0) await checking.keep(chunk, chunks++);
    chunk = null;
  };
  if (rows <= mostRows)
    for await (const part of readRows(file, new Set<SheetName>(bulk))) {
      // What the first reading said of other sheets is not said again.
      if (part.kind === "fault" && part.name === null) continue;
      const found = take<never>(part);
      if (rows > mostRows) break;
      if (!found) continue;
      const sheet = found.name as BulkName;
      const open = chunk as Chunk | null;
      if (open && (open.sheet !== sheet || open.rows.length === chunkRows)) await close();
      const current: Chunk = chunk ?? { sheet, rows: [] };
      current.rows.push(found);
      chunk = current;
    }
  await close();
  compare.end();
  if (rows > mostRows)
    faults.add(sheetKinds.register.name, 1, {
      at: 0,
      code: "workbook.tooManyRows",
      params: { most: mostRows },
    });
  else if (titles.size === 0 && faults.count === 0)
    faults.add(sheetKinds.units.name, 1, { at: 0, code: "workbook.empty" });
  const outcome = { ...planned.outcome };
  for (const name of ["created", "changed", "unchanged"] as const) outcome[name] += compare.outcome[name];
  return { faults, plan: planned.plan, rows, chunks, outcome };
}

/** A row's record, and its faults: those of its cells, and those of its schema in other columns. */
function readRow(name: SheetName, values: RowValues, cellFaults: RowFault[]) {
  const read = sheetKinds[name].read(values);
  const at = new Set(cellFaults.map(({ column }) => column));
  const faults = [...cellFaults, ...read.faults.filter(({ column }) => !at.has(column))];
  return { record: faults.length === 0 ? read.record : null, faults };
}

/** Holds the rows of long sheets against each other and against what is kept. */
function createComparison(
  { store, around, scope, now }: Omit<Checking, "keep">,
  report: (sheet: SheetName, row: number, fault: RowFault) => void,
) {
  const outcome = { created: 0, changed: 0, unchanged: 0 };
  const seen = new Set<string>();
  const registerKeys = new Map<string, Uint8Array | null>();
  const declared = new Map<string, Map<string, DeclaredFigure>>();
  const keysOf = new Map<string, Set<string>>();
  const parts: { row: number; unit: string; partOf: string[] }[] = [];
  const place = ({ unit, key, from, to }: FigureRow) => [unit, key, from, to].join("#");
  /** False where the same key stood in a row before. */
  const first = (sheet: SheetName, row: number, column: string, key: string) => {
    if (!seen.has(key)) return seen.add(key);
    report(sheet, row, { column, code: "row.twice" });
    return false;
  };

  const lookAtFigure = async (row: number, record: FigureRow) => {
    if (!first("figures", row, "key", place(record))) return;
    const faults = checkFigureRow(record, around, scope, new Set(record.partOf));
    for (const fault of faults) report("figures", row, fault);
    if (faults.length > 0) return;
    if (!declared.has(record.unit)) {
      const own = await store.figures.declaredOf(record.unit);
      declared.set(record.unit, new Map(own.map((each) => [place(each as unknown as FigureRow), each])));
      keysOf.set(record.unit, new Set(own.map(({ key }) => key)));
    }
    keysOf.get(record.unit)?.add(record.key);
    if (record.partOf.length > 0) parts.push({ row, unit: record.unit, partOf: record.partOf });
    const before = declared.get(record.unit)?.get(place(record)) ?? null;
    const after = declareFigureRow(record, before, null, "?");
    outcome[after === null ? "unchanged" : before && versionOf(before) ? "changed" : "created"]++;
  };

  const lookAtTitles = async (rows: PlacedRow<DocumentInitiativeRow>[]) => {
    const existing = await store.imports.existing(rows.map(({ record }) => record.id));
    for (const { row, record } of rows) {
      if (!first("documentInitiatives", row, "id", record.id)) continue;
      for (const fault of checkUnitOf(scope, around.units, record.unit))
        report("documentInitiatives", row, fault);
      if (!around.documents.has(record.source))
        report("documentInitiatives", row, {
          column: "source",
          code: "row.document.unknown",
          params: { id: record.source.slice(0, 60) },
        });
      const before = existing.get(record.id);
      const told = before?.origin === "document" ? documentInitiativeRow(before) : null;
      if (before && canonicalJson(told) !== canonicalJson(record))
        report("documentInitiatives", row, { column: "id", code: "row.differs" });
      else outcome[before ? "unchanged" : "created"]++;
    }
  };

  const lookAtPaper = async (rows: PlacedRow<PaperRow>[]) => {
    const known: { row: number; id: string; bodyHash: string }[] = [];
    for (const { row, record } of rows) {
      const faults = checkPaperRow(record, around, scope, now);
      for (const fault of faults) report("register", row, fault);
      const year = registerYearOf(record, around);
      if (faults.length > 0 || year === null) continue;
      const register = `${record.unit}#${year}`;
      if (!first("register", row, "key", `${register}#${record.key}`)) continue;
      if (!registerKeys.has(register))
        registerKeys.set(register, await store.imports.registerKey(record.unit, year));
      const registerKey = registerKeys.get(register);
      if (!registerKey) outcome.created++;
      else {
        const actor = { role: "import", staff: null } as const;
        const { initiative } = registerPaperRow(record, {
          around,
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

  return {
    outcome,
    async look(chunk: Chunk): Promise<void> {
      if (chunk.sheet === "register") await lookAtPaper(chunk.rows);
      else if (chunk.sheet === "documentInitiatives") await lookAtTitles(chunk.rows);
      else for (const { row, record } of chunk.rows) await lookAtFigure(row, record);
    },
    /** What only the last row shows: whether the wholes of figures are there. */
    end(): void {
      for (const { row, unit, partOf } of parts)
        for (const whole of partOf)
          if (!catalogue[whole] && !keysOf.get(unit)?.has(whole))
            report("figures", row, { column: "partOf", code: "figure.partOf.unknown" });
    },
  };
}
