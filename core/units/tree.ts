import * as v from "valibot";
import { addDays } from "#core/base/calendar.ts";
import { isValidOn, pathOf, type Unit } from "./unit.ts";

export const UnitPeriod = v.strictObject({
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  code: v.string(),
  name: v.string(),
  parent: v.nullable(v.string()),
});
export type UnitPeriod = v.InferOutput<typeof UnitPeriod>;

export function periodsOf(unit: Unit): UnitPeriod[] {
  let from = unit.validFrom;
  const periods: UnitPeriod[] = [];
  for (const { until, code, name, parent } of unit.earlier ?? []) {
    periods.push({ from, to: until, code, name, parent });
    from = addDays(until, 1);
  }
  return [...periods, { from, to: unit.validTo, code: unit.code, name: unit.name, parent: unit.parent }];
}

export function unitOn(unit: Unit, on: string): Unit | null {
  if (!isValidOn(unit, on)) return null;
  const then = unit.earlier?.find(({ until }) => on <= until);
  return then ? { ...unit, code: then.code, name: then.name, parent: then.parent } : unit;
}

/** Units valid on day `on` with a path to a root. A unit with an unknown beginning may precede its parent. */
export function unitsOn(units: ReadonlyMap<string, Unit>, on: string): Map<string, Unit> {
  const then = new Map<string, Unit>();
  for (const [id, unit] of units) {
    const found = unitOn(unit, on);
    if (found) then.set(id, found);
  }
  const rooted = new Map<string, boolean>();
  const isRooted = (id: string): boolean => {
    const known = rooted.get(id);
    if (known !== undefined) return known;
    // Stops at a cycle, which leads to no root.
    rooted.set(id, false);
    const unit = then.get(id);
    const answer = unit !== undefined && (unit.parent === null || isRooted(unit.parent));
    rooted.set(id, answer);
    return answer;
  };
  return new Map([...then].filter(([id]) => isRooted(id)));
}

export function pathOn(units: ReadonlyMap<string, Unit>, id: string, on: string): string[] {
  return pathOf(unitsOn(units, on), id);
}

export function predecessorsOf(units: ReadonlyMap<string, Unit>, id: string): Unit[] {
  return [...units.values()].filter(({ successors }) => successors.includes(id));
}

export function descendantsOf(then: ReadonlyMap<string, Unit>, id: string): Unit[] {
  return [...then.values()].filter((unit) => unit.id !== id && pathOf(then, unit.id).includes(id));
}

const maxListed = 60;

/**
 * Ids of a unit and all units below; null above `maxListed`. Also null if a lower unit changed its parent, because
 * older dossiers count for the former parent.
 */
export function listedUnits(units: ReadonlyMap<string, Unit>, id: string): string[] | null {
  const found = new Set([id]);
  for (const above of found)
    for (const unit of units.values()) {
      const before = (unit.earlier ?? []).map(({ parent }) => parent);
      if (unit.parent !== above && !before.includes(above)) continue;
      if (before.some((parent) => parent !== unit.parent)) return null;
      found.add(unit.id);
      if (found.size > maxListed) return null;
    }
  return [...found];
}

export function registersOf(units: ReadonlyMap<string, Unit>, of: readonly string[]): string[] {
  const found = new Set(of);
  for (const each of found) for (const before of predecessorsOf(units, each)) found.add(before.id);
  return [...found];
}

/**
 * Returns the present and earlier roots of a unit and of its predecessors, because a record is stored under the root
 * of its day of entry.
 */
export function rootsOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const above = new Set([id]);
  const roots: string[] = [];
  for (const each of above) {
    for (const { id: before } of predecessorsOf(units, each)) above.add(before);
    const unit = units.get(each);
    const parents = unit ? periodsOf(unit).map(({ parent }) => parent) : [null];
    for (const parent of parents) if (parent !== null) above.add(parent);
    if (parents.includes(null)) roots.push(each);
  }
  return roots;
}
