import { type FoundOrigin, longestChain } from "#core/activities/origin.ts";
import type { RecordKind } from "#core/activities/record.ts";
import { dayOf, writeDay } from "#core/base/calendar.ts";
import { titleOf } from "#core/initiatives/initiative.ts";
import { currentRecognitions } from "#core/initiatives/recognition.ts";
import type { Job } from "#core/jobs/job.ts";
import { pathOf } from "#core/units/unit.ts";
import {
  answersFor,
  checkUnitOf,
  type ImportContext,
  type Scope,
  type SheetRow,
} from "#core/workbook/import/plan.ts";
import {
  faultsOf,
  isRecordRow,
  originOf,
  type RecordRows,
  recordIdOf,
  rowWrites,
} from "#core/workbook/import/record-row.ts";
import type { RawRow, RowFault } from "#core/workbook/sheets/sheet.ts";
import type { RecordOf } from "../../store/activities/records.ts";
import type { Store } from "../../store/store.ts";
import { retryOnConflict } from "../../store/table.ts";

export const recordSheets = { activities: "activity", models: "model", replications: "replication" } as const;
export type RecordSheet = keyof typeof recordSheets;
type RowOf<S extends RecordSheet> = RecordRows[(typeof recordSheets)[S]];

const originOfRecord = (record: RecordOf<RecordKind> | null): string | null => {
  if (record && "of" in record) return record.of.id;
  return record && "replicatedFrom" in record ? (record.replicatedFrom?.id ?? null) : null;
};

interface Looking {
  store: Store;
  context: ImportContext;
  scope: Scope;
  now: string;
  report: (sheet: RecordSheet, row: number, fault: RowFault) => void;
  outcome: { created: number; changed: number; unchanged: number };
}

interface Link {
  sheet: RecordSheet;
  row: number;
  column: string;
  unit: string;
  /** Id of the model that the row makes; null for a replication. */
  self: string | null;
  of: string;
}

const stampOf = (by: string, at: string) => ({ by: { id: by, name: "" }, at });

/** Placeholder for an origin that `end` checks, because a later row may create it. */
const assumed = (of: string | null): FoundOrigin | null =>
  of === null ? null : { ...originOf(of), title: "", unit: "", usable: true, chain: [] };

export function createRecordRowCheck({ store, context, scope, now, report, outcome }: Looking) {
  const seen = new Set<string>();
  const made = new Map<string, { unit: string; from: string | null }>();
  const links: Link[] = [];
  const around = { units: context.units, stamp: stampOf("", now), today: dayOf(now) };

  const originColumn = { activities: null, models: "replicatedFrom", replications: "of" } as const;
  const originIn = (sheet: RecordSheet, row: RowOf<RecordSheet>): string | null => {
    const name = originColumn[sheet];
    return name === null ? null : ((row as unknown as Record<string, string | null>)[name] ?? null);
  };

  const look = async <S extends RecordSheet>(sheet: S, { row, record }: SheetRow<RowOf<S>>) => {
    const kind = recordSheets[sheet] as RecordKind;
    const told = checkUnitOf(scope, context.units, record.unit);
    for (const fault of told) report(sheet, row, fault);
    const id = recordIdOf(kind, record as never);
    if (seen.has(`${kind} ${id}`)) report(sheet, row, { column: "key", code: "row.twice" });
    seen.add(`${kind} ${id}`);
    const of = originIn(sheet, record);
    if (sheet === "models") made.set(id, { unit: record.unit, from: of });
    const before = told.length > 0 ? null : await store.activities.get(kind, id);
    // Rules for new rows do not apply to stored records.
    if (before && isRecordRow(kind, record as never, before as never)) {
      outcome.unchanged++;
      return;
    }
    if (of !== null && originOfRecord(before) !== of) {
      const self = sheet === "models" ? id : null;
      links.push({ sheet, row, column: originColumn[sheet] ?? "", unit: record.unit, self, of });
    }
    if (told.length > 0) return;
    if (before && before.unit !== record.unit) {
      report(sheet, row, { column: "unit", code: "row.differs" });
      return;
    }
    if (confirms(record, before) && !mayConfirm(record.unit))
      report(sheet, row, { column: "confirmedOn", code: "row.replication.notSuperior" });
    let writes: unknown[] = [];
    const faults = faultsOf(() => {
      writes = rowWrites[kind](record as never, before as never, { ...around, origin: assumed(of) }, "?");
    });
    for (const fault of faults) report(sheet, row, fault);
    if (faults.length === 0) outcome[writes.length === 0 ? "unchanged" : before ? "changed" : "created"]++;
  };

  /** A changed origin or start needs a new confirmation. */
  const confirms = (record: RowOf<RecordSheet>, before: RecordOf<RecordKind> | null): boolean => {
    if (!("confirmedOn" in record) || record.confirmedOn === null) return false;
    if (!before || !("confirmed" in before) || before.confirmed === null) return true;
    const { confirmed, of, startedOn } = before;
    return (
      dayOf(confirmed.at) !== record.confirmedOn || of.id !== record.of || startedOn !== record.startedOn
    );
  };

  const mayConfirm = (unit: string): boolean =>
    scope.role === null ||
    (scope.role === "administrator" &&
      scope.unit !== unit &&
      pathOf(context.units, unit).includes(scope.unit) &&
      answersFor(scope, context.units, unit));

  const modelAt = async (id: string) => {
    const own = made.get(id);
    if (own) return own;
    const kept = await store.activities.get("model", id);
    return (
      kept && { unit: kept.unit, from: kept.replicatedFrom?.kind === "model" ? kept.replicatedFrom.id : null }
    );
  };

  const checkLink = async ({ unit, self, of }: Link): Promise<string | null> => {
    const { kind } = originOf(of);
    // `look` already refuses a model as its own origin.
    if (of === self) return null;
    if (kind === "initiative") {
      const initiative = await store.initiatives.get(of);
      if (!initiative) return "origin.unknown";
      if (self === null && initiative.unit === unit) return "replication.unit.own";
      return currentRecognitions(initiative.recognitions).length > 0 ? null : "origin.unusable";
    }
    const model = await modelAt(of);
    if (!model) return "origin.unknown";
    if (self === null) return model.unit === unit ? "replication.unit.own" : null;
    const chain = new Set([of]);
    for (let next = model.from; next !== null && chain.size <= longestChain; ) {
      if (next === self) return "origin.cycle";
      if (chain.has(next)) return null;
      chain.add(next);
      next = (await modelAt(next))?.from ?? null;
    }
    return chain.size > longestChain ? "origin.tooDeep" : null;
  };

  return {
    look,
    /** Finds faults in a partly invalid row. The caller ignores columns that already have faults. */
    lookAtDraft(sheet: RecordSheet, draft: RawRow): RowFault[] {
      const unit = String(draft.unit ?? "");
      if (unit === "") return [];
      const told = checkUnitOf(scope, context.units, unit);
      if (told.length > 0) return told;
      const kind = recordSheets[sheet] as RecordKind;
      const of = originIn(sheet, draft as never);
      const origin = typeof of === "string" ? assumed(of) : null;
      return faultsOf(() => rowWrites[kind](draft as never, null, { ...around, origin }, "?"));
    },
    /** Checks origins once all rows are read. */
    async end(): Promise<void> {
      for (const link of links) {
        const code = await checkLink(link);
        if (code) report(link.sheet, link.row, { column: link.column, code });
      }
    },
  };
}

const attempts = 8;

/** Writes one row; a repeat writes nothing. */
export async function enterRecordRow<S extends RecordSheet>(
  { store, clock }: { store: Store; clock: () => string },
  job: Job,
  sheet: S,
  row: RowOf<S>,
  context: ImportContext,
): Promise<void> {
  const kind = recordSheets[sheet] as RecordKind;
  const now = clock();
  const why = `Nhập từ bảng tính ngày ${writeDay(dayOf(now))}`;
  const of = "of" in row ? row.of : "replicatedFrom" in row ? row.replicatedFrom : null;
  const origin = of === null ? null : await nameOrigin(store, of);
  const around = {
    units: context.units,
    stamp: stampOf(job.requestedBy ?? "", now),
    today: dayOf(now),
    origin,
  };
  await retryOnConflict(attempts, async () => {
    let before = await store.activities.get(kind, recordIdOf(kind, row as never));
    if (before && isRecordRow(kind, row as never, before as never)) return;
    const writes = rowWrites[kind](row as never, before as never, around, why);
    for (const written of writes) {
      await store.activities.save(kind, written as never, before as never);
      before = written.record as RecordOf<typeof kind>;
    }
  });
}

/** Title and unit of an origin whose existence was checked. */
async function nameOrigin(store: Store, of: string): Promise<FoundOrigin> {
  const ref = originOf(of);
  const known = { ...ref, title: "", unit: "", usable: true, chain: [] };
  if (ref.kind === "model") {
    const model = await store.activities.get("model", of);
    return model ? { ...known, title: model.name, unit: model.unit } : known;
  }
  const initiative = await store.initiatives.get(of);
  if (!initiative) return known;
  return { ...known, title: titleOf(initiative), unit: initiative.unit };
}
