import { Problem } from "#core/base/problems.ts";
import { declareFigure, type FigureAuthor, parseDeclared } from "#core/figures/declared-figure.ts";
import { catalogue, type DeclaredFigure } from "#core/figures/figure.ts";
import type { FigureRow } from "#core/workbook/sheets/figure-sheet.ts";
import { type RawRow, type RowFault, toFault } from "#core/workbook/sheets/sheet.ts";
import { checkUnitOf, type ImportContext, type Scope } from "./plan.ts";

/** Whatever the schema of a row does not know of it. `today` is YYYY-MM-DD, `wholes` are the keys that its unit declares, there or in the same sheet. */
export function checkFigureRow(
  row: FigureRow,
  around: ImportContext,
  scope: Scope,
  wholes: ReadonlySet<string>,
  today: string,
): RowFault[] {
  const faults = checkFigureDraft(row, around, scope);
  try {
    parseFigure(row, around, wholes, today);
    return faults;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const more = error.errors.map((each) => toFault(each));
    return [...faults, ...more.filter(({ column }) => !faults.some((fault) => fault.column === column))];
  }
}

/** What can be told of a row that is at fault elsewhere: whether its unit and its document are there. */
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

/** The figure as it stands after its row, with what stood before kept; null where the row says what stands already. */
export function declareFigureRow(
  row: FigureRow,
  before: DeclaredFigure | null,
  author: FigureAuthor | null,
  why: string,
): DeclaredFigure | null {
  const { unit, ...form } = row;
  const measure = catalogue[row.key]?.measure ?? row.measure;
  const by = author ?? { staff: "", name: "", at: "" };
  const declared = declareFigure(unit, { ...form, measure, why }, before, by);
  return declared && author === null ? { ...declared, declaredBy: null } : declared;
}
