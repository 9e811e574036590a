import * as v from "valibot";
import { pathOn, predecessorsOf, unitOn } from "./tree.ts";
import type { Unit } from "./unit.ts";

export const SeriesNote = v.strictObject({
  code: v.picklist([
    "series.successors",
    "series.successorsWider",
    "series.predecessors",
    "series.predecessorsWider",
    "series.changed",
    "series.none",
  ]),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type SeriesNote = v.InferOutput<typeof SeriesNote>;

export const SeriesYear = v.strictObject({
  year: v.number(),
  units: v.array(v.strictObject({ id: v.string(), name: v.string() })),
  /** False if no unit was found or the figures include other units. */
  comparable: v.boolean(),
  notes: v.array(SeriesNote),
});
export type SeriesYear = v.InferOutput<typeof SeriesYear>;

interface StandIn {
  way: "same" | "forward" | "backward";
  units: Unit[];
  passed: ReadonlySet<string>;
}

/**
 * Units whose figures represent unit `id` in each year: predecessors, then the unit itself, then successors. A year of
 * change lists old and new units, since each dossier counts at only one. No listed unit is below another on the same
 * day.
 */
export function seriesOf(
  units: ReadonlyMap<string, Unit>,
  id: string,
  years: readonly number[],
): SeriesYear[] {
  return years.map((year) => {
    const first = standInsOn(units, id, `${year}-01-01`);
    const last = standInsOn(units, id, `${year}-12-31`);
    const name = units.get(id)?.name ?? id;
    const found = new Map<string, { id: string; name: string }>();
    for (const [{ units: standIns }, day] of [
      [first, `${year}-01-01`],
      [last, `${year}-12-31`],
    ] as const)
      for (const unit of standIns)
        found.set(unit.id, { id: unit.id, name: unitOn(unit, day)?.name ?? unit.name });
    const notes: SeriesNote[] = [];
    if (found.size === 0) notes.push({ code: "series.none", params: { unit: name, year } });
    const both = namesOf(first.units) !== namesOf(last.units);
    if (both && first.units.length > 0 && last.units.length > 0)
      notes.push({
        code: "series.changed",
        params: { year, before: namesOf(first.units), after: namesOf(last.units) },
      });
    const outside = new Set<string>();
    for (const standIns of both ? [first, last] : [last]) {
      if (standIns.way === "same" || standIns.units.length === 0) continue;
      const others = outsideOf(units, id, standIns);
      for (const other of others) outside.add(other);
      const way = standIns.way === "forward" ? "series.successors" : "series.predecessors";
      notes.push({
        code: others.length > 0 ? `${way}Wider` : way,
        params: {
          unit: name,
          units: namesOf(standIns.units),
          ...(others.length > 0 && { others: others.join(", ") }),
        },
      });
    }
    return { year, units: [...found.values()], comparable: outside.size === 0 && found.size > 0, notes };
  });
}

const namesOf = (units: readonly Unit[]) => units.map(({ name }) => name).join(", ");

function standInsOn(units: ReadonlyMap<string, Unit>, id: string, on: string): StandIn {
  const passed = new Set<string>();
  const walk = (unitId: string, way: "forward" | "backward"): Unit[] => {
    const unit = units.get(unitId);
    if (!unit || passed.has(unitId)) return [];
    passed.add(unitId);
    if (unitOn(unit, on)) return [unit];
    const next =
      way === "forward" ? unit.successors : predecessorsOf(units, unitId).map((before) => before.id);
    return next.flatMap((each) => walk(each, way));
  };
  const unit = units.get(id);
  if (!unit) return { way: "same", units: [], passed };
  if (unitOn(unit, on)) return { way: "same", units: [unit], passed: new Set([id]) };
  const way = unit.validTo !== null && unit.validTo < on ? "forward" : "backward";
  const standIns = walk(id, way);
  const isAbove = (upper: Unit, lower: Unit) =>
    upper.id !== lower.id && pathOn(units, lower.id, on).includes(upper.id);
  // Units above and below count the same dossiers. Keeps the lower predecessor or the upper successor.
  const kept = standIns.filter((each) =>
    way === "backward"
      ? !standIns.some((other) => isAbove(each, other))
      : !standIns.some((other) => isAbove(other, each)),
  );
  return { way, units: kept, passed };
}

function outsideOf(
  units: ReadonlyMap<string, Unit>,
  id: string,
  { way, units: standIns, passed }: StandIn,
): string[] {
  const within = new Set([id, ...passed]);
  const lastPath = (unit: Unit): string[] =>
    pathOn(units, unit.id, unit.validTo ?? unit.validFrom ?? "9999-12-31");
  const others = new Map<string, Unit>();
  const look = (unit: Unit) => {
    if (!within.has(unit.id) && !lastPath(unit).some((above) => within.has(above))) others.set(unit.id, unit);
  };
  for (const passedId of way === "forward" ? passed : standIns.map((each) => each.id)) {
    if (way === "forward") {
      if (passedId !== id) for (const before of predecessorsOf(units, passedId)) look(before);
    } else
      for (const after of units.get(passedId)?.successors ?? []) {
        const successor = units.get(after);
        if (successor) look(successor);
      }
  }
  // Lists ancestors only if no other unit explains the difference.
  const containing = new Set([...within].flatMap((each) => ancestorsOf(units, each)));
  const nearer = [...others.values()].filter((each) => !containing.has(each.id));
  return (nearer.length > 0 ? nearer : [...others.values()]).map(({ name }) => name);
}

function ancestorsOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const found = new Set<string>();
  const visit = (unitId: string) => {
    const unit = units.get(unitId);
    for (const parent of [unit?.parent ?? null, ...(unit?.earlier ?? []).map((each) => each.parent)])
      if (parent !== null && !found.has(parent)) {
        found.add(parent);
        visit(parent);
      }
  };
  visit(id);
  return [...found];
}
