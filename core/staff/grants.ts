import type { FieldError } from "#core/base/problems.ts";
import { type Councils, canSitOn, isCouncilOn } from "#core/units/council.ts";
import { isValidOn, reachOf, type Unit } from "#core/units/unit.ts";
import type { Grant } from "./access.ts";

export interface GrantContext {
  units: ReadonlyMap<string, Unit>;
  councils: Councils;
  today: string;
  by: { id: string; grants: readonly Grant[] };
}

export const isSameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role &&
  one.unit === other.unit &&
  ("council" in one ? one.council : null) === ("council" in other ? other.council : null);

export function grantsInForce(grants: readonly Grant[], councils: Councils, today: string): Grant[] {
  return grants.filter((grant) => {
    if (!("council" in grant)) return true;
    const council = councils.get(grant.council);
    return council?.unit === grant.unit && isCouncilOn(council, today);
  });
}

export const withoutGrants = (grants: readonly Grant[], others: readonly Grant[]) =>
  grants.filter((grant) => !others.some((other) => isSameGrant(grant, other)));

export function administers(by: GrantContext["by"], units: GrantContext["units"], unit: string): boolean {
  const reach = units.has(unit) ? reachOf(units, unit) : [unit];
  return by.grants.some((grant) => grant.role === "administrator" && reach.includes(grant.unit));
}

export function checkGrants(
  before: readonly Grant[],
  after: readonly Grant[],
  context: GrantContext,
): FieldError[] {
  const { units, councils, today, by } = context;
  const faults: FieldError[] = [];
  const added = withoutGrants(after, before);
  for (const [at, grant] of after.entries()) {
    const fault = (field: string, code: string) => faults.push({ pointer: `/grants/${at}${field}`, code });
    if (after.findIndex((other) => isSameGrant(grant, other)) < at) fault("", "staff.grant.twice");
    if (!added.includes(grant)) continue;
    const unit = units.get(grant.unit);
    const sits = (id: string) => {
      const council = councils.get(id);
      return council?.unit === grant.unit && canSitOn(council, units, today);
    };
    if (!unit) fault("/unit", "staff.grant.unitUnknown");
    else if (!administers(by, units, grant.unit)) fault("/unit", "staff.grant.outside");
    else if (!isValidOn(unit, today)) fault("/unit", "staff.grant.unitEnded");
    else if ("council" in grant && !sits(grant.council)) fault("/council", "staff.grant.council");
  }
  if (withoutGrants(before, after).some(({ unit }) => !administers(by, units, unit)))
    faults.push({ pointer: "/grants", code: "staff.grant.outsideTaken" });
  return faults;
}
