import type { RecordKind } from "#core/activities/record.ts";
import { dayOf } from "#core/base/calendar.ts";
import type { SheetValue } from "#core/workbook/sheets/sheet.ts";
import { sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";
import type { RecordOf } from "../../store/activities/records.ts";
import type { Store } from "../../store/store.ts";

/** Omits withdrawn records and evidence. */
export function recordSheetsOf(store: Store, units: readonly string[]): FilledSheet[] {
  const { activities, models, replications } = sheetDefinitions;
  return [
    { sheet: activities, rows: rowsOf(store, "activity", units, writeActivity) },
    { sheet: models, rows: rowsOf(store, "model", units, writeModel) },
    { sheet: replications, rows: rowsOf(store, "replication", units, writeReplication) },
  ];
}

async function* rowsOf<K extends RecordKind>(
  store: Store,
  kind: K,
  units: readonly string[],
  write: (record: RecordOf<K>) => SheetValue[],
): AsyncGenerator<SheetValue[]> {
  for (const unit of units)
    for await (const { id, withdrawn } of store.activities.list(kind, {
      path: [unit],
      below: false,
      year: null,
    })) {
      const record = withdrawn ? null : await store.activities.get(kind, id);
      if (record) yield write(record);
    }
}

const writeActivity = ({ id, evidence, ...row }: RecordOf<"activity">) =>
  sheetDefinitions.activities.write({ ...row, key: id });

const writeModel = ({ id, evidence, replicatedFrom, ...row }: RecordOf<"model">) =>
  sheetDefinitions.models.write({ ...row, key: id, replicatedFrom: replicatedFrom?.id ?? null });

const writeReplication = ({ id, evidence, of, confirmed, answers, ...row }: RecordOf<"replication">) =>
  sheetDefinitions.replications.write({
    ...row,
    key: id,
    of: of.id,
    confirmedOn: confirmed ? dayOf(confirmed.at) : null,
    answers: answers.map(({ stamp, ...answer }) => answer),
  });
