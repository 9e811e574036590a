import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { UnitChangeForm } from "#core/units/change.ts";
import type { SessionView } from "../../../functions/api/staff/views.ts";
import type { UnitChangeView, UnitTreeView, UnitView } from "../../../functions/api/units/views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { commune, endedDistrict, neighbour, province, staff } from "../../support/units.ts";

const api = await createTestApi();
const drawId = () => randomBytes(16).toString("base64url");
const document = "Nghị quyết 1667/NQ-UBTVQH15";

const read = async <T>(path: string, asker: (typeof staff)[keyof typeof staff] = staff.reviewer) =>
  (await (await api.ask(`/api/units${path}`, { staff: asker })).json()) as T;

const send = async (
  change: UnitChangeForm,
  given: { id?: string; version?: number; dryRun?: boolean; staff?: (typeof staff)[keyof typeof staff] } = {},
) =>
  api.ask(`/api/unit-changes${given.dryRun ? "?dryRun=1" : ""}`, {
    method: "POST",
    staff: given.staff ?? staff.administrator,
    body: {
      id: given.id ?? drawId(),
      version: given.version ?? (await read<UnitTreeView>("")).version,
      document,
      change,
    },
  });

const merged = {
  id: "xa-suoi-mo-moi",
  code: "90010",
  name: "Ủy ban MTTQ Việt Nam xã Suối Mơ Mới",
  level: "commune",
  system: "front",
  parent: province.id,
} as const;

describe("the trees", () => {
  it("hold what there was on a day", async () => {
    const ids = (view: UnitTreeView) => view.units.map(({ id }) => id);
    expect(ids(await read<UnitTreeView>("?on=2025-06-30"))).toContain(endedDistrict.id);
    expect(ids(await read<UnitTreeView>("?on=2025-07-01"))).not.toContain(endedDistrict.id);
    const { units: living } = await read<UnitTreeView>("?on=2026-01-01");
    // Under the name of the district that it came of, a commune is still looked for.
    expect(living.find(({ id }) => id === commune.id)?.former).toEqual([endedDistrict.name]);
    expect((await read<UnitTreeView>("?on=2026-01-01&system=member")).units).toHaveLength(1);
    expect((await api.ask("/api/units?on=2026-02-30", { staff: staff.reviewer })).status).toBe(422);
  });

  it("stand by name in the lists to choose from, those that have ended last", async () => {
    const { units: listed } = (await (
      await api.ask("/api/session", { staff: staff.administrator })
    ).json()) as SessionView;
    const [ended, living] = [true, false].map((has) =>
      listed.filter(({ validTo }) => (validTo !== null) === has).map(({ name }) => name),
    ) as [string[], string[]];
    expect(living.length).toBeGreaterThan(2);
    expect(ended.length).toBeGreaterThan(0);
    const sorted = (names: string[]) => names.toSorted((a, b) => a.localeCompare(b, "vi"));
    expect(listed.map(({ name }) => name)).toEqual([...sorted(living), ...sorted(ended)]);
  });

  it("tell of a unit what it came of and what came of it", async () => {
    const ended = await read<UnitView>(`/${endedDistrict.id}`);
    expect(ended.successors.map(({ id }) => id)).toEqual([commune.id, neighbour.id]);
    const view = await read<UnitView>(`/${commune.id}`, staff.administrator);
    expect(view).toMatchObject({ administers: true, below: 1, predecessors: [{ id: endedDistrict.id }] });
    expect((await api.ask("/api/units/khong-co", { staff: staff.reviewer })).status).toBe(404);
  });
});

describe("a change of units", () => {
  it("renames, and keeps what it was called", async () => {
    const form = {
      kind: "rename",
      on: "2026-03-01",
      unit: commune.id,
      name: "Xã Suối Mơ Đẹp",
      code: "90001",
    } as const;
    const dry = (await (await send(form, { dryRun: true })).json()) as UnitChangeView;
    expect(dry).toMatchObject({ dryRun: true, units: [{ id: commune.id, ended: false }], moves: [] });
    expect((await read<UnitView>(`/${commune.id}`)).unit.name).toBe(commune.name);
    expect((await send(form)).status).toBe(200);
    const view = await read<UnitView>(`/${commune.id}`);
    expect(view.periods.map(({ name, to }) => [name, to])).toEqual([
      [commune.name, "2026-02-28"],
      ["Xã Suối Mơ Đẹp", null],
    ]);
    expect(view.changes).toMatchObject([
      { kind: "rename", on: "2026-03-01", document, by: staff.administrator.name },
    ]);
  });

  it("says beforehand which open dossiers move where, and begins the job that moves them, once", async () => {
    await api.submitted();
    const form = {
      kind: "merge",
      on: "2026-06-01",
      units: [commune.id, neighbour.id],
      into: merged,
    } as const;
    const dry = (await (
      await send({ ...form, units: [...form.units] }, { dryRun: true })
    ).json()) as UnitChangeView;
    expect(dry.moves.find(({ from }) => from.id === commune.id)).toMatchObject({
      to: { id: merged.id },
      open: 1,
    });
    expect(dry.units.map(({ id, ended }) => `${id} ${ended}`).sort()).toEqual(
      [`${commune.id} true`, `${neighbour.id} true`, `${merged.id} false`, "hoi-phu-nu-suoi-mo false"].sort(),
    );
    const { version } = await read<UnitTreeView>("");
    const id = drawId();
    const first = (await (
      await send({ ...form, units: [...form.units] }, { id, version })
    ).json()) as UnitChangeView;
    const again = (await (
      await send({ ...form, units: [...form.units] }, { id, version })
    ).json()) as UnitChangeView;
    expect(first).toMatchObject({ version: version + 1, job: expect.any(String) });
    expect(again).toMatchObject({ version: version + 1, job: first.job });
    expect(await api.store.jobs.get(String(first.job))).toMatchObject({
      kind: "relocate",
      parameters: { change: String(version + 1) },
    });
    expect((await read<UnitView>(`/${merged.id}`)).predecessors).toHaveLength(2);
  });

  it("comes second where somebody was faster", async () => {
    const response = await send(
      { kind: "rename", on: "2026-06-10", unit: merged.id, name: "Tên khác", code: "90010" },
      { version: 0 },
    );
    expect([response.status, (await problemOf(response)).code]).toEqual([409, "version.conflict"]);
  });

  it("refuses by field what would break the trees, what is to come, and who is not asked", async () => {
    const fault = async (form: UnitChangeForm) => {
      const response = await send(form);
      const [first] = (await problemOf(response)).errors;
      return `${response.status} ${first?.pointer} ${first?.code}`;
    };
    const name = "Tên khác";
    expect(await fault({ kind: "rename", on: "2027-01-01", unit: merged.id, name, code: "1" })).toBe(
      "422 /change/on unitChange.on.future",
    );
    expect(await fault({ kind: "rename", on: "1026-06-01", unit: merged.id, name, code: "1" })).toBe(
      "422 /change/on day.implausible",
    );
    expect(await fault({ kind: "rename", on: "2026-06-01", unit: merged.id, name, code: "1" })).toBe(
      "422 /change/unit unitChange.unit.notThere",
    );
    expect(
      await fault({ kind: "move", on: "2026-06-10", unit: merged.id, parent: "hoi-phu-nu-suoi-mo" }),
    ).toBe("422 /change/parent unit.parent.cycle");
    const founded = { ...merged, id: "xa-khac", name: "Xã Khác" };
    expect(await fault({ kind: "found", on: "2026-06-10", unit: founded })).toBe(
      "422 /change/unit/code unit.code.overlap",
    );
    const denied = await send(
      { kind: "rename", on: "2026-06-10", unit: merged.id, name, code: "1" },
      { staff: staff.reviewer },
    );
    expect(denied.status).toBe(403);
  });
});
