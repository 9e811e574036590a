import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runJobId } from "#core/report/run.ts";
import { createTestApi, problemOf } from "../support/api.ts";
import { buildCampaign, commune, province, staff, womensUnion } from "../support/units.ts";

const api = await createTestApi();
const { administrator } = staff;
const drawId = () => randomBytes(16).toString("base64url");
const send = (path: string, body: unknown) => api.ask(path, { method: "POST", staff: administrator, body });

const campaign = buildCampaign();
await api.store.directory.putCampaign({ ...campaign, id: "dot-khac", year: campaign.year - 1 });

const rename = { kind: "rename", on: "2026-03-01", unit: commune.id, name: "Xã Suối Mơ Đẹp", code: "90001" };
const exported = { kind: "export", unit: commune.id, year: 2026 };
const register = { list: "register", format: "csv" };
const asked = {
  title: "Báo cáo năm 2026",
  from: "2026",
  to: "2026",
  dueOn: "2026-12-20",
  units: [commune.id],
  text: "",
};

/** What begins something under an id that the page draws: a body, and others that say something else. */
const routes: Record<string, [path: string, body: object, others: object[]]> = {
  "a change of units": [
    "/api/unit-changes",
    { version: 0, document: "Nghị quyết 12/NQ-HĐND", change: rename },
    [{ document: "Nghị quyết 13/NQ-HĐND" }, { change: { ...rename, name: "Xã Suối Mơ Mới" } }],
  ],
  "a job": [
    "/api/jobs",
    { ...exported, parameters: register },
    [{ year: 2025 }, { parameters: { ...register, format: "xlsx" } }, { unit: province.id }],
  ],
  "a run of reports": [
    `/api/report-runs/${province.id}`,
    { campaign: campaign.id },
    [{ campaign: "dot-khac" }],
  ],
  "a request for reports": [
    "/api/report-requests",
    { unit: province.id, form: asked },
    [{ form: { ...asked, title: "Báo cáo khác" } }],
  ],
  "an invitation": [
    "/api/staff",
    {
      name: "Trần Văn Một",
      email: "mot@example.vn",
      grants: [{ role: "reviewer", unit: commune.id }],
    },
    [
      { email: "hai@example.vn" },
      { name: "Trần Văn Hai" },
      { grants: [{ role: "administrator", unit: commune.id }] },
    ],
  ],
};

describe.each(Object.entries(routes))("%s", (_, [path, body, others]) => {
  it("is begun once under its id, and another under the same id is refused", async () => {
    const id = drawId();
    const first = await send(path, { ...body, id });
    expect(first.status, await first.clone().text()).toBeLessThan(300);
    expect((await send(path, { ...body, id })).status).toBe(first.status);
    for (const other of others) {
      const refused = await send(path, { ...body, ...other, id });
      const { code } = await problemOf(refused);
      expect([refused.status, code.split(".")[1]], JSON.stringify(other)).toEqual([409, "taken"]);
    }
  });
});

describe("a job that the system begins by itself", () => {
  it("has an id that nobody can send", async () => {
    const id = runJobId({ id: "2026-12-25~dot-2026", again: {} }, commune.id);
    const refused = await send("/api/jobs", { ...exported, parameters: register, id });
    expect([refused.status, (await problemOf(refused)).errors[0]?.code]).toEqual([422, "job.id.invalid"]);
  });

  it("moves the dossiers of a unit that ended, whatever was begun under the id of the change", async () => {
    const id = drawId();
    await send("/api/jobs", { id, kind: "workbook", unit: province.id, parameters: { content: "template" } });
    const units = await (await api.ask("/api/units", { staff: administrator })).json();
    const change = { kind: "end", on: "2026-06-01", unit: womensUnion.id, successors: [] };
    const made = await send("/api/unit-changes", {
      id,
      version: units.version,
      document: "Nghị quyết 15",
      change,
    });
    const { job } = await made.json();
    expect(await api.store.jobs.get(job)).toMatchObject({ kind: "relocate", unit: commune.id });
  });
});
