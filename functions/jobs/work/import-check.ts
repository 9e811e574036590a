import {
  type DirectoryPlan,
  type DirectoryRows,
  type Founding,
  planDirectory,
} from "../../core/import/directory-plan.ts";
import { sheetsFor } from "../../core/import/plan.ts";
import type { RowFault, RowValues } from "../../core/sheets/sheet.ts";
import { type SheetName, sheetKinds, sheetNames } from "../../core/sheets/sheets.ts";
import { createFaultLog, type FaultLog } from "./fault-log.ts";
import { type Chunk, type Comparing, createComparison } from "./import-comparison.ts";
import { readRows, type WorkbookPart } from "./workbook-rows.ts";

/** How many rows a workbook may bring. */
const mostRows = 50_000;
/** How many rows are looked up, and kept, together. */
const chunkRows = 500;

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

interface Checking extends Comparing {
  /** What councils are founded with. */
  founding: Founding;
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
  const planned = planDirectory(directory, around, scope, checking.founding);
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
  if (titles.size === 0 && faults.count === 0)
    faults.add(sheetKinds.units.name, 1, { at: 0, code: "workbook.empty" });
  const outcome = { ...planned.outcome };
  for (const name of ["created", "changed", "unchanged"] as const) outcome[name] += compare.outcome[name];
  return { faults: rows > mostRows ? tooMany() : faults, plan: planned.plan, rows, chunks, outcome };
}

/** What is said of a workbook that was not read to its end: that alone. */
function tooMany(): FaultLog {
  const faults = createFaultLog();
  const fault = { at: 0, code: "workbook.tooManyRows", params: { most: mostRows } };
  faults.add(sheetKinds.register.name, 1, fault);
  return faults;
}

/** A row's record, and its faults: those of its cells, and those of its schema in other columns. */
function readRow(name: SheetName, values: RowValues, cellFaults: RowFault[]) {
  const read = sheetKinds[name].read(values);
  const at = new Set(cellFaults.map(({ column }) => column));
  const faults = [...cellFaults, ...read.faults.filter(({ column }) => !at.has(column))];
  return { record: faults.length === 0 ? read.record : null, faults };
}
