import { validate } from "#core/base/validation.ts";
import {
  type Council,
  CouncilId,
  type Councils,
  checkCouncilUnit,
  findCouncil,
} from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import type { CouncilRow } from "#core/workbook/sheets/council-sheet.ts";
import type { RowFault } from "#core/workbook/sheets/sheet.ts";
import { checkUnitOf, type ImportContext, type Scope, type SheetFault, type SheetRow } from "./plan.ts";

export interface CouncilPlanning {
  now: ImportContext;
  units: ReadonlyMap<string, Unit>;
  scope: Scope;
  today: string;
  draw: () => string;
  changed: Council["changed"];
}

export interface PlannedCouncils {
  councils: Councils;
  created: Council[];
  unchanged: number;
  faults: SheetFault[];
  /** Councils with their rows, by campaign. */
  namedBy: ReadonlyMap<string, { row: number; id: string }[]>;
}

/**
 * A row names a council of its unit by name or exported id, or creates a council. Only the system creates councils with
 * a given id, to restore exports.
 */
export function planCouncils(
  rows: readonly SheetRow<CouncilRow>[],
  planning: CouncilPlanning,
): PlannedCouncils {
  const { now, units, scope, today, draw, changed } = planning;
  const councils = new Map(now.councils);
  const created: Council[] = [];
  const faults: SheetFault[] = [];
  const namedBy = new Map<string, { row: number; id: string }[]>();
  const seen = new Set<string>();
  const context = { units, councils, today };

  const find = ({ id, unit, name, endsOn }: CouncilRow): Council | RowFault => {
    const known = id === null ? findCouncil(context, unit, name) : councils.get(id);
    if (known) {
      if (known.unit !== unit) return { column: "id", code: "row.council.elsewhere" };
      if (!isNameOf(known, name, now)) return { column: "name", code: "row.council.differs" };
      return endsOn === null || endsOn === known.endsOn
        ? known
        : { column: "endsOn", code: "row.council.differs" };
    }
    if (id !== null && (scope.role !== null || !validate(CouncilId, id).ok))
      return { column: "id", code: "row.council.unknown" };
    const refusal = checkCouncilUnit(context, unit);
    const restored = scope.role === null && refusal?.code === "council.unit.ended";
    if (refusal && !restored)
      return { column: "unit", code: refusal.code, ...(refusal.params && { params: refusal.params }) };
    const council = { id: id ?? draw(), version: 1, unit, name, endsOn, changed };
    councils.set(council.id, council);
    created.push(council);
    return council;
  };

  for (const { row, record } of rows) {
    const outside = checkUnitOf(scope, units, record.unit);
    const found = outside[0] ?? find(record);
    if ("column" in found) {
      faults.push({ sheet: "councils", row, ...found });
      continue;
    }
    seen.add(found.id);
    if (record.campaign !== null)
      namedBy.set(record.campaign, [...(namedBy.get(record.campaign) ?? []), { row, id: found.id }]);
  }
  return { councils, created, unchanged: seen.size - created.length, faults, namedBy };
}

/** True for the current name and for names frozen in campaigns. */
const isNameOf = (council: Council, name: string, { campaigns }: ImportContext) =>
  council.name === name ||
  [...campaigns.values()].some((campaign) =>
    campaign.councils.some((held) => held.id === council.id && held.name === name),
  );
