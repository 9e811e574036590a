import { canonicalJson } from "#core/base/canonical.ts";
import { hasUnitPrefix } from "#core/campaigns/document.ts";
import {
  checkLevel,
  checkUnitOf,
  type ImportContext,
  type Scope,
  type SheetRow,
} from "#core/workbook/import/plan.ts";
import {
  type DocumentInitiativeRow,
  documentInitiativeRow,
} from "#core/workbook/sheets/document-initiative-sheet.ts";
import type { RowFault } from "#core/workbook/sheets/sheet.ts";
import type { Store } from "../../store/store.ts";

interface Looking {
  store: Store;
  context: ImportContext;
  scope: Scope;
  /** Reports a repeated key. */
  first: (sheet: "documentInitiatives", row: number, column: string, key: string) => unknown;
  report: (sheet: "documentInitiatives", row: number, fault: RowFault) => void;
  outcome: { created: number; unchanged: number };
}

/** A stored title cannot change. */
export function createTitleCheck({ store, context, scope, first, report, outcome }: Looking) {
  return async (rows: readonly SheetRow<DocumentInitiativeRow>[]): Promise<void> => {
    const existing = await store.imports.existing(rows.map(({ record }) => record.id));
    for (const { row, record } of rows) {
      if (!first("documentInitiatives", row, "id", record.id)) continue;
      for (const fault of checkUnitOf(scope, context.units, record.unit))
        report("documentInitiatives", row, fault);
      const before = existing.get(record.id);
      const told = before?.origin === "document" ? documentInitiativeRow(before) : null;
      if (before && canonicalJson(told) === canonicalJson(record)) {
        outcome.unchanged++;
        continue;
      }
      if (!context.documents.has(record.source))
        report("documentInitiatives", row, {
          column: "source",
          code: "row.document.unknown",
          params: { id: record.source.slice(0, 60) },
        });
      for (const fault of checkLevel(scope, context.units, record)) report("documentInitiatives", row, fault);
      if (!before && scope.role !== null && !hasUnitPrefix(scope.unit, record.id))
        report("documentInitiatives", row, {
          column: "id",
          code: "row.id.foreign",
          params: { prefix: `${scope.unit}--` },
        });
      if (before) report("documentInitiatives", row, { column: "id", code: "row.differs" });
      else outcome.created++;
    }
  };
}
