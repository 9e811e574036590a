import { Problem } from "#core/base/problems.ts";
import { catalogue } from "#core/figures/catalogue.ts";
import { declareFigure, type FigureAuthor, parseDeclared } from "#core/figures/declared-figure.ts";
import type { DeclaredFigure } from "#core/figures/figure.ts";
import type { FigureRow } from "#core/workbook/sheets/figure-sheet.ts";
import { type RawRow, type RowFault, toFault } from "#core/workbook/sheets/sheet.ts";
import { checkUnitOf, type ImportContext, type Scope } from "./plan.ts";

/** `wholes`: keys that the unit declares, stored or in the same sheet. */
export function checkFigureRow(
  row: FigureRow,
  context: ImportContext,
  scope: Scope,
  wholes: ReadonlySet<string>,
  today: string,
): RowFault[] {
  const faults = checkFigureDraft(row, context, scope);
  try {
    parseFigure(row, context, wholes, today);
    return faults;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const more = error.errors.map((each) => toFault(each));
    return [...faults, ...more.filter(({ column }) => !faults.some((fault) => fault.column === column))];
  }
}

export function checkFigureDraft(
  draft: RawRow,
  { units, documents }: ImportContext,
  scope: Scope,
): RowFault[] {
  const { unit, document } = draft;
  const faults = typeof unit === "string" && unit !== "" ? checkUnitOf(scope, units, unit) : [];
  if (typeof document === "string" && !documents.has(document))
    faults.push({ column: "document", code: "campaign.basis.unknown" });
  return faults;
}

function parseFigure(
  row: FigureRow,
  { documents }: Pick<ImportContext, "documents">,
  wholes: ReadonlySet<string>,
  today: string,
) {
  const { unit, ...form } = row;
  return parseDeclared(form, {
    documents: new Set(documents.keys()),
    wholes: new Set([...Object.keys(catalogue), ...wholes]),
    today,
  });
}

/** Null if the stored figure is equal. */
export function declareFigureRow(
  row: FigureRow,
  before: DeclaredFigure | null,
  author: FigureAuthor | null,
  why: string,
): DeclaredFigure | null {
  const { unit, ...form } = row;
  const by = author ?? { staff: "", name: "", at: "" };
  const declared = declareFigure(unit, { ...form, why }, before, by);
  return declared && author === null ? { ...declared, declaredBy: null } : declared;
}
