import { dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { type Council, type Councils, canSitOn } from "#core/units/council.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx } from "../context.ts";
import type { CouncilView } from "./views.ts";

/** Reads units and councils without the cache. */
export async function councilSurroundings(c: Ctx) {
  const { store, clock } = c.var.deps;
  const [units, councils] = await Promise.all([store.units.now(), store.councils.now()]);
  return { units, councils, today: dayOf(clock()) };
}

export function authoriseCouncil(c: Ctx, units: ReadonlyMap<string, Unit>, unit: string): void {
  authoriseStaff(c, "council.manage", { units: units.has(unit) ? pathOf(units, unit) : [] });
}

export function openCouncil(c: Ctx, units: ReadonlyMap<string, Unit>, councils: Councils): Council {
  if (!c.var.session) throw new Problem("session.missing");
  const found = councils.get(c.req.param("council") ?? "");
  if (!found) throw new Problem("council.notFound");
  authoriseCouncil(c, units, found.unit);
  return found;
}

export function viewCouncil(
  council: Council,
  { units, today }: { units: ReadonlyMap<string, Unit>; today: string },
): CouncilView {
  const { id, version, name, endsOn } = council;
  const unit = units.get(council.unit);
  if (!unit) throw new Error(`council ${id} has no unit`);
  return {
    id,
    version,
    name,
    unit: { id: unit.id, name: unit.name },
    level: unit.level,
    endsOn,
    sits: canSitOn(council, units, today),
  };
}
