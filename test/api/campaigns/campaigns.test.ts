import { beforeEach, describe, expect, it } from "vitest";
import type { Campaign } from "#core/campaigns/campaign.ts";
import { type CampaignForm, formOf } from "#core/campaigns/form.ts";
import type {
  CampaignListView,
  CampaignTreeView,
  CampaignView,
  OpenCampaignsView,
} from "../../../functions/api/campaigns/views.ts";
import { createStore } from "../../../functions/store/store.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import {
  buildCampaign,
  commune,
  communeCouncil,
  neighbour,
  province,
  staff,
  testNow,
  womensUnion,
} from "../../support/units.ts";

let api: Awaited<ReturnType<typeof createTestApi>>;
beforeEach(async () => {
  api = await createTestApi();
});

const by = staff.administrator;
const draftForm = (changes: Partial<CampaignForm> = {}): CampaignForm => ({
  ...formOf(buildCampaign({ councils: [{ ...communeCouncil }] })),
  unit: commune.id,
  name: "Đợt của xã",
  receives: [commune.id, womensUnion.id],
  ...changes,
});
const create = (id: string, form: unknown = draftForm()) =>
  api.ask("/api/campaigns", { method: "POST", body: { id, form }, staff: by });
const change = (id: string, version: number, form: unknown) =>
  api.ask(`/api/campaigns/${id}`, { method: "PUT", body: { version, form }, staff: by });
const make = (id: string, move: string, version: number, form: unknown = {}) =>
  api.ask(`/api/campaigns/${id}/moves`, { method: "POST", body: { move, version, form }, staff: by });
const viewOf = async (response: Response) => {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as CampaignView;
};
const openNow = async () =>
  ((await (await api.ask("/api/campaigns/open")).json()) as OpenCampaignsView).campaigns;

describe("a campaign at its limits", () => {
  const hamlet = { ...womensUnion, id: "t".repeat(60), code: "", parent: commune.id };
  const many = (count: number) => Array.from({ length: count }, () => hamlet.id);
  const participation = (count: number) => ({ organisations: null, hamlets: null, units: many(count) });
  beforeEach(() => api.store.directory.putUnit(hamlet));

  it("that was accepted can be changed, opened, closed, evaluated and copied", async () => {
    const form = draftForm({ receives: many(5_000), participation: participation(400) });
    await viewOf(await create("dot-xa", form));
    await viewOf(await change("dot-xa", 1, { ...form, name: "ế".repeat(200) }));
    await viewOf(await make("dot-xa", "open", 2));
    await viewOf(await make("dot-xa", "close", 3));
    await viewOf(await make("dot-xa", "evaluate", 4, { on: "2026-06-14" }));
    await viewOf(await make("dot-xa", "copy", 5, { id: "dot-sau", year: 2027 }));
  });

  it("is refused where the table could not keep it", async () => {
    const form = draftForm({ receives: many(5_000), participation: participation(5_000) });
    const { code, errors } = await problemOf(await create("dot-xa", form));
    expect([code, errors.map((fault) => `${fault.pointer} ${fault.code}`)]).toEqual([
      "campaign.invalid",
      ["/receives campaign.tooLarge"],
    ]);
  });
});

describe("a campaign", () => {
  it("is prepared, opened, seen by the public at once, closed and evaluated, each step kept", async () => {
    await viewOf(await create("dot-xa"));
    expect((await openNow()).map(({ id }) => id)).toEqual(["dot-2026"]);
    const opened = await viewOf(await make("dot-xa", "open", 1));
    expect(opened).toMatchObject({ stage: "open", moves: ["close", "copy"] });
    const shown = (await openNow()).find(({ id }) => id === "dot-xa");
    expect(shown?.units.map(({ id }) => id).sort()).toEqual([womensUnion.id, commune.id].sort());
    await viewOf(await make("dot-xa", "close", 2));
    expect((await openNow()).map(({ id }) => id)).toEqual(["dot-2026"]);
    const done = await viewOf(await make("dot-xa", "evaluate", 3, { on: "2026-06-14" }));
    expect(done.stage).toBe("evaluated");
    expect(done.log.map(({ n, did, by: who }) => [n, did, who.name])).toEqual([
      [1, "create", by.name],
      [2, "open", by.name],
      [3, "close", by.name],
      [4, "evaluate", by.name],
    ]);
  });

  it("answers a repeated request as the first one", async () => {
    for (let turn = 0; turn < 2; turn++) await viewOf(await create("dot-xa"));
    for (let turn = 0; turn < 2; turn++) await viewOf(await make("dot-xa", "open", 1));
    expect((await viewOf(await api.ask("/api/campaigns/dot-xa", { staff: by }))).log).toHaveLength(2);
    expect((await problemOf(await create("dot-xa", draftForm({ name: "Khác" })))).code).toBe(
      "campaign.taken",
    );
  });

  it("that two people change shows the second what the first one did, and loses neither", async () => {
    await viewOf(await create("dot-xa"));
    await viewOf(await change("dot-xa", 1, draftForm({ name: "Tên của người thứ nhất" })));
    const refused = await change("dot-xa", 1, draftForm({ closesOn: "2026-10-30" }));
    expect([refused.status, (await problemOf(refused)).code]).toEqual([409, "version.conflict"]);
    const now = await viewOf(await api.ask("/api/campaigns/dot-xa", { staff: by }));
    expect(now.campaign).toMatchObject({ version: 2, name: "Tên của người thứ nhất" });
    expect(now.log.at(-1)).toMatchObject({ did: "change", changed: ["name"], by: { id: by.id } });
    const kept = await Promise.all([
      change("dot-xa", 2, draftForm({ name: "A" })),
      change("dot-xa", 2, draftForm({ name: "B" })),
    ]);
    expect(kept.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("may change its year while it is a draft, and stays one campaign", async () => {
    await viewOf(await create("dot-xa"));
    const form = draftForm({ year: 2027, opensOn: "2027-01-04", closesOn: "2027-11-30" });
    await viewOf(await change("dot-xa", 1, form));
    const list = (await (await api.ask("/api/campaigns", { staff: by })).json()) as CampaignListView;
    expect(list.campaigns.map(({ id, year, stage }) => [id, year, stage])).toEqual([
      ["dot-xa", 2027, "draft"],
      ["dot-2026", 2026, "open"],
    ]);
  });

  it("is refused with the field at fault: before it is kept, and once it has opened", async () => {
    const bad = await problemOf(
      await create("dot-xa", draftForm({ closesOn: "2025-01-01", receives: [neighbour.id] })),
    );
    expect(bad.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      "/closesOn campaign.closesOn.beforeOpening",
      "/receives/0 campaign.receives.outside",
    ]);
    expect(bad.errors[1]?.detail).toContain("Đồng Xuân");
    await viewOf(await create("dot-xa"));
    await viewOf(await make("dot-xa", "open", 1));
    const frozen = await problemOf(
      await change("dot-xa", 2, draftForm({ year: 2027, closesOn: "2027-01-04" })),
    );
    expect(frozen.errors.map(({ pointer }) => pointer)).toEqual(["/year"]);
    const extended = await viewOf(await change("dot-xa", 2, draftForm({ closesOn: "2026-12-15" })));
    expect(extended.campaign.closesOn).toBe("2026-12-15");
  });

  it("is one of its unit and year that is open, however many are opened at once", async () => {
    await viewOf(await create("dot-xa"));
    await viewOf(await create("dot-xa-2"));
    const both = await Promise.all([make("dot-xa", "open", 1), make("dot-xa-2", "open", 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [open, other] = both[0].status === 200 ? ["dot-xa", "dot-xa-2"] : ["dot-xa-2", "dot-xa"];
    expect((await problemOf(await make(other, "open", 1))).code).toBe("campaign.openTwice");
    // After the first one's last day the second session of the year may begin.
    await viewOf(await change(open, 2, draftForm({ closesOn: "2026-06-20" })));
    api.setNow("2026-06-21T05:00:00.000Z");
    const nextDay = { ...by, id: "quan-tri-tinh-hom-sau", email: "hom-sau@example.vn" };
    await api.store.staff.put(nextDay);
    const opened = await api.ask(`/api/campaigns/${other}/moves`, {
      method: "POST",
      body: { move: "open", version: 1 },
      staff: nextDay,
    });
    expect((await viewOf(opened)).stage).toBe("open");
  });

  it("is copied from last year's with the units that took in applications", async () => {
    const copy = await viewOf(await make("dot-2026", "copy", 1, { id: "dot-2027", year: 2027 }));
    expect(copy.campaign).toMatchObject({ state: "draft", copiedFrom: "dot-2026", year: 2027 });
    expect(copy.campaign.receives.sort()).toEqual([womensUnion.id, neighbour.id, commune.id].sort());
    const again = await viewOf(await make("dot-2026", "copy", 1, { id: "dot-2027", year: 2027 }));
    expect(again.log).toHaveLength(1);
  });

  it("appears within a minute where it was not opened", async () => {
    const elsewhere = createStore(api.table, api.deps.clock);
    expect(await elsewhere.directory.campaign("dot-xa")).toBeNull();
    await viewOf(await create("dot-xa"));
    await viewOf(await make("dot-xa", "open", 1));
    api.setNow(new Date(Date.parse(testNow) + 60_000).toISOString());
    expect((await elsewhere.directory.campaign("dot-xa"))?.state).toBe("open");
  });
});

describe("whoever takes part", () => {
  it("is declared with the opening, once, and corrected with a later number", async () => {
    const participation = { organisations: 97, hamlets: null, units: [womensUnion.id] };
    await viewOf(await create("dot-xa", draftForm({ participation })));
    expect(await api.store.figures.declaredOf(commune.id)).toEqual([]);
    await viewOf(await make("dot-xa", "open", 1));
    await viewOf(await change("dot-xa", 2, draftForm({ participation: { ...participation, hamlets: 93 } })));
    await viewOf(
      await change(
        "dot-xa",
        3,
        draftForm({ participation: { ...participation, organisations: 98, hamlets: 93 } }),
      ),
    );
    const declared = await api.store.figures.declaredOf(commune.id);
    expect(
      declared.map(({ key, value, version, earlier }) => [key, value, version, earlier?.length]),
    ).toEqual([
      ["launch.hamlets", 93, 1, 0],
      ["launch.organisations", 98, 2, 1],
    ]);
  });
});

describe("the tree of a campaign", () => {
  it("is that of the day it opens, for its administrators", async () => {
    const read = async (on: string) =>
      (
        (await (
          await api.ask(`/api/campaigns/tree?unit=${province.id}&on=${on}`, { staff: by })
        ).json()) as CampaignTreeView
      ).units.map(({ id }) => id);
    expect(await read("2024-01-01")).toContain("huyen-an-binh");
    expect(await read("2026-01-01")).not.toContain("huyen-an-binh");
    expect((await api.ask("/api/campaigns/khong-co", { staff: by })).status).toBe(404);
  });

  it("takes in member organisations beside the Front", async () => {
    const campaign: Campaign = buildCampaign();
    expect(campaign.councils).toHaveLength(3);
    const [open] = await openNow();
    expect(new Set(open?.units.map(({ system }) => system))).toEqual(new Set(["front", "member"]));
  });
});
