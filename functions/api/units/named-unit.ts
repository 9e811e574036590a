import { Problem } from "#core/base/problems.ts";
import { pathOf, reachOf, type Unit } from "#core/units/unit.ts";
import type { Ctx } from "../context.ts";

/** Throws `unit.notFound`. */
export async function findUnit(
  c: Ctx,
  id: string | undefined,
): Promise<{ unit: Unit; path: string[]; reach: string[] }> {
  const units = await c.var.deps.store.directory.units();
  const unit = units.get(id ?? "");
  if (!unit) throw new Problem(c.var.session ? "unit.notFound" : "session.missing");
  return { unit, path: pathOf(units, unit.id), reach: reachOf(units, unit.id) };
}

/** Returns the unit id in an unchecked body, or "". */
export function unitIn(body: unknown): string {
  const unit = (body as { unit?: unknown } | null)?.unit;
  return typeof unit === "string" ? unit : "";
}
