import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { advanceJob, beginJob, type JobKind } from "#core/jobs/job.ts";
import type { StaffRole } from "#core/staff/access.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { JobView } from "../../../functions/api/jobs/views.ts";
import { createTestApi } from "../../support/api.ts";
import { commune, province, staff, testNow } from "../../support/units.ts";

/*
 * What came out of a job is guarded as its content: each kind of job, with each relation that a viewer can have to it.
 */
const api = await createTestApi();

const person = async (id: string, grants: Staff["grants"]): Promise<Staff> => {
  const made = { id, name: id, email: `${id}@example.vn`, grants, active: true, version: 1 };
  await api.store.staff.put(made);
  return made;
};
const reviewerOf = (unit: string) => [{ role: "reviewer" as const, unit }];

const viewers = {
  colleague: await person("dong-nghiep", reviewerOf(commune.id)),
  "administrator of the unit": await person("quan-tri-xa", [{ role: "administrator", unit: commune.id }]),
  "reviewer of the unit above": await person("can-bo-tinh", reviewerOf(province.id)),
  "administrator of the unit above": staff.administrator,
  "reviewer of a sibling": staff.neighbourReviewer,
  secretary: staff.secretary,
  member: staff.member,
} satisfies Record<string, Staff>;
type Viewer = keyof typeof viewers;

/** A finished job whose result lies in the bucket, and whose errors quote a cell. */
async function keepJob(kind: JobKind, by: Staff | null, role: StaffRole, parameters: object = {}) {
  const id = randomBytes(16).toString("base64url");
  const request = { id, kind, unit: commune.id, year: 2026, parameters: { ...parameters } };
  const begun = beginJob(request, { staff: by?.id ?? null, role }, testNow);
  const errors = [{ sheet: "Sổ", cell: "C7", code: "cell.day", params: { value: "8/3/1984?" } }];
  const ended = { state: "done", result: `jobs/${id}/tep.xlsx`, errors, errorCount: 1 } as const;
  await api.store.jobs.create({ ...advanceJob(begun, ended, testNow), version: 1 });
  return id;
}

const download = async (id: string, by: Staff) =>
  (await api.ask(`/api/jobs/${id}/result`, { staff: by })).status;

const parent = ["administrator of the unit above"] as const;
/** Who besides the one who asked may have the result; everybody else is refused. */
const table: [string, JobKind, object, readonly Viewer[]][] = [
  ["the marked copy of an import", "import", {}, ["colleague", "reviewer of the unit above"]],
  [
    "a workbook",
    "workbook",
    { content: "all" },
    ["colleague", "administrator of the unit", "reviewer of the unit above", ...parent],
  ],
  ["an export of the register", "export", { list: "register", format: "xlsx" }, []],
  ["an export of figures", "export", { list: "figures", format: "csv" }, []],
];

describe.each(table)("%s", (_, kind, parameters, others) => {
  it("is given to the one who asked", async () => {
    const id = await keepJob(kind, staff.reviewer, "reviewer", parameters);
    expect(await download(id, staff.reviewer)).toBe(302);
    const view = (await (await api.ask(`/api/jobs/${id}`, { staff: staff.reviewer })).json()) as JobView;
    expect(view).toMatchObject({ hasResult: true, errors: [{ cell: "C7" }] });
  });

  it.each(Object.keys(viewers) as Viewer[])("of somebody else, to a %s as the table says", async (name) => {
    const id = await keepJob(kind, staff.reviewer, "reviewer", parameters);
    const may = others.includes(name);
    expect(await download(id, viewers[name])).toBe(may ? 302 : 403);
    const answer = await api.ask(`/api/jobs/${id}`, { staff: viewers[name] });
    if (answer.status !== 200) return;
    expect(await answer.json()).toMatchObject({
      hasResult: may,
      errors: may ? [{ cell: "C7" }] : [],
      errorCount: 1,
    });
  });
});

describe("a result", () => {
  it("of an administrator's own import is theirs, though they may not read other people's contacts", async () => {
    const { administrator } = staff;
    const id = await keepJob("import", administrator, "administrator");
    expect(await download(id, administrator)).toBe(302);
    expect(await download(id, viewers["administrator of the unit"])).toBe(403);
  });

  it("that was filled in another role is closed when that role has gone", async () => {
    const register = { list: "register", format: "xlsx" };
    const changed = await person("doi-vai-tro", reviewerOf(commune.id));
    const id = await keepJob("export", changed, "reviewer", register);
    expect(await download(id, changed)).toBe(302);
    await api.store.staff.put({ ...changed, grants: [{ role: "administrator", unit: commune.id }] });
    expect(await download(id, changed)).toBe(403);
  });

  it("that is not there is not found, and nothing is told to whoever is not signed in", async () => {
    const id = await keepJob("workbook", staff.reviewer, "reviewer");
    const job = await api.store.jobs.get(id);
    if (job) await api.store.jobs.save({ ...job, version: 2, result: null });
    expect(await download(id, staff.reviewer)).toBe(404);
    expect((await api.ask(`/api/jobs/${id}/result`)).status).toBe(401);
  });
});
