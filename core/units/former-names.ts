import { predecessorsOf } from "./tree.ts";
import type { Unit } from "./unit.ts";

/** A name without what tells it from a later namesake: `Xã Diên Lâm (trước 01/7/2025)` is `Xã Diên Lâm`. */
const bareName = (name: string) => name.replace(/\([^()]*\)$/, "").trimEnd();

/** A Front or member unit is named after its locality: `Ủy ban MTTQ Việt Nam xã Diên Lâm` ends like `Xã Diên Lâm`. */
const isNamedAfter = (unit: Unit, locality: Unit) =>
  unit.name
    .normalize("NFC")
    .toLowerCase()
    .endsWith(` ${locality.name.normalize("NFC").toLowerCase()}`);

/**
 * The names under which people may still look for a unit: its own earlier ones, and those of the units whose place it took. A unit of the
 * Front or a member organisation that succeeded nobody has those of the locality it is named after, if that locality stands in the same tree.
 */
export function formerNamesOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  const unit = units.get(id);
  if (!unit) return [];
  const names = new Set<string>();
  const collect = (from: Unit, visited: Set<string>) => {
    if (visited.has(from.id)) return;
    visited.add(from.id);
    for (const { name } of from.earlier ?? []) names.add(bareName(name));
    for (const before of predecessorsOf(units, from.id)) {
      names.add(bareName(before.name));
      collect(before, visited);
    }
  };
  collect(unit, new Set());
  if (names.size === 0 && unit.system !== "government") {
    const locality = localityOf(units, unit);
    if (locality) collect(locality, new Set());
  }
  names.delete(bareName(unit.name));
  return [...names];
}

function localityOf(units: ReadonlyMap<string, Unit>, unit: Unit): Unit | null {
  const root = rootOf(units, unit);
  for (const other of units.values())
    if (
      other.system === "government" &&
      other.level === unit.level &&
      isNamedAfter(unit, other) &&
      rootOf(units, other) === root
    )
      return other;
  return null;
}

function rootOf(units: ReadonlyMap<string, Unit>, unit: Unit): string {
  const passed = new Set<string>();
  let at = unit;
  while (at.parent !== null && !passed.has(at.id)) {
    passed.add(at.id);
    const above = units.get(at.parent);
    if (!above) break;
    at = above;
  }
  return at.id;
}
