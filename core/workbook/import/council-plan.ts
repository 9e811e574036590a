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
  /** The units as they are after the import. */
  units: ReadonlyMap<string, Unit>;
  scope: Scope;
  /** YYYY-MM-DD. */
  today: string;
  /** Gives the id of a new council. */
  draw: () => string;
  changed: Council["changed"];
}

export interface PlannedCouncils {
  /** Those that are there, and those that will be. */
  councils: Councils;
  created: Council[];
  unchanged: number;
  faults: SheetFault[];
  /** The ids of the councils that rows give to a campaign, each with its row. */
  namedBy: ReadonlyMap<string, { row: number; id: string }[]>;
}

/**
 * The councils that rows name. A row finds the council of its unit by name, or by the id that an export wrote; an id alone gives nothing: its
 * council must sit at the row's unit. Where there is no such council, one is founded, as on the pages. Only the system itself, which puts back
 * a whole export, founds one under the id of a row.
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
  const met = new Set<string>();
  const around = { units, councils, today };

  /** The council of a row, or what is wrong with it. */
  const find = ({ id, unit, name, endsOn }: CouncilRow): Council | RowFault => {
    const known = id === null ? findCouncil(around, unit, name) : councils.get(id);
    if (known) {
      if (known.unit !== unit) return { column: "id", code: "row.council.elsewhere" };
      if (!isNameOf(known, name, now)) return { column: "name", code: "row.council.differs" };
      return endsOn === null || endsOn === known.endsOn
        ? known
        : { column: "endsOn", code: "row.council.differs" };
    }
    if (id !== null && (scope.role !== null || !validate(CouncilId, id).ok))
      return { column: "id", code: "row.council.unknown" };
    const refusal = checkCouncilUnit(around, unit);
    const past = scope.role === null && refusal?.code === "council.unit.ended";
    if (refusal && !past)
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
    met.add(found.id);
    if (record.campaign !== null)
      namedBy.set(record.campaign, [...(namedBy.get(record.campaign) ?? []), { row, id: found.id }]);
  }
  return { councils, created, unchanged: met.size - created.length, faults, namedBy };
}

/** True for the council's name, and for one under which a campaign holds it. */
const isNameOf = (council: Council, name: string, { campaigns }: ImportContext) =>
  council.name === name ||
  [...campaigns.values()].some((campaign) =>
    campaign.councils.some((held) => held.id === council.id && held.name === name),
  );
