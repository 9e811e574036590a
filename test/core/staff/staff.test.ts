import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grant } from "#core/staff/access.ts";
import { administers, checkGrants, type GrantContext } from "#core/staff/grants.ts";
import { changeStaff, handOverStaff } from "#core/staff/lifecycle.ts";
import { isUnused, refreshSession, type Staff, signInRefusal } from "#core/staff/staff.ts";
import { pathOf } from "#core/units/unit.ts";
import { councils, staff, testNow, units } from "../../support/units.ts";

const tree = new Map(units.map((unit) => [unit.id, unit]));
const giving = (grants: Grant[], id = "giver"): GrantContext => ({
  units: tree,
  councils,
  today: "2026-06-15",
  by: { id, grants },
});
const stamp = { at: testNow, by: { id: "giver", name: "Người giao" } };

const unitId = fc.constantFrom(...tree.keys(), "khong-co");
const anyGrant: fc.Arbitrary<Grant> = fc.oneof(
  fc.record({ role: fc.constantFrom("reviewer" as const, "administrator" as const), unit: unitId }),
  fc.record({
    role: fc.constantFrom("member" as const, "secretary" as const),
    unit: unitId,
    council: fc.constantFrom(...councils.keys(), "khong-co"),
  }),
);
const grants = fc.array(anyGrant, { maxLength: 4 });

describe("giving grants", () => {
  it("never reaches beyond what the giver administers, whatever is asked", () => {
    fc.assert(
      fc.property(grants, grants, grants, (mine, before, after) => {
        const given = giving(mine);
        if (checkGrants(before, after, given).length > 0) return;
        const isIn = (list: Grant[], grant: Grant) =>
          list.some((other) => JSON.stringify(other) === JSON.stringify(grant));
        const changed = [
          ...after.filter((grant) => !isIn(before, grant)),
          ...before.filter((grant) => !isIn(after, grant)),
        ];
        for (const { unit } of changed) expect(administers(given.by, tree, unit)).toBe(true);
        for (const grant of after.filter((each) => !isIn(before, each)))
          expect(
            mine.some((own) => own.role === "administrator" && pathOf(tree, grant.unit).includes(own.unit)) ||
              tree.get(grant.unit)?.successors.length,
          ).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });

  it("gives nothing to whoever is no administrator", () => {
    fc.assert(
      fc.property(grants, anyGrant, (mine, asked) => {
        const plain = mine.filter(({ role }) => role !== "administrator");
        expect(checkGrants([], [asked], giving(plain))).not.toEqual([]);
      }),
    );
  });

  it("is never for oneself", () => {
    const own = { ...staff.administrator, grants: [...staff.administrator.grants] };
    const asked = { name: own.name, grants: own.grants };
    expect(() => changeStaff(own, asked, giving(own.grants, own.id), stamp)).toThrow("staff.own");
  });

  it("hands on what the leaver had, once, and leaves both accounts a version later", () => {
    fc.assert(
      fc.property(fc.subarray([...staff.reviewer.grants, ...staff.secretary.grants]), (had) => {
        const from: Staff = { ...staff.reviewer, grants: had };
        const to: Staff = { ...staff.secretary, grants: [...staff.secretary.grants] };
        const [left, taken] = handOverStaff(from, to, "x", giving([...staff.administrator.grants]), stamp);
        expect([left?.after.active, left?.after.version, taken?.after.version]).toEqual([false, 2, 2]);
        const kept = taken?.after.grants ?? [];
        expect(new Set(kept.map((grant) => JSON.stringify(grant))).size).toBe(kept.length);
        for (const grant of [...had, ...to.grants]) expect(kept).toContainEqual(grant);
      }),
    );
  });
});

describe("coming in", () => {
  const invited = { at: "2026-01-01T00:00:00.000Z", by: stamp.by };
  const person: Staff = { ...staff.reviewer, grants: [...staff.reviewer.grants], invited };

  it("is refused after 45 days without, counted from the last sign-in, invitation or reopening", () => {
    expect(isUnused({}, null, testNow)).toBe(false);
    expect(isUnused(person, null, "2026-02-15T00:00:00.000Z")).toBe(false);
    expect(isUnused(person, null, "2026-02-15T00:00:00.001Z")).toBe(true);
    expect(isUnused(person, "2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z")).toBe(false);
    const reopened = { ...person, reactivatedAt: "2026-03-01T00:00:00.000Z" };
    expect(isUnused(reopened, null, "2026-04-01T00:00:00.000Z")).toBe(false);
    expect(signInRefusal({ ...person, active: false }, null, "2026-01-02T00:00:00.000Z")).toBe(
      "signIn.deactivated",
    );
  });

  it("by a session that began before the account was closed is over, also after it is open again", () => {
    const session = {
      tokenHash: "x",
      staff: { id: person.id, name: "Tên cũ", email: person.email },
      signedInAt: testNow,
      seenAt: testNow,
    };
    expect(refreshSession(session, person)).toMatchObject({
      grants: person.grants,
      staff: { name: person.name },
    });
    expect(refreshSession(session, null)).toBeNull();
    expect(refreshSession(session, { ...person, active: false })).toBeNull();
    expect(refreshSession(session, { ...person, sessionsSince: testNow })).toBeNull();
    expect(refreshSession({ ...session, staff: { ...session.staff, id: "khac" } }, person)).toBeNull();
  });
});
