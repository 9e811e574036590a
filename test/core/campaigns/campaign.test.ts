import { describe, expect, it } from "vitest";
import { addDays } from "#core/base/calendar.ts";
import type { Problem } from "#core/base/problems.ts";
import { dayOffReason } from "#core/base/working-days.ts";
import { type Campaign, deadlinesFrom, isOpen, stageOn } from "#core/campaigns/campaign.ts";
import {
  type CampaignContext,
  type CampaignForm,
  changedFields,
  formOf,
  openCampaign,
  parseCampaign,
  reviseCampaign,
} from "#core/campaigns/form.ts";
import { closeCampaign, copyCampaign, evaluateCampaign, possibleMoves } from "#core/campaigns/lifecycle.ts";
import { freezeUnits } from "#core/campaigns/tree.ts";
import {
  buildCampaign,
  commune,
  communeCouncil,
  councilIdOf,
  councils,
  endedDistrict,
  neighbour,
  neighbourCouncil,
  province,
  provinceCouncil,
  testNow,
  units,
  womensUnion,
} from "../../support/units.ts";

const around: CampaignContext = {
  units: new Map(units.map((unit) => [unit.id, unit])),
  documents: new Set(["cv-1"]),
  councils,
};
const draft = (changes: Partial<Campaign> = {}) =>
  buildCampaign({ state: "draft", receives: [commune.id, womensUnion.id], ...changes });

function refusalOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    return error as Problem;
  }
  throw new Error("not refused");
}
const faults = (changes: Partial<CampaignForm>, before: Campaign | null = null) =>
  refusalOf(() => parseCampaign({ ...formOf(draft()), ...changes }, around, before)).errors.map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe("a campaign's form", () => {
  it("is taken as it stands where nothing is wrong", () => {
    expect(parseCampaign(formOf(draft({ basis: ["cv-1"] })), around, null).receives).toEqual([
      commune.id,
      womensUnion.id,
    ]);
  });

  it("names what is wrong: days, year, unit, councils, receiving units, documents", () => {
    expect(faults({ opensOn: "2026-05-01", closesOn: "2026-04-01" })).toEqual([
      "/closesOn campaign.closesOn.beforeOpening",
    ]);
    expect(faults({ year: 2031 })).toEqual(["/year campaign.year.notDates"]);
    expect(faults({ unit: "khong-co" })).toEqual(["/unit campaign.unit.unknown"]);
    expect(faults({ unit: endedDistrict.id })).toEqual(["/unit campaign.unit.notThen"]);
    expect(faults({ unit: commune.id, receives: [neighbour.id], councils: [communeCouncil.id] })).toEqual([
      "/receives/0 campaign.receives.outside",
    ]);
    expect(faults({ councils: [communeCouncil.id, communeCouncil.id, councilIdOf(9)] })).toEqual([
      "/councils/1 council.unit.twice",
      "/councils/2 council.unknown",
    ]);
    const own = { unit: commune.id, receives: [commune.id] };
    expect(faults({ ...own, councils: [neighbourCouncil.id, provinceCouncil.id] })).toEqual([
      "/councils/0 council.unit.outside",
      "/councils/1 council.unit.outside",
    ]);
    for (const id of ["", "#", "hoi-dong-xa-suoi-mo", "hd-".padEnd(3_000, "0")])
      expect(faults({ councils: [id] })).toEqual([
        id === "" ? "/councils/0 value.required" : "/councils/0 council.id.invalid",
      ]);
    expect(faults({ basis: ["khong-co"] })).toEqual(["/basis/0 campaign.basis.unknown"]);
    expect(faults({ opensOn: "2026-02-30" })).toEqual(["/opensOn campaign.opensOn.invalid"]);
    expect(
      faults({ daysOff: { off: [{ from: "2026-03-04", to: "2026-03-01", note: "" }], worked: [] } }),
    ).toEqual(["/daysOff/off/0/to daysOff.range"]);
  });

  it("may belong to the year in which it opens or closes", () => {
    expect(parseCampaign(formOf(draft({ closesOn: "2027-01-20", year: 2027 })), around, null).year).toBe(
      2027,
    );
  });

  it("keeps year, tree, first day and councils once it has opened", () => {
    const open = draft({ state: "open" });
    expect(
      faults(
        { year: 2027, closesOn: "2027-01-15", opensOn: "2026-01-02", receives: [commune.id], councils: [] },
        open,
      ),
    ).toEqual([
      "/year campaign.frozen",
      "/opensOn campaign.frozen",
      "/receives campaign.frozen",
      "/councils campaign.council.gone",
      "/councils campaign.council.gone",
      "/councils campaign.council.gone",
    ]);
    const form = { ...formOf(open), closesOn: "2026-12-15", name: "Tên khác" };
    expect(changedFields(formOf(open), parseCampaign(form, around, open)).sort()).toEqual([
      "closesOn",
      "name",
    ]);
  });

  it("gives a rubric that has changed a version of its own", () => {
    const rubric = (name: string) => ({
      version: 1,
      criteria: [{ key: "a", name, max: 100, scored: true, bands: [] }],
      step: null,
      outcomes: [{ from: 0, name: "Đạt", verdict: "recognised" as const }],
      floors: [],
      vote: null,
      duplicationAtMost: null,
      markers: { atLeast: 1, thirdFrom: null },
      note: "",
    });
    const before = draft({ rubric: rubric("Tính mới") });
    expect(reviseCampaign(before, formOf(before), around)).toMatchObject({
      version: 2,
      rubric: { version: 1 },
    });
    expect(
      reviseCampaign(before, { ...formOf(before), rubric: rubric("Khác") }, around).rubric?.version,
    ).toBe(2);
  });
});

describe("opening", () => {
  const open = (before: Campaign, others: Campaign[] = [], now = testNow) =>
    openCampaign(before, { ...around, others }, now);

  it("freezes the tree of the day it opens on, with whoever takes in applications", () => {
    const { campaign, units: frozen } = open(draft());
    expect(campaign).toMatchObject({ state: "open", version: 2 });
    expect(frozen?.map(({ id }) => id)).not.toContain(endedDistrict.id);
    expect(frozen?.filter((unit) => unit.receives).map(({ id }) => id)).toEqual([commune.id, womensUnion.id]);
    expect(frozen?.find(({ id }) => id === womensUnion.id)?.path).toEqual([
      womensUnion.id,
      commune.id,
      province.id,
    ]);
    const before2025 = freezeUnits(around.units, { unit: province.id, opensOn: "2024-01-01" }, new Set());
    expect(before2025.map(({ id }) => id)).toContain(endedDistrict.id);
  });

  it("is refused without a receiving unit, past its last day, and beside another of its unit and year", () => {
    expect(refusalOf(() => open(draft({ receives: [] })))).toMatchObject({ code: "campaign.notReady" });
    expect(refusalOf(() => open(draft({ closesOn: "2026-06-01" }))).errors[0]?.code).toBe(
      "campaign.closesOn.past",
    );
    expect(refusalOf(() => open(draft(), [buildCampaign({ id: "khac" })]))).toMatchObject({
      code: "campaign.openTwice",
    });
    for (const other of [{ year: 2025 }, { unit: commune.id }, { state: "closed" as const }])
      expect(open(draft(), [buildCampaign({ id: "khac", ...other })]).campaign.state).toBe("open");
    expect(open(draft(), [buildCampaign({ id: "khac", closesOn: "2026-05-30" })]).campaign.state).toBe(
      "open",
    );
  });
});

describe("what may be done", () => {
  const moves = (changes: Partial<Campaign>, today = "2026-06-15") => possibleMoves(draft(changes), today);

  it("follows the stage", () => {
    expect(moves({})).toEqual(["open", "copy"]);
    expect(moves({ state: "open" })).toEqual(["close", "copy"]);
    expect(moves({ state: "open" }, "2025-12-01")).toEqual(["close", "copy"]);
    expect(moves({ state: "open" }, "2026-12-01")).toEqual(["evaluate", "copy"]);
    expect(moves({ state: "closed" })).toEqual(["open", "evaluate", "copy"]);
    expect(moves({ state: "closed", evaluatedOn: "2026-12-20" }, "2026-12-21")).toEqual(["copy"]);
  });

  it("is one stage on each day", () => {
    const open = buildCampaign();
    expect(["2025-12-31", "2026-01-01", "2026-11-30", "2026-12-01"].map((day) => stageOn(open, day))).toEqual(
      ["upcoming", "open", "open", "closed"],
    );
    for (let day = "2025-12-25"; day < "2027-01-05"; day = addDays(day, 1))
      expect(isOpen(open, day)).toBe(stageOn(open, day) === "open");
    expect(isOpen(draft(), "2026-06-15")).toBe(false);
    expect(isOpen(closeCampaign(open, testNow), "2026-06-15")).toBe(false);
  });

  it("keeps the day on which the councils finished, one that has come", () => {
    const closed = draft({ state: "closed" });
    expect(evaluateCampaign(closed, "2026-06-14", testNow).evaluatedOn).toBe("2026-06-14");
    for (const on of ["2026-06-16", "2025-12-01"])
      expect(refusalOf(() => evaluateCampaign(closed, on, testNow)).code).toBe("campaign.invalid");
    expect(refusalOf(() => evaluateCampaign(draft(), "2026-06-14", testNow)).code).toBe(
      "campaign.moveNotAllowed",
    );
  });
});

describe("a copy of last year's", () => {
  it("is a draft whose days are worked, with whoever still stands in the tree", () => {
    const from = buildCampaign({
      opensOn: "2026-01-15",
      closesOn: "2026-12-31",
      receives: [commune.id, endedDistrict.id],
      participation: { organisations: 97, hamlets: 93, units: [commune.id] },
      evaluatedOn: "2026-12-30",
    });
    const copy = copyCampaign(from, { id: "dot-2028", year: 2028 }, around);
    expect(copy).toMatchObject({
      state: "draft",
      version: 1,
      evaluatedOn: null,
      copiedFrom: from.id,
      name: "Phong trào Đoàn kết sáng tạo năm 2028",
      opensOn: "2028-01-17",
      // 31/12/2028 is a Sunday, and the next day worked lies in another year.
      closesOn: "2028-12-31",
      receives: [commune.id],
      participation: { organisations: null, hamlets: null, units: [commune.id] },
    });
    expect(copy.councils).toEqual(from.councils);
    expect(dayOffReason(copy.opensOn)).toBeNull();
    expect(
      copyCampaign(buildCampaign({ opensOn: "2028-02-29", year: 2028 }), { id: "a", year: 2029 }, around)
        .opensOn,
    ).toBe("2029-02-28");
  });
});

describe("deadlines", () => {
  it("end on a day worked", () => {
    expect(deadlinesFrom(buildCampaign(), "2026-01-16").acceptance).toBe("2026-02-23");
    const own = { off: [{ from: "2026-07-15", to: "2026-07-16", note: "" }], worked: [] };
    expect(deadlinesFrom(buildCampaign({ daysOff: own }), "2026-06-15").acceptance).toBe("2026-07-17");
  });
});
