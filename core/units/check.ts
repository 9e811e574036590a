import { addDays } from "#core/base/calendar.ts";
import type { FieldError } from "#core/base/problems.ts";
import { escapePointer } from "#core/base/validation.ts";
import { periodsOf, type UnitPeriod } from "./tree.ts";
import { isAbove, type Unit } from "./unit.ts";

const always = "0000-00-00";
const never = "9999-12-31";

/**
 * Errors have pointers `/<id>/<field>`. On each valid day a unit needs a path to a root, no parent of a lower level,
 * and a unique code. Successors begin after the unit's end.
 */
export function checkUnits(units: ReadonlyMap<string, Unit>): FieldError[] {
  return [
    ...[...units.values()].flatMap((unit) => [
      ...checkPeriods(unit),
      ...checkParents(units, unit),
      ...checkSuccessors(units, unit),
    ]),
    ...checkCodes(units),
  ];
}

function fault(unit: Unit, field: string, code: string, params: FieldError["params"] = {}): FieldError {
  return { pointer: `/${escapePointer(unit.id)}/${field}`, code, params: { unit: unit.name, ...params } };
}

function checkPeriods(unit: Unit): FieldError[] {
  const { validFrom, validTo, earlier = [] } = unit;
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    return [fault(unit, "validTo", "unit.validTo.beforeFrom")];
  const ordered = periodsOf(unit).every(({ from, to }) => (from ?? always) <= (to ?? never));
  return earlier.length > 0 && !ordered ? [fault(unit, "earlier", "unit.earlier.order")] : [];
}

function checkParents(units: ReadonlyMap<string, Unit>, unit: Unit): FieldError[] {
  for (const period of periodsOf(unit)) {
    if (period.parent === null) continue;
    const field = period.to === unit.validTo && period.parent === unit.parent ? "parent" : "earlier";
    const parent = units.get(period.parent);
    if (!parent) return [fault(unit, field, "unit.parent.unknown", { parent: period.parent })];
    if (!covers(parent, period)) return [fault(unit, field, "unit.parent.notThere", { parent: parent.name })];
    if (isAbove(unit.level, parent.level))
      return [
        fault(unit, field === "earlier" ? field : "level", "unit.level.above", { parent: parent.name }),
      ];
    if (leadsTo(units, period.parent, unit.id, period, new Set()))
      return [fault(unit, field, "unit.parent.cycle")];
  }
  return [];
}

/** If `from` is unknown, only the end is compared. */
function covers(parent: Unit, { from, to }: UnitPeriod): boolean {
  const begins = parent.validFrom ?? always;
  return begins <= (from ?? to ?? never) && (to ?? never) <= (parent.validTo ?? never);
}

function leadsTo(
  units: ReadonlyMap<string, Unit>,
  id: string,
  target: string,
  within: Pick<UnitPeriod, "from" | "to">,
  seen: ReadonlySet<string>,
): boolean {
  if (id === target) return true;
  const unit = units.get(id);
  if (!unit || seen.has(id)) return false;
  return periodsOf(unit).some(({ from, to, parent }) => {
    const start = [from ?? always, within.from ?? always].toSorted().at(-1) ?? always;
    const end = [to ?? never, within.to ?? never].toSorted()[0] ?? never;
    const common = { from: start, to: end };
    return parent !== null && start <= end && leadsTo(units, parent, target, common, new Set([...seen, id]));
  });
}

function checkSuccessors(units: ReadonlyMap<string, Unit>, unit: Unit): FieldError[] {
  if (unit.successors.length === 0) return [];
  if (unit.validTo === null) return [fault(unit, "successors", "unit.successors.open")];
  const next = addDays(unit.validTo, 1);
  return unit.successors.flatMap((id) => {
    const successor = units.get(id);
    if (!successor) return [fault(unit, "successors", "unit.successors.unknown", { successor: id })];
    if (successor.validFrom !== null && successor.validFrom < next)
      return [fault(unit, "successors", "unit.successors.early", { successor: successor.name })];
    return [];
  });
}

/** Official codes may be reused at different times. Codes of residential areas are unique within their commune. */
function checkCodes(units: ReadonlyMap<string, Unit>): FieldError[] {
  const uses = [...units.values()]
    .flatMap((unit) => periodsOf(unit).map((period) => ({ unit, ...period })))
    .filter(({ code }) => code !== "");
  const groups = Map.groupBy(uses, ({ unit, code, parent }) =>
    [unit.system, unit.level === "residentialArea" ? parent : "", code].join(" "),
  );
  const faults = new Map<string, FieldError>();
  for (const group of groups.values()) {
    const sorted = group.toSorted((a, b) => ((a.from ?? always) < (b.from ?? always) ? -1 : 1));
    let latest = sorted[0];
    for (const use of sorted.slice(1)) {
      if (!latest) break;
      const others = latest.unit.id !== use.unit.id;
      if (others && (use.from ?? always) <= (latest.to ?? never)) {
        const same = use.from !== null && use.unit.validFrom === latest.unit.validFrom;
        const code = same ? "unit.code.twice" : "unit.code.overlap";
        faults.set(use.unit.id, fault(use.unit, "code", code, { code: use.code, other: latest.unit.name }));
      }
      if ((use.to ?? never) >= (latest.to ?? never)) latest = use;
    }
  }
  return [...faults.values()];
}
