import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Staff } from "#core/staff/staff.ts";
import type { JobsView, JobView } from "../../../functions/api/jobs/views.ts";
import type { ProblemView } from "../../../functions/api/problem-view.ts";
import { createTestApi } from "../../support/api.ts";
import { commune, communeCouncil, neighbourCouncil, staff, testYear } from "../../support/units.ts";

const api = await createTestApi();

const register = { list: "register", format: "xlsx" };
const drawId = () => randomBytes(16).toString("base64url");

async function begin(
  by: Staff,
  parameters: object,
  { id = drawId(), unit = commune.id, year = testYear as number | null } = {},
): Promise<Response> {
  return api.ask("/api/jobs", {
    method: "POST",
    body: { id, kind: "export", unit, year, parameters },
    staff: by,
  });
}

describe("who may take a list along is who may read it", () => {
  const rows: [string, Staff, object, number][] = [
    ["a reviewer the register", staff.reviewer, register, 202],
    ["an administrator the register below", staff.administrator, register, 202],
    ["a secretary not the register", staff.secretary, register, 403],
    ["a member not the inbox", staff.member, { list: "inbox", format: "csv" }, 403],
    ["the neighbour's reviewer not the register", staff.neighbourReviewer, register, 403],
    ["an administrator the list of staff", staff.administrator, { list: "staff", format: "csv" }, 202],
    ["a reviewer not the list of staff", staff.reviewer, { list: "staff", format: "csv" }, 403],
    ["a secretary the figures", staff.secretary, { list: "figures", format: "csv" }, 202],
    [
      "a member their council's queue",
      staff.member,
      { list: "councilQueue", format: "csv", council: communeCouncil.id },
      202,
    ],
    [
      "a member not another council's queue",
      staff.member,
      { list: "councilQueue", format: "csv", council: neighbourCouncil.id },
      403,
    ],
    [
      "a reviewer no council's queue",
      staff.reviewer,
      { list: "councilQueue", format: "csv", council: communeCouncil.id },
      403,
    ],
  ];
  it.each(rows)("%s", async (_, by, parameters, status) => {
    expect((await begin(by, parameters)).status).toBe(status);
  });

  it("is asked before anything is kept", async () => {
    const id = drawId();
    await begin(staff.secretary, register, { id });
    expect(await api.store.jobs.get(id)).toBe(null);
  });
});

describe("an export", () => {
  it("keeps the role it was asked under, which decides what it tells", async () => {
    const roleOf = async (by: Staff) => {
      const id = drawId();
      await begin(by, register, { id });
      return (await api.store.jobs.get(id))?.role;
    };
    expect(await roleOf(staff.reviewer)).toBe("reviewer");
    expect(await roleOf(staff.administrator)).toBe("administrator");
  });

  it("is told to the one who asked and to nobody else", async () => {
    const id = drawId();
    await begin(staff.reviewer, register, { id });
    const seen = async (by: Staff) => {
      const job = await api.ask(`/api/jobs/${id}`, { staff: by });
      const list = await api.ask(`/api/units/${commune.id}/jobs`, { staff: by });
      const { jobs = [] } = (await list.json()) as Partial<JobsView>;
      return [job.status, jobs.some((each) => each.id === id)];
    };
    expect(await seen(staff.reviewer)).toEqual([200, true]);
    expect(await seen(staff.administrator)).toEqual([403, false]);
    expect(await seen(staff.secretary)).toEqual([403, false]);
    expect(await seen(staff.neighbourReviewer)).toEqual([403, false]);
  });

  it("that is asked for again is the same one", async () => {
    const id = drawId();
    const [one, other] = [
      await begin(staff.reviewer, register, { id }),
      await begin(staff.reviewer, register, { id }),
    ];
    expect([one.status, other.status]).toEqual([202, 202]);
    expect(((await other.json()) as JobView).requestedAt).toBe(((await one.json()) as JobView).requestedAt);
  });

  it.each<[object, number | null, string]>([
    [{ list: "everything", format: "xlsx" }, testYear, "/parameters/list"],
    [{ list: "register", format: "exe" }, testYear, "/parameters/format"],
    [{ list: "register", format: "csv", secret: "1" }, testYear, "/parameters/secret"],
    [register, null, "/year"],
    [{ list: "councilQueue", format: "csv" }, testYear, "/parameters/council"],
    [{ list: "inbox", format: "csv", state: "lost" }, testYear, "/parameters/state"],
  ])("asked for as %j of %j names what is wrong", async (parameters, year, pointer) => {
    const response = await begin(staff.reviewer, parameters, { year });
    expect(response.status).toBe(422);
    const { code, errors } = (await response.json()) as ProblemView;
    expect(code).toBe("job.invalid");
    expect(errors.map((error) => error.pointer)).toEqual([pointer]);
    expect(errors[0]?.detail).not.toBe("");
  });
});
