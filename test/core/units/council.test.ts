import { describe, expect, it } from "vitest";
import type { Problem } from "#core/base/problems.ts";
import { validate } from "#core/base/validation.ts";
import type { CampaignForm } from "#core/campaigns/form.ts";
import { formOf, parseCampaign } from "#core/campaigns/form.ts";
import { grantsInForce } from "#core/staff/grants.ts";
import {
  type Council,
  CouncilId,
  canSitOn,
  changeCouncil,
  createCouncil,
  drawCouncilId,
  maxCouncils,
} from "#core/units/council.ts";
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
  units as seeded,
  staff,
} from "../../support/units.ts";

const hamlet = {
  ...commune,
  id: "thon-mot",
  code: "",
  level: "residentialArea" as const,
  parent: commune.id,
};
const units = new Map([...seeded, hamlet].map((unit) => [unit.id, unit]));
const today = "2026-06-15";
const changed = { by: { id: "x", name: "X" }, at: "2026-06-15T05:00:00.000Z" };
const around = { units, councils, today };
const kept = councils.get(communeCouncil.id) as Council;

const codesOf = (run: () => unknown): string[] => {
  try {
    run();
    return [];
  } catch (error) {
    return (error as Problem).errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

describe("an id", () => {
  it("is drawn in the one form that is taken", () => {
    const id = drawCouncilId((count) => new Uint8Array(count).fill(0xa7));
    expect(id).toBe(`hd-${"a7".repeat(16)}`);
    expect(validate(CouncilId, id).ok).toBe(true);
    for (const other of ["", "#", id.toUpperCase(), `${id}0`, id.slice(0, -1), "x".repeat(3_000), 7, null])
      expect(validate(CouncilId, other).ok, String(other)).toBe(false);
  });
});

describe("founding", () => {
  const found = (unit: string, name = "Hội đồng mới", known = councils) =>
    createCouncil({ unit, name }, { ...around, councils: known }, councilIdOf(50), changed);

  it("gives the council of that name that sits there already", () => {
    expect(found(commune.id, communeCouncil.name.toUpperCase())).toBe(kept);
    expect(found(neighbour.id, communeCouncil.name)).toMatchObject({
      id: councilIdOf(50),
      unit: neighbour.id,
    });
  });

  it("is refused at a unit that has ended, at a residential area, and past what one unit may have", () => {
    expect(codesOf(() => found(endedDistrict.id))).toEqual(["/unit council.unit.ended"]);
    expect(codesOf(() => found("khong-co"))).toEqual(["/unit council.unit.ended"]);
    expect(codesOf(() => found(hamlet.id))).toEqual(["/unit council.unit.level"]);
    const many = new Map(
      Array.from({ length: maxCouncils }, (_, n) => {
        const id = councilIdOf(100 + n);
        return [id, { ...kept, id, name: `Hội đồng ${n}`, endsOn: "2026-01-01" }] as const;
      }),
    );
    expect(codesOf(() => found(commune.id, "Một hội đồng nữa", many))).toEqual([
      "/unit council.unit.tooMany",
    ]);
  });
});

describe("the end of a council", () => {
  const ended = { ...kept, endsOn: "2026-06-14" };

  it("is its last day, or that of its unit, and takes its roles away", () => {
    expect(["2026-06-13", "2026-06-14", "2026-06-15"].map((day) => canSitOn(ended, units, day))).toEqual([
      true,
      true,
      false,
    ]);
    const gone = new Map([...units, [commune.id, { ...commune, validTo: "2026-06-10" }]]);
    expect(canSitOn(kept, gone, today)).toBe(false);
    const { grants } = staff.secretary;
    expect(grantsInForce(grants, councils, today)).toEqual(grants);
    expect(grantsInForce(grants, new Map([[ended.id, ended]]), today)).toEqual([]);
    expect(grantsInForce(grants, new Map(), today)).toEqual([]);
    expect(grantsInForce(grants, new Map([[kept.id, { ...kept, unit: neighbour.id }]]), today)).toEqual([]);
  });

  it("waits for the campaigns that need it: those that have opened and are not evaluated", () => {
    const end = (campaigns: ReturnType<typeof buildCampaign>[]) =>
      codesOf(() =>
        changeCouncil(kept, { name: kept.name, endsOn: "2026-06-14" }, { ...around, campaigns }, changed),
      );
    expect(end([buildCampaign()])).toEqual(["/endsOn council.inUse"]);
    expect(end([buildCampaign({ state: "closed" })])).toEqual(["/endsOn council.inUse"]);
    expect(end([buildCampaign({ state: "draft" })])).toEqual([]);
    expect(end([buildCampaign({ state: "closed", evaluatedOn: "2026-06-01" })])).toEqual([]);
    expect(end([buildCampaign({ councils: [neighbourCouncil] })])).toEqual([]);
  });

  it("leaves the name free for another, and no other has it before", () => {
    const rename = (known: ReadonlyMap<string, Council>) =>
      codesOf(() =>
        changeCouncil(
          kept,
          { name: "Hội đồng hai", endsOn: null },
          { ...around, councils: known, campaigns: [] },
          changed,
        ),
      );
    const second = { ...kept, id: councilIdOf(7), name: "Hội đồng hai" };
    expect(rename(new Map([...councils, [second.id, second]]))).toEqual(["/name council.name.taken"]);
    expect(rename(new Map([...councils, [second.id, { ...second, endsOn: "2026-01-31" }]]))).toEqual([]);
  });
});

describe("a unit that was founded after the campaign opened", () => {
  const successor = { ...commune, id: "xa-moi", code: "90009", validFrom: "2026-05-01" };
  const then = new Map([...units, [successor.id, successor]]);
  const council = { ...kept, id: councilIdOf(8), unit: successor.id, name: "Hội đồng xã mới" };
  const known = {
    units: then,
    documents: new Set<string>(),
    councils: new Map([...councils, [council.id, council]]),
  };
  const open = buildCampaign({ unit: province.id });
  const form: CampaignForm = { ...formOf(open), councils: [...formOf(open).councils, council.id] };

  it("brings its council into the campaign once the campaign holds the unit", () => {
    expect(codesOf(() => parseCampaign(form, known, open))).toEqual(["/councils/3 council.unit.outside"]);
    const joined = { ...known, frozen: new Set([successor.id]) };
    expect(codesOf(() => parseCampaign(form, joined, open))).toEqual([]);
  });
});
