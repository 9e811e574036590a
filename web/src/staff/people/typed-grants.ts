import type { Grant, StaffRole } from "#core/staff/access.ts";

/** A grant as it is typed; what a role does not need stays beside it, so that changing the role and back loses nothing. */
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

/** True for the roles that are held at a council. */
export const sitsOnCouncil = (role: StaffRole): boolean => role === "member" || role === "secretary";

export const typeGrant = (grant: Grant): TypedGrant => ({
  role: grant.role,
  unit: grant.unit,
  council: "council" in grant ? grant.council : "",
});

/** The grant as the API takes it. */
export function composeGrant({ role, unit, council }: TypedGrant): Grant {
  return role === "member" || role === "secretary" ? { role, unit, council } : { role, unit };
}
