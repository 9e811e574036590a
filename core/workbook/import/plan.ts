import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { StaffRole } from "#core/staff/access.ts";
import type { Councils } from "#core/units/council.ts";
import { isAbove, type Level, pathOf, reachOf, type Unit } from "#core/units/unit.ts";
import type { RowFault } from "#core/workbook/sheets/sheet.ts";
import type { SheetName } from "#core/workbook/sheets/sheets.ts";

export interface ImportContext {
  units: ReadonlyMap<string, Unit>;
  councils: Councils;
  documents: ReadonlyMap<string, CitedDocument>;
  campaigns: ReadonlyMap<string, Campaign>;
  campaignUnits: ReadonlyMap<string, ReadonlyMap<string, CampaignUnit>>;
}

/** Importer. A null `role` means the unrestricted system. */
export interface Scope {
  unit: string;
  role: StaffRole | null;
}

export interface SheetRow<R> {
  row: number;
  record: R;
}

export interface SheetFault extends RowFault {
  sheet: SheetName;
  row: number;
}

export function sheetsFor({ role }: Scope): readonly SheetName[] | null {
  return role === "reviewer"
    ? ["figures", "register", "commendations", "activities", "models", "replications"]
    : null;
}

export function answersFor(scope: Scope, units: ReadonlyMap<string, Unit>, id: string): boolean {
  if (!units.has(id)) return false;
  if (scope.role === null) return true;
  try {
    return reachOf(units, id).includes(scope.unit);
  } catch {
    return false;
  }
}

export function isBelowImporter(scope: Scope, units: ReadonlyMap<string, Unit>, { parent }: Unit): boolean {
  if (scope.role === null) return true;
  return parent !== null && units.has(parent) && pathOf(units, parent).includes(scope.unit);
}

/**
 * Refuses a recognition above the level of the importing unit or, for the system, above every level on the path of
 * `unit`.
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
