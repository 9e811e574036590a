import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Staff } from "#core/staff/staff.ts";
import type { StaffListView, StaffView } from "../../../functions/api/staff/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import {
  commune,
  communeCouncil,
  neighbour,
  province,
  provinceCouncil,
  staff,
  testNow,
} from "../../support/units.ts";

let api: Awaited<ReturnType<typeof createTestApi>>;
const here: Staff = {
  id: "quan-tri-suoi-mo",
  email: "quan-tri-suoi-mo@example.vn",
  name: "Bùi Thị Lan",
  grants: [{ role: "administrator", unit: commune.id }],
  active: true,
  version: 1,
};
beforeEach(async () => {
  api = await createTestApi();
  await api.store.staff.put(here);
});

const by = staff.administrator;
const newId = () => randomBytes(16).toString("base64url");
const reviewerHere = { role: "reviewer", unit: commune.id } as const;
const someone = (changes: object = {}) => ({
  id: newId(),
  email: "moi@example.vn",
  name: "Ngô Thị Mới",
  grants: [reviewerHere],
  ...changes,
});
const invite = (form: object, as: Staff = here) =>
  api.ask("/api/staff", { method: "POST", body: form, staff: as });
const change = (id: string, version: number, form: object, as: Staff = here) =>
  api.ask(`/api/staff/${id}`, { method: "PUT", body: { version, form }, staff: as });
const make = (id: string, move: string, version: number, form: object = {}, as: Staff = here) =>
  api.ask(`/api/staff/${id}/moves`, { method: "POST", body: { move, version, form }, staff: as });
const viewOf = async (response: Response) => {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as StaffView;
};
const refusalOf = async (response: Response) => {
  const { code, errors } = await problemOf(response);
  return [response.status, code, ...errors.map(({ pointer, code: rule }) => `${pointer} ${rule}`)];
};
const list = async (unit: string, as: Staff = here) =>
  ((await (await api.ask(`/api/staff?unit=${unit}`, { staff: as })).json()) as StaffListView).staff.map(
    ({ id }) => id,
  );

describe("an invitation", () => {
  it("makes an account, once, whatever is lost on the way", async () => {
    const form = someone();
    const first = await viewOf(await invite(form));
    expect(first).toMatchObject({ state: "invited", version: 1, lastSignIn: null, moves: expect.any(Array) });
    expect((await viewOf(await invite(form))).log).toHaveLength(1);
    expect(await list(commune.id)).toContain(form.id);
    expect(await refusalOf(await invite(someone()))).toEqual([
      409,
      "staff.taken",
      "/email problem.staff.taken",
    ]);
  });

  it("gives roles at the giver's own units and below, and at councils that sit there", async () => {
    const grants = [
      { role: "reviewer", unit: neighbour.id },
      { role: "member", unit: commune.id, council: provinceCouncil.id },
      { role: "administrator", unit: province.id },
      { role: "reviewer", unit: "khong-co" },
      { role: "secretary", unit: commune.id, council: communeCouncil.id },
      { role: "secretary", unit: commune.id, council: communeCouncil.id },
    ];
    expect(await refusalOf(await invite(someone({ grants })))).toEqual([
      422,
      "staff.invalid",
      "/grants/0/unit staff.grant.outside",
      "/grants/1/council staff.grant.council",
      "/grants/2/unit staff.grant.outside",
      "/grants/3/unit staff.grant.unitUnknown",
      "/grants/5 staff.grant.twice",
    ]);
    expect((await invite(someone({ grants: grants.slice(0, 1) }), by)).status).toBe(201);
  });

  it("names what is missing", async () => {
    expect(await refusalOf(await invite(someone({ email: "khong", name: " ", grants: [] })))).toEqual([
      422,
      "staff.invalid",
      "/name staff.name.required",
      "/email staff.email.invalid",
      "/grants staff.grants.required",
    ]);
  });
});

describe("roles that change", () => {
  it("count with the next request of a session that goes on", async () => {
    const inbox = () => api.ask(`/api/units/${commune.id}/inbox`, { staff: staff.reviewer });
    expect((await inbox()).status).toBe(200);
    const grants = [{ role: "member", unit: commune.id, council: communeCouncil.id }];
    await viewOf(await change(staff.reviewer.id, 1, { name: staff.reviewer.name, grants }));
    expect((await inbox()).status).toBe(403);
    expect((await api.ask("/api/session", { staff: staff.reviewer })).status).toBe(200);
  });

  it("by two people at once keep the first one's, and tell the second", async () => {
    const form = (name: string) => ({ name, grants: staff.reviewer.grants });
    const both = await Promise.all([
      change(staff.reviewer.id, 1, form("A")),
      change(staff.reviewer.id, 1, form("B"), by),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused && (await problemOf(refused)).code).toBe("version.conflict");
  });

  it("are nobody's own to change, nor those of units that one does not administer", async () => {
    const up = { name: here.name, grants: [{ role: "administrator", unit: province.id }] };
    expect(await refusalOf(await change(here.id, 1, up))).toEqual([403, "staff.own"]);
    const both = [...staff.reviewer.grants, ...staff.neighbourReviewer.grants];
    const { name } = staff.reviewer;
    await viewOf(await change(staff.reviewer.id, 1, { name, grants: both }, by));
    expect(
      await refusalOf(await change(staff.reviewer.id, 2, { name, grants: staff.reviewer.grants })),
    ).toEqual([422, "staff.invalid", "/grants staff.grant.outsideTaken"]);
    await viewOf(await change(staff.reviewer.id, 2, { name, grants: staff.neighbourReviewer.grants }));
    expect((await api.ask(`/api/staff/${staff.reviewer.id}`, { staff: here })).status).toBe(403);
  });
});

describe("an account that is closed", () => {
  it("ends every session at once, for good, and opens again", async () => {
    const { reviewer } = staff;
    const session = () => api.ask("/api/session", { staff: reviewer });
    expect((await session()).status).toBe(200);
    const reason = "Nghỉ việc";
    for (let turn = 0; turn < 2; turn++)
      expect(await viewOf(await make(reviewer.id, "deactivate", 1, { reason }))).toMatchObject({
        state: "deactivated",
        deactivated: { reason, by: here.name },
        moves: ["reactivate"],
      });
    expect((await session()).status).toBe(401);
    const opened = await viewOf(await make(reviewer.id, "reactivate", 2));
    expect(opened.log.map(({ did }) => did)).toEqual(["reactivate", "deactivate"]);
    expect((await session()).status).toBe(401);
    expect((await make(reviewer.id, "reactivate", 3)).status).toBe(409);
  });

  it("cannot be one's own, nor that of somebody who serves elsewhere too", async () => {
    expect(await refusalOf(await make(here.id, "deactivate", 1, { reason: "x" }))).toEqual([
      403,
      "staff.own",
    ]);
    const grants = [...staff.reviewer.grants, ...staff.neighbourReviewer.grants];
    await viewOf(await change(staff.reviewer.id, 1, { name: "A", grants }, by));
    expect(await refusalOf(await make(staff.reviewer.id, "deactivate", 2, { reason: "x" }))).toEqual([
      403,
      "staff.elsewhere",
    ]);
  });

  it("hands over to a successor what it could do, both or neither", async () => {
    const { reviewer, member } = staff;
    const form = { to: member.id, reason: "Chuyển công tác" };
    const [left] = await Promise.all([make(reviewer.id, "handOver", 1, form)]);
    expect(await viewOf(left)).toMatchObject({ state: "deactivated", grants: reviewer.grants });
    const after = await viewOf(await api.ask(`/api/staff/${member.id}`, { staff: here }));
    expect(after.grants.map(({ role }) => role)).toEqual(["member", "reviewer"]);
    expect(after.log[0]).toMatchObject({ did: "receive", other: { name: reviewer.name } });
    expect((await api.ask(`/api/units/${commune.id}/inbox`, { staff: member })).status).toBe(200);
    const back = await make(staff.secretary.id, "handOver", 1, { to: reviewer.id, reason: "x" });
    expect(await refusalOf(back)).toEqual([422, "staff.invalid", "/to staff.to.invalid"]);
  });
});

describe("sign-ins", () => {
  it("are kept for twelve months, and shown with the last one", async () => {
    const { id } = staff.reviewer;
    await api.store.staff.putSignIn(id, { at: testNow, outcome: "signedIn" }, "a");
    await api.store.staff.putSignIn(id, { at: testNow, outcome: "signIn.unused" }, "b");
    const read = async (as: Staff) => viewOf(await api.ask(`/api/staff/${id}`, { staff: as }));
    expect(await read(here)).toMatchObject({ lastSignIn: testNow, signIns: [{}, {}] });
    api.setNow("2027-07-01T00:00:00.000Z");
    const later = { ...by, id: "quan-tri-nam-sau", email: "quan-tri-nam-sau@example.vn" };
    await api.store.staff.put(later);
    expect((await read(later)).signIns).toEqual([]);
  });
});
