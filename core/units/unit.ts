import * as v from "valibot";
import { day, optionalLine, reference, requiredLine } from "#core/base/text.ts";

/** Which tree a unit belongs to: the Front, its member organisations, the government, or another. */
export const systems = ["front", "member", "government", "other"] as const;
export const System = v.picklist(systems, "system.invalid");
export type System = v.InferOutput<typeof System>;

/** Levels, smallest first; residential areas (thôn, tổ dân phố) decide nothing. `district` ended on 2025-06-30 and lives on in past records. */
export const levels = ["residentialArea", "unit", "commune", "district", "province", "nation"] as const;
export const Level = v.picklist(levels, "level.invalid");
export type Level = v.InferOutput<typeof Level>;

/** True where the first level is above the second. */
export const isAbove = (one: Level, other: Level): boolean => levels.indexOf(one) > levels.indexOf(other);

/** What a unit was called and where it stood up to and including `until`. */
export const EarlierUnit = v.strictObject({
  until: day("unit.earlier.until"),
  code: optionalLine("unit.code", 20),
  name: requiredLine("unit.name", 200),
  parent: v.nullable(reference("unit.missing")),
});
export type EarlierUnit = v.InferOutput<typeof EarlierUnit>;

/**
 * An agency, organisation, locality or hamlet. `id` is its own and stable; official codes are reused with another meaning,
 * so a person knows a unit by (code, validFrom). Code, name and parent are the latest. Dates are days, `validTo` the last one; null where unknown or open.
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
  /** Units that took over when this one ended: whoever answers for them may read this one's figures. */
  successors: v.array(reference("unit.missing")),
  /** Oldest first; a unit that has always been as it is may lack it. */
  earlier: v.optional(v.array(EarlierUnit)),
});
export type Unit = v.InferOutput<typeof Unit>;

/** The unit and its ancestors, smallest first. Throws on an unknown parent or a cycle, which the store never holds. */
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

/** Whoever answers for any of these units may read the figures of `id`: its path, and the paths of its successors. */
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

/** True while the unit exists on `on` (YYYY-MM-DD). */
export function isValidOn(unit: Pick<Unit, "validFrom" | "validTo">, on: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || on <= unit.validTo);
}
