import { dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import type { Grant } from "#core/staff/access.ts";
import { administers, type GrantContext } from "#core/staff/grants.ts";
import { possibleStaffMoves } from "#core/staff/lifecycle.ts";
import { isUnused, type Staff } from "#core/staff/staff.ts";
import { reachOf } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import type { Ctx } from "../context.ts";
import type { NamedGrant, StaffRow, StaffView } from "./views.ts";

const shownSignIns = 100;

export async function givingOf(c: Ctx): Promise<GrantContext> {
  const { store, clock } = c.var.deps;
  const { session } = c.var;
  if (!session) throw new Problem("session.missing");
  const [units, councils] = await Promise.all([store.directory.units(), store.councils.now()]);
  return {
    units,
    councils,
    today: dayOf(clock()),
    by: { id: session.staff.id, grants: session.grants },
  };
}

export function stampOf(c: Ctx) {
  const { session, deps } = c.var;
  if (!session) throw new Problem("session.missing");
  return { at: deps.clock(), by: { id: session.staff.id, name: session.staff.name } };
}

export async function openStaff(c: Ctx, action: "staff.read" | "staff.manage"): Promise<Staff> {
  if (!c.var.session) throw new Problem("session.missing");
  return openAccount(c, action, c.req.param("id") ?? "");
}

export async function openAccount(c: Ctx, action: "staff.read" | "staff.manage", id: string): Promise<Staff> {
  const { store } = c.var.deps;
  const found = id.length <= 60 ? await store.staff.byId(id) : null;
  if (!found) throw new Problem("staff.notFound");
  const units = await store.directory.units();
  const reach = found.grants.flatMap(({ unit }) => (units.has(unit) ? reachOf(units, unit) : [unit]));
  authoriseStaff(c, action, { units: reach });
  return found;
}

export const nameGrant = (
  { units, councils }: Pick<GrantContext, "units" | "councils">,
  grant: Grant,
): NamedGrant => ({
  ...grant,
  unitName: units.get(grant.unit)?.name ?? grant.unit,
  councilName: "council" in grant ? (councils.get(grant.council)?.name ?? null) : null,
});

function rowOf(giving: GrantContext, staff: Staff, lastSignIn: string | null, now: string): StaffRow {
  const state = !staff.active
    ? "deactivated"
    : isUnused(staff, lastSignIn, now)
      ? "unused"
      : lastSignIn === null && staff.invited
        ? "invited"
        : "active";
  const { id, name, email } = staff;
  const grants = staff.grants.map((grant) => ({
    ...nameGrant(giving, grant),
    yours: administers(giving.by, giving.units, grant.unit),
  }));
  return { id, name, email, version: staff.version, state, grants, lastSignIn };
}

export async function listStaff(c: Ctx, unit: string): Promise<StaffRow[]> {
  const { store, clock } = c.var.deps;
  const giving = await givingOf(c);
  const { units } = giving;
  const [all, last] = await Promise.all([store.staff.all(), store.staff.lastSignIns()]);
  const isBelow = (id: string) => id === unit || (units.has(id) && reachOf(units, id).includes(unit));
  return all
    .filter(({ grants }) => grants.some((grant) => isBelow(grant.unit)))
    .map((staff) => rowOf(giving, staff, last.get(staff.id) ?? null, clock()))
    .sort((a, b) => a.name.localeCompare(b.name, "vi"));
}

export async function viewStaff(c: Ctx, staff: Staff): Promise<StaffView> {
  const { store, clock } = c.var.deps;
  const giving = await givingOf(c);
  const [log, signIns, last] = await Promise.all([
    store.staff.log(staff.id),
    store.staff.signIns(staff.id, clock()),
    store.staff.lastSignIn(staff.id),
  ]);
  const row = rowOf(giving, staff, last, clock());
  const own = staff.id === giving.by.id;
  const whole = row.grants.every(({ yours }) => yours);
  const { invited, deactivated } = staff;
  return {
    ...row,
    invited: invited ? { at: invited.at, by: invited.by.name } : null,
    deactivated: deactivated
      ? { at: deactivated.at, by: deactivated.by.name, reason: deactivated.reason }
      : null,
    own,
    moves: own || !whole ? [] : possibleStaffMoves(staff, last, row.state === "unused"),
    log: log
      .map((entry) => ({ ...entry, grants: entry.grants.map((grant) => nameGrant(giving, grant)) }))
      .reverse(),
    signIns: signIns.slice(0, shownSignIns),
  };
}
