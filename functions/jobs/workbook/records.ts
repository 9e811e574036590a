import type { RecordKind } from "#core/activities/record.ts";
import { recordRow } from "#core/workbook/import/record-row.ts";
import type { SheetValue } from "#core/workbook/sheets/sheet.ts";
import { sheetDefinitions } from "#core/workbook/sheets/sheets.ts";
import type { FilledSheet } from "../../documents/spreadsheet/workbook-writer.ts";
import type { RecordOf } from "../../store/activities/records.ts";
import type { Store } from "../../store/store.ts";

/** Omits withdrawn records and evidence. */
export function recordSheetsOf(store: Store, units: readonly string[]): FilledSheet[] {
  const { activities, models, replications } = sheetDefinitions;
  return [
    {
      sheet: activities,
      rows: rowsOf(store, "activity", units, (record) => activities.write(recordRow.activity(record))),
    },
    { sheet: models, rows: rowsOf(store, "model", units, (record) => models.write(recordRow.model(record))) },
    {
      sheet: replications,
      rows: rowsOf(store, "replication", units, (record) =>
        replications.write(recordRow.replication(record)),
      ),
    },
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
