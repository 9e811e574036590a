import { canonicalJson } from "#core/base/canonical.ts";
import type { CommendationDecision } from "#core/commendation/decision.ts";
import { enterCommendation } from "#core/commendation/lifecycle.ts";
import { type CommendationLine, linesAtOnce } from "#core/commendation/line.ts";
import { enterLines } from "#core/commendation/lines.ts";
import type { Job } from "#core/jobs/job.ts";
import { pathOf } from "#core/units/unit.ts";
import {
  checkCommendationRow,
  commendationIdOf,
  decisionOfRow,
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

/** Checks rows in order and numbers the lines of each decision. */
export function createCommendationCheck({ store, context, scope, today, report, outcome }: Looking) {
  const decisions = new Map<string, Seen>();

  const find = async (sheetRow: SheetRow<CommendationRow>): Promise<Seen> => {
    const id = commendationIdOf(sheetRow.record);
    const known = decisions.get(id);
    if (known) return known;
    const decision = await store.commendations.get(id);
    const lines = decision ? await Array.fromAsync(store.commendations.lines(id)) : [];
    const seen = { first: sheetRow, rows: 0, kept: decision && { decision, lines } };
    decisions.set(id, seen);
    return seen;
  };

  const isKept = (record: CommendationRow, { kept }: Seen): boolean => {
    const line = kept?.lines[record.n - 1];
    if (!kept || !line) return false;
    const told = { ...writeCommendationRow(kept.decision, line), key: record.key, n: record.n };
    return canonicalJson(told) === canonicalJson(record);
  };

  return {
    async look(sheetRow: SheetRow<CommendationRow>): Promise<void> {
      const { row, record } = sheetRow;
      const faults = checkCommendationRow(record, context, scope, today);
      for (const fault of faults) report(row, fault);
      if (faults.some(({ column }) => column === "key")) return;
      const seen = await find(sheetRow);
      record.n = ++seen.rows;
      if (!isSameDecision(seen.first.record, record))
        report(row, { column: "number", code: "row.commendation.header" });
      if (seen.kept && !isKept(record, seen)) report(row, { column: "name", code: "row.differs" });
      outcome[seen.kept ? "unchanged" : "created"]++;
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

/** Skips lines that an earlier run wrote. */
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
      const { lastLine } = decision;
      const missing = own.filter(({ n }) => n > lastLine);
      for (let at = 0; at < missing.length; at += linesAtOnce) {
        const lines = missing.slice(at, at + linesAtOnce).map(lineOfRow);
        const write = enterLines(decision, lines, step);
        await store.commendations.save(write);
        decision = write.after;
      }
    });
  }
}
