import { expect, it } from "vitest";
import { jobKinds } from "#core/jobs/job.ts";
import { type Action, access, isForStaff } from "#core/staff/access.ts";
import type { Staff } from "#core/staff/staff.ts";
import { createTestApi } from "../support/api.ts";
import { keepRequest } from "../support/report-requests.ts";
import { commune, communeCouncil, province, staff } from "../support/units.ts";

const api = await createTestApi();
const { id: reportRequest } = await keepRequest(api.store, { units: [commune.id] });
const { id: initiative } = await api.submitted();

type Operation = { "x-action"?: Action | Action[]; requestBody?: object };
const document = (await (await api.ask("/api/openapi.json")).json()) as {
  paths: Record<string, Record<string, Operation>>;
};
const filled = (path: string) =>
  path
    .replace("/campaigns/{id}", "/campaigns/dot-2026")
    .replace("/councils/{council}", `/councils/${communeCouncil.id}`)
    .replace("/staff/{id}", `/staff/${staff.reviewer.id}`)
    .replace("/initiatives/{id}", `/initiatives/${initiative}`)
    .replace("/report-requests/{id}", `/report-requests/${reportRequest}`)
    .replace("{unit}", commune.id)
    .replace("{from}/{to}", "2026/2026")
    .replace("{id}", "x")
    .replace("{author}", "1");

const bodies = ["{}", "[]", '{"unit":7,"form":{"unit":"tinh-kiem-thu"},"change":{"unit":"xa-suoi-mo"}}'];
const walk = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { "x-action": actions = [], requestBody }]) => {
    const guarded = [actions].flat();
    return requestBody && guarded.every(isForStaff) ? [{ method: method.toUpperCase(), path, guarded }] : [];
  }),
);

it("walks every route that takes a body from staff", () => {
  expect(walk.length).toBeGreaterThan(15);
  expect(walk.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["/api/unit-changes", "/api/councils", "/api/documents", "/api/jobs"]),
  );
});

/** Jobs are begun by every kind of staff at their own units: the test below asks by unit and kind. */
const forAll = ["/api/jobs"];

it.each(walk.filter(({ path }) => !forAll.includes(path)))(
  "$method $path tells nobody what is wrong with a body who may not send any",
  async ({ method, path, guarded }) => {
    const outsiders = [staff.member, staff.neighbourSecretary].filter(({ grants }) =>
      guarded.every((action) =>
        access[action].every((rule) => grants.every(({ role }) => rule.role !== role)),
      ),
    );
    expect(outsiders.length).toBeGreaterThan(0);
    for (const by of outsiders)
      for (const body of bodies) {
        const asked = await api.ask(filled(path), { method, body, staff: by });
        expect([403, 404], `${asked.status} ${await asked.clone().text()}`).toContain(asked.status);
      }
  },
);

it("a unit change is refused for what it is to those alone who answer for every unit that it names", async () => {
  const body = { change: { kind: "rename", unit: commune.id } };
  const ask = (by: (typeof staff)[keyof typeof staff], change: object = body) =>
    api.ask("/api/unit-changes", { method: "POST", body: change, staff: by });
  expect((await ask(staff.reviewer)).status).toBe(403);
  expect((await ask(staff.administrator)).status).toBe(422);
  const own = { ...staff.administrator, id: "a", email: "a@example.vn" };
  await api.store.staff.put({ ...own, grants: [{ role: "administrator", unit: commune.id }] });
  expect((await ask(own)).status).toBe(422);
  expect((await ask(own, { change: { kind: "rename", unit: province.id } })).status).toBe(403);
  expect((await ask(own, {})).status).toBe(422);
});

it.each(["", "unknown", ...jobKinds])(
  "a job of kind “%s” tells nobody what is wrong with it who may not begin it",
  async (kind) => {
    const outsiders: Staff[] = [staff.neighbourReviewer, staff.neighbourSecretary];
    if (kind === "relocate" || kind === "import") outsiders.push(staff.member, staff.secretary);
    for (const by of outsiders)
      for (const unit of [commune.id, "khong-co", "constructor", 7]) {
        const body = { id: "", kind, unit, parameters: { constructor: 1 } };
        const asked = await api.ask("/api/jobs", { method: "POST", body, staff: by });
        expect([by.id, unit, asked.status]).toEqual([by.id, unit, 403]);
      }
  },
);
