import { canonicalJson } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { enterCommendation } from "#core/commendation/lifecycle.ts";
import { type CommendationLine, linesAtOnce, mostLines } from "#core/commendation/line.ts";
import { enterLines } from "#core/commendation/lines.ts";
import { foldNumber, isSameAct } from "#core/commendation/same-number.ts";
import type { Job } from "#core/jobs/job.ts";
import { rootsOf } from "#core/units/tree.ts";
import { pathOf } from "#core/units/unit.ts";
import {
  checkCommendationRow,
  commendationIdOf,
  decisionOfRow,
  isEnteredTwice,
  isSameDecision,
  lineOfRow,
} from "#core/workbook/import/commendation-row.ts";
import type { ImportContext, Scope, SheetRow } from "#core/workbook/import/plan.ts";
import { type CommendationRow, writeCommendationRow } from "#core/workbook/sheets/commendation-sheet.ts";
import type { RowFault } from "#core/workbook/sheets/sheet.ts";
import type { Store } from "../../store/store.ts";
import { retryOnConflict } from "../../store/table.ts";

interface Seen {
  first: SheetRow<CommendationRow>;
  rows: number;
  kept: { decision: CommendationDecision; lines: CommendationLine[] } | null;
}

interface Looking {
  store: Store;
  context: ImportContext;
  scope: Scope;
  today: string;
  report: (row: number, fault: RowFault) => void;
  outcome: { created: number; unchanged: number };
}

export function createCommendationCheck({ store, context, scope, today, report, outcome }: Looking) {
  const decisions = new Map<string, Seen>();
  const byNumber = new Map<string, CommendationRow[]>();

  const find = async (sheetRow: SheetRow<CommendationRow>): Promise<Seen> => {
    const id = commendationIdOf(sheetRow.record);
    const known = decisions.get(id);
    if (known) return known;
    const decision = await store.commendations.get(id);
    const lines = decision ? await Array.fromAsync(store.commendations.lines(id)) : [];
    const seen = { first: sheetRow, rows: 0, kept: decision && { decision, lines } };
    if ((await isKnownNumber(sheetRow.record)) && !decision)
      report(sheetRow.row, { column: "number", code: "row.commendation.twice" });
    decisions.set(id, seen);
    return seen;
  };

  /** True if the sheet or the table contains another decision of the same body, number and day. */
  const isKnownNumber = async (record: CommendationRow): Promise<boolean> => {
    const { unit, state, number, signedOn } = record;
    if (state !== "issued" || number === null || signedOn === null || !context.units.has(unit)) return false;
    const place = `${foldNumber(number)} ${signedOn}`;
    const before = byNumber.get(place) ?? [];
    byNumber.set(place, [...before, record]);
    if (before.some((other) => isEnteredTwice(record, other))) return true;
    const found = await store.commendations.ofNumber(rootsOf(context.units, unit), { number, signedOn });
    return found.some((other) => isSameAct(record, other));
  };

  const isKept = (record: CommendationRow, { kept }: Seen): boolean => {
    const line = kept?.lines[record.n - 1];
    if (!kept || !line) return false;
    const told = { ...writeCommendationRow(kept.decision, line), key: record.key, n: record.n };
    return canonicalJson(told) === canonicalJson(record);
  };

  return {
    /** False if the row is already stored. */
    async look(sheetRow: SheetRow<CommendationRow>): Promise<boolean> {
      const { row, record } = sheetRow;
      const faults = checkCommendationRow(record, context, scope, today);
      if (faults.some(({ column }) => column === "key")) {
        for (const fault of faults) report(row, fault);
        return true;
      }
      const seen = await find(sheetRow);
      record.n = ++seen.rows;
      if (isKept(record, seen)) {
        // Rules for new rows do not apply to stored ones.
        for (const fault of faults) if (fault.column === "unit") report(row, fault);
        outcome.unchanged++;
        return false;
      }
      for (const fault of faults) report(row, fault);
      if (!isSameDecision(seen.first.record, record))
        report(row, { column: "number", code: "row.commendation.header" });
      if (seen.kept) report(row, { column: "name", code: "row.differs" });
      if (seen.rows === mostLines + 1) report(row, { column: "name", code: "commendation.lines.tooMany" });
      outcome[seen.kept ? "unchanged" : "created"]++;
      return true;
    },
    /** Reports decisions whose lines are only partly in the sheet. */
    end(): void {
      for (const { first, rows, kept } of decisions.values())
        if (kept && rows < kept.lines.length)
          report(first.row, { column: "number", code: "row.commendation.missing" });
    },
  };
}

const attempts = 8;

/** Skips lines that the job's log entries already contain. Throws `version.conflict` if another job created the decision. */
export async function enterCommendations(
  { store, clock }: { store: Store; clock: () => string },
  job: Job,
  rows: readonly CommendationRow[],
  context: ImportContext,
): Promise<void> {
  const step = { by: { id: job.requestedBy ?? "", name: "" }, at: clock(), request: job.id };
  for (const [id, own] of Map.groupBy(rows, commendationIdOf)) {
    const [first] = own;
    if (!first) continue;
    await retryOnConflict(attempts, async () => {
      let decision = await store.commendations.get(id);
      if (!decision) {
        const write = enterCommendation(decisionOfRow(first), pathOf(context.units, first.unit), step);
        await store.commendations.save(write);
        decision = write.after;
      }
      let written = await countWritten(store, id, job);
      const missing = own.filter(({ n }) => n > written);
      for (let at = 0; at < missing.length; at += linesAtOnce) {
        const lines = missing.slice(at, at + linesAtOnce).map((row) => lineOfRow(row, step));
        const write = enterLines(decision, lines, step);
        await store.commendations.save(write);
        written += lines.length;
        decision = write.after;
      }
    });
  }
}

async function countWritten(store: Store, id: string, job: Job): Promise<number> {
  let written = 0;
  for await (const { n, did, request, lines } of store.commendations.log(id)) {
    if (n === 1 && request !== job.id) throw new Problem("version.conflict");
    if (did === "addLines" && request === job.id) written += lines.length;
  }
  return written;
}
