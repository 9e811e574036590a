import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { formOf } from "#core/campaigns/form.ts";
import type { Grant } from "#core/staff/access.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { CampaignView, CouncilListView, CouncilView } from "../../../functions/api/campaigns/views.ts";
import type { InitiativeView } from "../../../functions/api/initiatives/views.ts";
import { runImport } from "../../../operations/data/run-import.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildInitiative, buildMoveForm } from "../../support/submissions.ts";
import {
  buildCampaign,
  commune,
  communeCouncil,
  councilIdOf,
  neighbour,
  neighbourCouncil,
  province,
  provinceCouncil,
  staff,
} from "../../support/units.ts";
import { fillWorkbook } from "../../support/workbooks.ts";

const api = await createTestApi();

const person = async (id: string, ...grants: Grant[]): Promise<Staff> => {
  const account = { id, name: id, email: `${id}@example.vn`, grants, active: true, version: 1 };
  await api.store.staff.put(account);
  return account;
};
/** Administrators of the two communes, and of the province. */
let attacker: Staff;
let rightful: Staff;
const above = staff.administrator;
beforeAll(async () => {
  attacker = await person("quan-tri-dong-xuan", { role: "administrator", unit: neighbour.id });
  rightful = await person("quan-tri-suoi-mo", { role: "administrator", unit: commune.id });
});

const found = (unit: unknown, name: unknown, by: Staff) =>
  api.ask("/api/councils", { method: "POST", body: { unit, name }, staff: by });
const change = (id: string, version: number, form: object, by: Staff) =>
  api.ask(`/api/councils/${id}`, { method: "PUT", body: { version, form }, staff: by });
const councilOf = async (response: Response) => {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as CouncilView;
};
const invite = (grant: object, by: Staff) => {
  const id = randomBytes(16).toString("base64url");
  const body = { id, name: "Người được mời", email: `${id}@example.vn`, grants: [grant] };
  return api.ask("/api/staff", { method: "POST", body, staff: by });
};
const draft = (id: string, unit: string, councils: unknown, by: Staff) => {
  const form = { ...formOf(buildCampaign()), unit, receives: [unit], councils };
  return api.ask("/api/campaigns", { method: "POST", body: { id, form }, staff: by });
};
const refusalOf = async (response: Response) => {
  const { code, errors } = await problemOf(response);
  return [response.status, code, ...errors.map(({ pointer, code: rule }) => `${pointer} ${rule}`)];
};
const queueOf = (council: string, by: Staff) => api.ask(`/api/councils/${council}/queue/2026`, { staff: by });

/** A dossier that lies with the commune's council. */
async function proposed(): Promise<InitiativeView> {
  const { id } = await api.submitted();
  for (const [move, version] of [
    ["accept", 1],
    ["propose", 2],
  ] as const)
    await api.move(id, move, version, buildMoveForm(move, buildInitiative()), { staff: staff.reviewer });
  const view = await api.read(id, { staff: staff.secretary });
  expect(view.council).toMatchObject({ id: communeCouncil.id });
  return view;
}

describe("the power of another unit's council", () => {
  const foreign = [communeCouncil.id, provinceCouncil.id];
  const invented = ["hoi-dong-xa-suoi-mo", councilIdOf(99)];

  it("is not had by naming it in a draft, nor by a grant at the own unit", async () => {
    for (const id of foreign) {
      expect(await refusalOf(await draft("dot-gia", neighbour.id, [id], attacker))).toEqual([
        422,
        "campaign.invalid",
        "/councils/0 council.unit.outside",
      ]);
      for (const role of ["secretary", "member"])
        expect(await refusalOf(await invite({ role, unit: neighbour.id, council: id }, attacker))).toEqual([
          422,
          "staff.invalid",
          "/grants/0/council staff.grant.council",
        ]);
    }
    for (const id of invented) {
      expect((await draft("dot-gia", neighbour.id, [id], attacker)).status).toBe(422);
      expect((await invite({ role: "secretary", unit: neighbour.id, council: id }, attacker)).status).toBe(
        422,
      );
    }
    // A council with its unit and level, as campaigns once stated them, is no council's id.
    const stated = { ...neighbourCouncil, level: "province" };
    expect((await draft("dot-gia", neighbour.id, [stated], attacker)).status).toBe(422);
  });

  it("is not had by a grant that says the council and another unit, however it was kept", async () => {
    const dossier = await proposed();
    const unit = neighbour.id;
    for (const council of foreign) {
      const accomplice = await person(`dong-pham-${council.slice(-1)}`, { role: "secretary", unit, council });
      expect((await queueOf(council, accomplice)).status).toBe(403);
      expect((await api.ask(`/api/initiatives/${dossier.id}`, { staff: accomplice })).status).toBe(403);
      for (const move of ["takeUp", "recognise"] as const) {
        const form = buildMoveForm(move, buildInitiative());
        const refused = await api.move(dossier.id, move, dossier.version, form, { staff: accomplice });
        expect(refused.status).toBe(403);
      }
      const parameters = { list: "councilQueue", format: "csv", council };
      const id = randomBytes(16).toString("base64url");
      const body = { id, kind: "export", unit, year: 2026, parameters };
      expect((await api.ask("/api/jobs", { method: "POST", body, staff: accomplice })).status).toBe(403);
    }
    expect((await api.read(dossier.id, { staff: staff.secretary })).state).toBe("proposed");
  });

  it("is not had by founding one of the same name", async () => {
    const same = await councilOf(await found(neighbour.id, communeCouncil.name, attacker));
    expect(same.id).not.toBe(communeCouncil.id);
    expect(same.level).toBe(neighbour.level);
    const grant = { role: "secretary" as const, unit: neighbour.id, council: same.id };
    expect((await invite(grant, attacker)).status).toBe(201);
    const namesake = await person("thu-ky-trung-ten", grant);
    const dossier = await proposed();
    expect((await queueOf(same.id, namesake)).status).toBe(200);
    expect((await queueOf(communeCouncil.id, namesake)).status).toBe(403);
    expect((await api.ask(`/api/initiatives/${dossier.id}`, { staff: namesake })).status).toBe(403);
    // The rightful administrator still gives the own council's roles.
    const own = { role: "secretary", unit: commune.id, council: communeCouncil.id };
    expect((await invite(own, rightful)).status).toBe(201);
  });

  it("is not had by a workbook", async () => {
    const run = async (councils: Record<string, string>[], unit: string) =>
      (await runImport(api.store, await fillWorkbook({ councils }), { unit })).job.errors.map(
        ({ cell, code }) => `${cell} ${code}`,
      );
    const name = "Hội đồng nhập từ tệp";
    for (const id of foreign)
      expect(await run([{ unit: neighbour.id, name, id }], neighbour.id)).toEqual([
        "E2 row.council.elsewhere",
      ]);
    for (const id of ["hoi-dong-la", councilIdOf(99)])
      expect(await run([{ unit: neighbour.id, name, id }], neighbour.id)).toEqual(["E2 row.council.unknown"]);
    expect(await run([{ unit: commune.id, name }], neighbour.id)).toEqual(["B2 row.unit.outside"]);
    expect(await run([{ unit: neighbour.id, name }], neighbour.id)).toEqual([]);
    expect(await run([{ unit: neighbour.id, name }], neighbour.id)).toEqual([]);
    const kept = [...(await api.store.councils.now()).values()].filter((council) => council.name === name);
    expect(kept.map(({ unit }) => unit)).toEqual([neighbour.id]);
  });

  it("is not had by changing it", async () => {
    for (const id of foreign) {
      expect((await change(id, 1, { name: "Của tôi", endsOn: null }, attacker)).status).toBe(403);
      expect((await change(id, 1, {}, attacker)).status).toBe(403);
    }
    for (const unit of [commune.id, province.id, "khong-co", "", 7])
      expect((await found(unit, "", attacker)).status, String(unit)).toBe(403);
  });
});

describe("a council", () => {
  it("is one of its name at its unit, however many found it at the same time", async () => {
    const name = "Hội đồng lập cùng lúc";
    const all = await Promise.all(Array.from({ length: 6 }, () => found(commune.id, name, rightful)));
    const ids = await Promise.all(all.map(async (response) => (await councilOf(response)).id));
    expect(new Set(ids).size).toBe(1);
  });

  it("is founded once, has the level of its unit, and is listed for administrators of the unit and above", async () => {
    const first = await councilOf(await found(commune.id, "Hội đồng khoa học", rightful));
    expect(first).toMatchObject({ level: "commune", endsOn: null, sits: true, unit: { id: commune.id } });
    expect(await councilOf(await found(commune.id, "hội đồng khoa học", above))).toEqual(first);
    const list = async (by: Staff, unit: string) => {
      const response = await api.ask(`/api/councils?unit=${unit}`, { staff: by });
      return response.status === 200
        ? ((await response.json()) as CouncilListView).councils.map(({ id }) => id)
        : response.status;
    };
    expect(await list(rightful, commune.id)).toEqual(expect.arrayContaining([first.id, communeCouncil.id]));
    expect(await list(above, province.id)).toEqual(expect.arrayContaining([first.id, neighbourCouncil.id]));
    expect(await list(attacker, commune.id)).toBe(403);
    expect(await list(rightful, province.id)).toBe(403);
    const level = { unit: commune.id, name: "Hội đồng tự xưng", level: "province" };
    expect((await api.ask("/api/councils", { method: "POST", body: level, staff: rightful })).status).toBe(
      422,
    );
  });

  it("that a draft names gives no seat until somebody grants one, and what an opening froze stays", async () => {
    const council = await councilOf(await found(neighbour.id, "Hội đồng mới", attacker));
    const kept = await draft("dot-dong-xuan", neighbour.id, [council.id], attacker);
    expect(kept.status, await kept.clone().text()).toBe(201);
    expect((await queueOf(council.id, staff.neighbourSecretary)).status).toBe(403);
    await councilOf(await change(council.id, 1, { name: "Hội đồng đổi tên", endsOn: null }, attacker));
    const move = { move: "open", version: 1, form: {} };
    const path = "/api/campaigns/dot-dong-xuan";
    const opened = await api.ask(`${path}/moves`, { method: "POST", body: move, staff: attacker });
    const frozen = [{ id: council.id, name: "Hội đồng đổi tên", unit: neighbour.id, level: "commune" }];
    expect(((await opened.json()) as CampaignView).campaign.councils).toEqual(frozen);
    await councilOf(await change(council.id, 2, { name: "Tên sau khi mở", endsOn: null }, attacker));
    const now = (await (await api.ask(path, { staff: attacker })).json()) as CampaignView;
    expect(now.campaign.councils).toEqual(frozen);
    // The campaign needs it until it has been evaluated.
    expect(
      await refusalOf(
        await change(council.id, 3, { name: "Tên sau khi mở", endsOn: "2026-06-01" }, attacker),
      ),
    ).toEqual([422, "council.invalid", "/endsOn council.inUse"]);
  });

  it("that has ended gives nobody anything, and comes back when its end is taken back", async () => {
    const council = await councilOf(await found(commune.id, "Hội đồng một năm", rightful));
    const grant = { role: "secretary" as const, unit: commune.id, council: council.id };
    const secretary = await person("thu-ky-mot-nam", grant);
    expect((await queueOf(council.id, secretary)).status).toBe(200);
    const name = council.name;
    const ended = await councilOf(await change(council.id, 1, { name, endsOn: "2026-06-14" }, rightful));
    expect(ended).toMatchObject({ endsOn: "2026-06-14", sits: false, version: 2 });
    expect((await queueOf(council.id, secretary)).status).toBe(403);
    expect((await invite(grant, rightful)).status).toBe(422);
    expect(await refusalOf(await draft("dot-cu", commune.id, [council.id], rightful))).toEqual([
      422,
      "campaign.invalid",
      "/councils/0 council.ended",
    ]);
    expect((await change(council.id, 1, { name, endsOn: null }, rightful)).status).toBe(409);
    await councilOf(await change(council.id, 2, { name, endsOn: null }, rightful));
    expect((await queueOf(council.id, secretary)).status).toBe(200);
  });

  it.each(["#", "", " ", "x".repeat(3_000), "hd-", `hd-${"0".repeat(33)}`, "../tinh", "hoi-dong"])(
    "is never known by %j",
    async (id) => {
      const part = encodeURIComponent(id);
      expect((await invite({ role: "member", unit: commune.id, council: id }, rightful)).status).toBe(422);
      expect((await draft("dot-la", commune.id, [id], rightful)).status).toBeGreaterThanOrEqual(400);
      expect((await draft("dot-la", commune.id, [id], rightful)).status).toBeLessThan(500);
      expect([403, 404]).toContain((await queueOf(part, staff.secretary)).status);
      expect((await change(part, 1, { name: "X", endsOn: null }, rightful)).status).toBe(404);
    },
  );
});
