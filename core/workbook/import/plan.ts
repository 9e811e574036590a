import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { StaffRole } from "#core/staff/access.ts";
import type { Councils } from "#core/units/council.ts";
import { isAbove, type Level, pathOf, reachOf, type Unit } from "#core/units/unit.ts";
import type { RowFault } from "#core/workbook/sheets/sheet.ts";
import type { SheetName } from "#core/workbook/sheets/sheets.ts";

/** What rows may name: all that is kept, and all that the same workbook brings. */
export interface ImportContext {
  units: ReadonlyMap<string, Unit>;
  councils: Councils;
  documents: ReadonlyMap<string, CitedDocument>;
  campaigns: ReadonlyMap<string, Campaign>;
  /** By campaign, the units that it froze. */
  campaignUnits: ReadonlyMap<string, ReadonlyMap<string, CampaignUnit>>;
}

/** Who imports: what lies below the unit alone; a reviewer the register and figures of it. `role` is null for the system, which may do all. */
export interface Scope {
  unit: string;
  role: StaffRole | null;
}

/** A record with its row in a sheet, as it was read. */
export interface SheetRow<R> {
  row: number;
  record: R;
}

/** A fault at its sheet and row. */
export interface SheetFault extends RowFault {
  sheet: SheetName;
  row: number;
}

/** The sheets that a role may bring; every other is refused as a whole. */
export function sheetsFor({ role }: Scope): readonly SheetName[] | null {
  return role === "reviewer" ? ["figures", "register"] : null;
}

/** True where the scope answers for a unit, whose own path and those of its successors are looked at. False for one that is not there. */
export function answersFor(scope: Scope, units: ReadonlyMap<string, Unit>, id: string): boolean {
  if (!units.has(id)) return false;
  if (scope.role === null) return true;
  try {
    return reachOf(units, id).includes(scope.unit);
  } catch {
    return false;
  }
}

/** True where the unit stands below the one that imports. */
export function isBelowImporter(scope: Scope, units: ReadonlyMap<string, Unit>, { parent }: Unit): boolean {
  if (scope.role === null) return true;
  return parent !== null && units.has(parent) && pathOf(units, parent).includes(scope.unit);
}

/**
 * The fault of a row that tells of a recognition at a level that no unit on the path of its own has, or that is above the unit that imports:
 * what is recognised there is told by those who answer for it.
 */
export function checkLevel(
  scope: Scope,
  units: ReadonlyMap<string, Unit>,
  { unit, level }: { unit: string; level: Level },
): RowFault[] {
  if (!units.has(unit)) return [];
  const reached = scope.role === null ? pathOf(units, unit) : [scope.unit];
  const levels = reached.flatMap((id) => units.get(id)?.level ?? []);
  return levels.some((each) => !isAbove(level, each)) ? [] : [{ column: "level", code: "row.level.above" }];
}

/** The fault of a row that names a unit, or none. */
export function checkUnitOf(
  scope: Scope,
  units: ReadonlyMap<string, Unit>,
  id: string,
  column = "unit",
): RowFault[] {
  if (!units.has(id)) return [{ column, code: "row.unit.unknown", params: { id: id.slice(0, 60) } }];
  return answersFor(scope, units, id)
    ? []
    : [{ column, code: "row.unit.outside", params: { id: id.slice(0, 60) } }];
}
