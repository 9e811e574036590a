import { predecessorsOf } from "./tree.ts";
import type { Unit } from "./unit.ts";

/** Removes the suffix that distinguishes equal names: `Xã Diên Lâm (trước 01/7/2025)`. */
const bareName = (name: string) => name.replace(/\([^()]*\)$/, "").trimEnd();

/** `Ủy ban MTTQ Việt Nam xã Diên Lâm` is named after `Xã Diên Lâm`. */
const isNamedAfter = (unit: Unit, locality: Unit) =>
  unit.name
    .normalize("NFC")
    .toLowerCase()
    .endsWith(` ${locality.name.normalize("NFC").toLowerCase()}`);

/**
 * Earlier names of a unit and its predecessors. If there are none, a unit outside the government system gets those of
 * its locality (`localityOf`).
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
