import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formOf } from "#core/campaigns/form.ts";
import type { Staff } from "#core/staff/staff.ts";
import { isAbove, type Level, levels, systems } from "#core/units/unit.ts";
import { createTestApi } from "../../support/api.ts";
import { buildCampaign, commune, councils, units as seeded } from "../../support/units.ts";

const api = await createTestApi();
const by: Staff = {
  id: "quan-tri-suoi-mo",
  name: "Quản trị xã",
  email: "quan-tri-suoi-mo@example.vn",
  grants: [{ role: "administrator", unit: commune.id }],
  active: true,
  version: 1,
};
await api.store.staff.put(by);

const drawId = () => randomBytes(16).toString("base64url");
const founded = Array.from({ length: 12 }, (_, n) => `moi-${n}`);
const anyUnit = fc.constantFrom(...seeded.map(({ id }) => id), ...founded);
/** Often the administrator's own, so that much of what is asked is accepted. */
const unitId = fc.oneof({ weight: 2, arbitrary: fc.constant(commune.id) }, { weight: 1, arbitrary: anyUnit });
const newUnit = fc.record({
  id: fc.constantFrom(...founded),
  code: fc.constant(""),
  name: fc.constant("Đơn vị mới"),
  level: fc.constantFrom(...levels),
  system: fc.constantFrom(...systems),
  parent: fc.option(unitId, { freq: 8 }),
});
const on = "2026-06-10";
const change = fc.oneof(
  fc.record({ kind: fc.constant("found"), on: fc.constant(on), unit: newUnit }),
  fc.record({
    kind: fc.constant("move"),
    on: fc.constant("2026-06-12"),
    unit: unitId,
    parent: fc.option(unitId),
  }),
  fc.record({
    kind: fc.constant("merge"),
    on: fc.constant("2026-06-14"),
    units: fc.uniqueArray(unitId, { minLength: 2, maxLength: 2 }),
    into: newUnit,
  }),
);
type Request = { path: string; body: (version: number) => object };
const request: fc.Arbitrary<Request> = fc.oneof(
  change.map((form) => ({
    path: "/api/unit-changes",
    body: (version: number) => ({ id: drawId(), version, document: "Nghị quyết 1", change: form }),
  })),
  fc.tuple(unitId, fc.option(fc.constantFrom(...levels), { freq: 1 })).map(([unit, level]) => ({
    path: "/api/councils",
    body: () => ({ unit, name: "Hội đồng", ...(level ? { level } : {}) }),
  })),
  fc.tuple(unitId, fc.subarray([...councils.keys()], { maxLength: 1 })).map(([unit, ids]) => ({
    path: "/api/campaigns",
    body: () => ({
      id: `dot-${randomBytes(6).toString("hex")}`,
      form: { ...formOf(buildCampaign()), unit, receives: [], councils: ids },
    }),
  })),
);

it("no request of a commune's administrator makes a unit or a council of a level above the own", async () => {
  const known = new Set([...seeded.map(({ id }) => id), ...councils.keys()]);
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 6 }), async (requests) => {
      for (const { path, body } of requests) {
        const { length } = await api.store.units.changes();
        const response = await api.ask(path, { method: "POST", body: body(length), staff: by });
        expect(response.status, await response.clone().text()).toBeLessThan(500);
        if (response.ok) made++;
      }
      const units = await api.store.units.now();
      const above = (level: Level | undefined) => level !== undefined && isAbove(level, commune.level);
      for (const unit of units.values()) if (!known.has(unit.id)) expect(above(unit.level)).toBe(false);
      for (const unit of seeded) expect(units.get(unit.id)?.level).toBe(unit.level);
      for (const council of (await api.store.councils.now()).values())
        if (!known.has(council.id)) expect(above(units.get(council.unit)?.level)).toBe(false);
      for (const { unit, councils: seats, id } of await api.store.campaigns.all())
        if (id !== "dot-2026")
          for (const { level } of seats)
            expect([above(level), above(units.get(unit)?.level)]).toEqual([false, false]);
    }),
    { numRuns: 40 },
  );
  expect(made).toBeGreaterThan(10);
});
