import * as v from "valibot";
import { day, optionalLine, reference, requiredLine } from "#core/base/text.ts";

export const systems = ["front", "member", "government", "other"] as const;
export const System = v.picklist(systems, "system.invalid");
export type System = v.InferOutput<typeof System>;

/** Smallest first. Residential areas (thôn, tổ dân phố) make no decisions; `district` ended on 2025-06-30. */
export const levels = ["residentialArea", "unit", "commune", "district", "province", "nation"] as const;
export const Level = v.picklist(levels, "level.invalid");
export type Level = v.InferOutput<typeof Level>;

export const isAbove = (one: Level, other: Level): boolean => levels.indexOf(one) > levels.indexOf(other);

export const EarlierUnit = v.strictObject({
  until: day("unit.earlier.until"),
  code: optionalLine("unit.code", 20),
  name: requiredLine("unit.name", 200),
  parent: v.nullable(reference("unit.missing")),
});
export type EarlierUnit = v.InferOutput<typeof EarlierUnit>;

/**
 * `id` is stable. Official codes are reused; people identify a unit by code and `validFrom`. `validTo`: last day; null
 * means unknown or open.
 */
export const Unit = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "unit.id.invalid"),
    v.maxLength(60, "unit.id.invalid"),
  ),
  code: optionalLine("unit.code", 20),
  name: requiredLine("unit.name", 200),
  level: Level,
  system: System,
  parent: v.nullable(reference("unit.missing")),
  validFrom: v.nullable(day("unit.validFrom")),
  validTo: v.nullable(day("unit.validTo")),
  /** Staff responsible for a successor may read this unit's figures. */
  successors: v.array(reference("unit.missing")),
  earlier: v.optional(v.array(EarlierUnit)),
});
export type Unit = v.InferOutput<typeof Unit>;

/** Unit and its ancestors, smallest first. Throws on an unknown parent or a cycle. */
export function pathOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const path: string[] = [];
  for (let next: string | null = id; next !== null; ) {
    const unit = units.get(next);
    if (!unit || path.includes(next)) throw new Error(`unit ${next} has no path`);
    path.push(next);
    next = unit.parent;
  }
  return path;
}

/** Units that may read the figures of `id`: its path and the paths of its successors. */
export function reachOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const reach = new Set<string>();
  const visit = (unitId: string) => {
    if (reach.has(unitId)) return;
    for (const ancestor of pathOf(units, unitId)) {
      reach.add(ancestor);
      for (const successor of units.get(ancestor)?.successors ?? []) visit(successor);
    }
  };
  visit(id);
  return [...reach];
}

export function isValidOn(unit: Pick<Unit, "validFrom" | "validTo">, on: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || on <= unit.validTo);
}
