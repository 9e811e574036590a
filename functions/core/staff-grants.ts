import type { Grant } from "./access.ts";
import type { Council } from "./campaign.ts";
import type { FieldError } from "./problems.ts";
import { isValidOn, reachOf, type Unit } from "./unit.ts";

/** Against what grants are checked: the tree, the councils, the day (YYYY-MM-DD), and whoever gives them. */
export interface Giving {
  units: ReadonlyMap<string, Unit>;
  councils: readonly Pick<Council, "id" | "name" | "unit">[];
  today: string;
  by: { id: string; grants: readonly Grant[] };
}

/** True for the same role at the same place. */
export const sameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role &&
  one.unit === other.unit &&
  ("council" in one ? one.council : null) === ("council" in other ? other.council : null);

/** The grants that are not among the others. */
export const without = (grants: readonly Grant[], others: readonly Grant[]) =>
  grants.filter((grant) => !others.some((other) => sameGrant(grant, other)));

/** True where the giver administers the unit, or one that answers for it. */
export function administers(by: Giving["by"], units: Giving["units"], unit: string): boolean {
  const reach = units.has(unit) ? reachOf(units, unit) : [unit];
  return by.grants.some((grant) => grant.role === "administrator" && reach.includes(grant.unit));
}

/**
 * What is wrong with giving `after` to somebody who has `before`, by pointer: a unit that is unknown, has ended or is not the giver's, a council
 * that does not sit there, the same twice. Grants that stay as they are, are nobody's to judge.
 */
export function checkGrants(before: readonly Grant[], after: readonly Grant[], giving: Giving): FieldError[] {
  const { units, councils, today, by } = giving;
  const faults: FieldError[] = [];
  const added = without(after, before);
  for (const [at, grant] of after.entries()) {
    const fault = (field: string, code: string) => faults.push({ pointer: `/grants/${at}${field}`, code });
    if (after.findIndex((other) => sameGrant(grant, other)) < at) fault("", "staff.grant.twice");
    if (!added.includes(grant)) continue;
    const unit = units.get(grant.unit);
    const sits = (council: string) =>
      councils.some(({ id, unit: seat }) => id === council && seat === grant.unit);
    if (!unit) fault("/unit", "staff.grant.unitUnknown");
    else if (!administers(by, units, grant.unit)) fault("/unit", "staff.grant.outside");
    else if (!isValidOn(unit, today)) fault("/unit", "staff.grant.unitEnded");
    else if ("council" in grant && !sits(grant.council)) fault("/council", "staff.grant.council");
  }
  if (without(before, after).some(({ unit }) => !administers(by, units, unit)))
    faults.push({ pointer: "/grants", code: "staff.grant.outsideTaken" });
  return faults;
}
