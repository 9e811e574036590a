import * as v from "valibot";
import { addDays } from "#core/base/calendar.ts";
import { isValidOn, pathOf, type Unit } from "./unit.ts";

/** A stretch of time in which a unit had one code, one name and one parent; null where the beginning is unknown or the end is open. */
export const UnitPeriod = v.strictObject({
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  code: v.string(),
  name: v.string(),
  parent: v.nullable(v.string()),
});
export type UnitPeriod = v.InferOutput<typeof UnitPeriod>;

/** The periods of a unit, oldest first: the earlier ones and the latest. */
export function periodsOf(unit: Unit): UnitPeriod[] {
  let from = unit.validFrom;
  const periods: UnitPeriod[] = [];
  for (const { until, code, name, parent } of unit.earlier ?? []) {
    periods.push({ from, to: until, code, name, parent });
    from = addDays(until, 1);
  }
  return [...periods, { from, to: unit.validTo, code: unit.code, name: unit.name, parent: unit.parent }];
}

/** The unit as it was on a day, YYYY-MM-DD, with the code, name and parent of then; null where it did not exist. */
export function unitOn(unit: Unit, on: string): Unit | null {
  if (!isValidOn(unit, on)) return null;
  const then = unit.earlier?.find(({ until }) => on <= until);
  return then ? { ...unit, code: then.code, name: then.name, parent: then.parent } : unit;
}

/**
 * All units as they were on a day: with the codes, names and parents of then. One whose beginning is unknown counts from its parent's on, so
 * that every unit here has a path.
 */
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
    // Until it is known otherwise: a cycle leads to no root.
    rooted.set(id, false);
    const unit = then.get(id);
    const answer = unit !== undefined && (unit.parent === null || isRooted(unit.parent));
    rooted.set(id, answer);
    return answer;
  };
  return new Map([...then].filter(([id]) => isRooted(id)));
}

/** The unit and its ancestors on a day, smallest first. Throws where it did not exist then. */
export function pathOn(units: ReadonlyMap<string, Unit>, id: string, on: string): string[] {
  return pathOf(unitsOn(units, on), id);
}

/** The units which this one succeeded: those that name it as a successor. */
export function predecessorsOf(units: ReadonlyMap<string, Unit>, id: string): Unit[] {
  return [...units.values()].filter(({ successors }) => successors.includes(id));
}

/** The units descendantsOf one on a day, as `then` (from `unitsOn`) has them; itself not among them. */
export function descendantsOf(then: ReadonlyMap<string, Unit>, id: string): Unit[] {
  return [...then.values()].filter((unit) => unit.id !== id && pathOf(then, unit.id).includes(id));
}

/** Units that one list shows together: a commune with its hamlets, and no province. */
const mostListed = 60;

/**
 * The units whose dossiers a unit's figures count, itself and all descendantsOf, where one list can show them: not of a province, and not where a
 * unit descendantsOf has stood elsewhere, since its older dossiers are counted there. Null otherwise.
 */
export function listedUnits(units: ReadonlyMap<string, Unit>, id: string): string[] | null {
  const found = new Set([id]);
  for (const above of found)
    for (const unit of units.values()) {
      const before = (unit.earlier ?? []).map(({ parent }) => parent);
      if (unit.parent !== above && !before.includes(above)) continue;
      if (before.some((parent) => parent !== unit.parent)) return null;
      found.add(unit.id);
      if (found.size > mostListed) return null;
    }
  return [...found];
}

/** The units in whose registers the dossiers of these have numbers: their own, and those of units that they succeeded, at any remove. */
export function registersOf(units: ReadonlyMap<string, Unit>, of: readonly string[]): string[] {
  const found = new Set(of);
  for (const each of found) for (const before of predecessorsOf(units, each)) found.add(before.id);
  return [...found];
}
