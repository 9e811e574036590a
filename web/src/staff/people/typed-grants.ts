import type { Grant, StaffRole } from "#core/staff/access.ts";

/** Includes unused fields, so that switching roles loses nothing. */
export interface TypedGrant {
  role: StaffRole;
  unit: string;
  council: string;
}

export const staffRoles = [
  "reviewer",
  "secretary",
  "member",
  "administrator",
] as const satisfies readonly StaffRole[];

export const sitsOnCouncil = (role: StaffRole): boolean => role === "member" || role === "secretary";

export const typeGrant = (grant: Grant): TypedGrant => ({
  role: grant.role,
  unit: grant.unit,
  council: "council" in grant ? grant.council : "",
});

export function composeGrant({ role, unit, council }: TypedGrant): Grant {
  return role === "member" || role === "secretary" ? { role, unit, council } : { role, unit };
}
