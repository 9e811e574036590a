import {
  type DirectoryPlan,
  type DirectoryRows,
  type NewCouncilContext,
  planDirectory,
} from "#core/workbook/import/directory-plan.ts";
import type { NamedFigure } from "#core/workbook/import/figure-wholes.ts";
import { type SheetRow, sheetsFor } from "#core/workbook/import/plan.ts";
import { nameFigure } from "#core/workbook/sheets/figure-sheet.ts";
import type { RawRow, RowFault, RowValues } from "#core/workbook/sheets/sheet.ts";
import { type SheetName, sheetDefinitions, sheetNames } from "#core/workbook/sheets/sheets.ts";
import { type Chunk, type Comparing, createComparison } from "./comparison.ts";
import { createFaultLog, type FaultLog } from "./fault-log.ts";
import { type RecordSheet, recordSheets } from "./records.ts";
import { readRows, type WorkbookPart } from "./workbook-rows.ts";

const mostRows = 50_000;
const chunkRows = 500;

type BulkName = Chunk["sheet"];

const recordSheetNames = Object.keys(recordSheets) as RecordSheet[];

const bulk: readonly BulkName[] = [
  "figures",
  "documentInitiatives",
  "commendations",
  ...recordSheetNames,
  "reportTexts",
  "register",
];
const small = sheetNames.filter((name) => !(bulk as readonly SheetName[]).includes(name));

export interface Checked {
  faults: FaultLog;
  plan: DirectoryPlan;
  rows: number;
  chunks: number;
  outcome: { created: number; changed: number; unchanged: number };
}

interface Checking extends Omit<Comparing, "namedFigures"> {
  founding: NewCouncilContext;
  /** Stores a chunk of valid rows; not called after the first fault. */
  keep: (chunk: Chunk, n: number) => Promise<void>;
}

/** Throws `WorkbookFault`. */
export async function checkWorkbook(file: Uint8Array, checking: Checking): Promise<Checked> {
  const { scope, context } = checking;
  const faults = createFaultLog();
  const titles = new Map<SheetName, { title: string; places: ReadonlyMap<string, number> }>();
  const allowed = sheetsFor(scope);
  const changing = new Set<SheetName>();
  let rows = 0;
  const report = (sheet: SheetName, row: number, { column, code, params }: RowFault) => {
    const { title = sheetDefinitions[sheet].name, places } = titles.get(sheet) ?? {};
    faults.add(title, row, { at: places?.get(column) ?? 0, code, ...(params ? { params } : {}) });
  };
  const atFault: Record<string, Set<string>> = {
    "row.unit.unknown": new Set(),
    "row.document.unknown": new Set(),
    "row.campaign.notHere": new Set(),
  };
  const unknownAs: Partial<Record<SheetName, string>> = {
    units: "row.unit.unknown",
    documents: "row.document.unknown",
    campaigns: "row.campaign.notHere",
  };
  /** True for a reference to an invalid row, which has its own fault. */
  const isToldThere = ({ code, params }: RowFault) => atFault[code]?.has(String(params?.id)) ?? false;

  const take = <R>(part: WorkbookPart): Taken<R> | null => {
    if (part.kind === "sheet") {
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
    const { name, row } = part;
    if (read.record) return { name, row, record: read.record as R };
    changing.add(name);
    atFault[unknownAs[name] ?? ""]?.add(String((read.draft as RawRow).id ?? ""));
    const columns = new Set(read.faults.map(({ column }) => column));
    return { name, row, record: null, draft: read.draft, columns };
  };

  const named: Taken<{ id: string }>[] = [];
  const directory: DirectoryRows = {
    units: [],
    documents: [],
    campaigns: [],
    councils: [],
    participants: [],
  };
  for await (const part of readRows(file, new Set(small))) {
    const found = take<{ id: string }>(part);
    if (found?.record)
      directory[found.name as keyof DirectoryRows].push(found as SheetRow<unknown> as SheetRow<never>);
    if (found && found.name in unknownAs) named.push(found);
    if (rows > mostRows) break;
  }
  const planned = planDirectory(directory, context, scope, checking.founding);
  for (const name of directorySheets) if (planned.plan[name].length > 0) changing.add(name);
  for (const { sheet, row, ...fault } of planned.faults) if (!isToldThere(fault)) report(sheet, row, fault);
  for (const { name, row } of repeated(named)) report(name, row, { column: "id", code: "row.twice" });
  let names: ReturnType<typeof readNamedFigures> | null = null;
  const namedFigures = () => (names ??= readNamedFigures(file));
  const compare = createComparison(
    { ...checking, context: planned.after, namedFigures },
    (sheet, row, fault) => {
      if (!isToldThere(fault)) report(sheet, row, fault);
    },
  );
  let chunk: Chunk | null = null;
  let chunks = 0;
  const close = async () => {
    if (!chunk) return;
    const { sheet } = chunk;
    const before = countChanges(compare.outcome);
    await compare.look(chunk);
    if (countChanges(compare.outcome) > before) changing.add(sheet);
    if (faults.count === 0) await checking.keep(chunk, chunks++);
    chunk = null;
  };
  if (rows <= mostRows)
    for await (const part of readRows(file, new Set<SheetName>(bulk))) {
      if (part.kind === "fault" && part.name === null) continue;
      const found = take<never>(part);
      if (rows > mostRows) break;
      if (!found) continue;
      const sheet = found.name as BulkName;
      if (!found.record) {
        for (const fault of compare.lookAtDraft(sheet, found.row, found.draft))
          if (!found.columns.has(fault.column) && !isToldThere(fault)) report(sheet, found.row, fault);
        continue;
      }
      const open = chunk as Chunk | null;
      if (open && (open.sheet !== sheet || open.rows.length === chunkRows)) await close();
      const current: Chunk = chunk ?? { sheet, rows: [] };
      current.rows.push(found);
      chunk = current;
    }
  await close();
  await compare.end();
  // A user may send an unchanged export back.
  for (const [name, { title }] of titles)
    if (allowed && !allowed.includes(name) && (changing.has(name) || rows === 0))
      faults.add(title, 1, { at: 0, code: "sheet.notAllowed" });
  if (titles.size === 0 && faults.count === 0)
    faults.add(sheetDefinitions.units.name, 1, { at: 0, code: "workbook.empty" });
  const outcome = { ...planned.outcome };
  for (const name of ["created", "changed", "unchanged"] as const) outcome[name] += compare.outcome[name];
  return { faults: rows > mostRows ? tooMany() : faults, plan: planned.plan, rows, chunks, outcome };
}

const directorySheets = ["units", "documents", "campaigns", "councils"] as const;

const countChanges = ({ created, changed }: Checked["outcome"]): number => created + changed;

type Taken<R> =
  | { name: SheetName; row: number; record: R }
  | { name: SheetName; row: number; record: null; draft: RawRow; columns: ReadonlySet<string> };

function repeated(rows: readonly Taken<{ id: string }>[]): { name: SheetName; row: number }[] {
  const seen = new Map<string, boolean>();
  return rows.flatMap((taken) => {
    const id = taken.record ? taken.record.id : String(taken.draft.id ?? "");
    const key = `${taken.name}#${id}`;
    const isGood = taken.record !== null;
    const before = seen.get(key);
    seen.set(key, (before ?? true) && isGood);
    return id !== "" && before !== undefined && !(before && isGood) ? [taken] : [];
  });
}

/** Reads the names of all figures first, because a row may refer to a later row. */
async function readNamedFigures(file: Uint8Array): Promise<ReadonlyMap<string, NamedFigure[]>> {
  const named = new Map<string, NamedFigure[]>();
  for await (const part of readRows(file, new Set<SheetName>(["figures"]))) {
    if (part.kind !== "row") continue;
    const { unit, ...figure } = nameFigure(part.values);
    const own = named.get(unit) ?? [];
    own.push(figure);
    named.set(unit, own);
  }
  return named;
}

function tooMany(): FaultLog {
  const faults = createFaultLog();
  const fault = { at: 0, code: "workbook.tooManyRows", params: { most: mostRows } };
  faults.add(sheetDefinitions.register.name, 1, fault);
  return faults;
}

function readRow(name: SheetName, values: RowValues, cellFaults: RowFault[]) {
  const read = sheetDefinitions[name].read(values);
  const at = new Set(cellFaults.map(({ column }) => column));
  const faults = [...cellFaults, ...read.faults.filter(({ column }) => !at.has(column))];
  if (read.record && faults.length === 0) return { record: read.record, faults };
  return { record: null, faults, draft: read.record ?? read.draft };
}
