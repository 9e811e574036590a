import { parse } from "valibot";
import { Campaign, type CampaignUnit } from "#core/campaigns/campaign.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { Council } from "#core/units/council.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { Store } from "../../functions/store/store.ts";

const unit = (given: Pick<Unit, "id" | "code" | "name" | "level" | "parent"> & Partial<Unit>): Unit => ({
  system: "front",
  validFrom: null,
  validTo: null,
  successors: [],
  ...given,
});

export const province = unit({
  id: "tinh-kiem-thu",
  code: "90",
  name: "Ủy ban MTTQ Việt Nam tỉnh Kiểm Thử",
  level: "province",
  parent: null,
});

export const commune = unit({
  id: "xa-suoi-mo",
  code: "90001",
  name: "Ủy ban MTTQ Việt Nam xã Suối Mơ",
  level: "commune",
  parent: province.id,
});

/** A second commune of the same province, for whom the first one's dossiers are none of its business. */
export const neighbour = unit({
  id: "xa-dong-xuan",
  code: "90002",
  name: "Ủy ban MTTQ Việt Nam xã Đồng Xuân",
  level: "commune",
  parent: province.id,
});

export const womensUnion = unit({
  id: "hoi-phu-nu-suoi-mo",
  code: "90001-PN",
  name: "Hội Liên hiệp Phụ nữ xã Suối Mơ",
  level: "unit",
  system: "member",
  parent: commune.id,
});

/** Ended in 2025; the commune and its neighbour took over. */
export const endedDistrict = unit({
  id: "huyen-an-binh",
  code: "900",
  name: "Ủy ban MTTQ Việt Nam huyện An Bình",
  level: "district",
  parent: province.id,
  validTo: "2025-06-30",
  successors: [commune.id, neighbour.id],
});

export const units: readonly Unit[] = [province, commune, neighbour, womensUnion, endedDistrict];

/** The nth id of a council in tests. */
export const councilIdOf = (n: number): string => `hd-${n.toString(16).padStart(32, "0")}`;

export const communeCouncil: Campaign["councils"][number] = {
  id: councilIdOf(1),
  name: "Hội đồng sáng kiến xã Suối Mơ",
  unit: commune.id,
  level: "commune",
};

export const neighbourCouncil: Campaign["councils"][number] = {
  id: councilIdOf(2),
  name: "Hội đồng sáng kiến xã Đồng Xuân",
  unit: neighbour.id,
  level: "commune",
};

export const provinceCouncil: Campaign["councils"][number] = {
  id: councilIdOf(3),
  name: "Hội đồng sáng kiến tỉnh Kiểm Thử",
  unit: province.id,
  level: "province",
};

const keptCouncil = ({ id, name, unit: seat }: Campaign["councils"][number]): Council => ({
  id,
  version: 1,
  unit: seat,
  name,
  endsOn: null,
  changed: { by: { id: "he-thong", name: "" }, at: "2026-01-01T00:00:00.000Z" },
});

/** The councils as they are kept. */
export const councils: ReadonlyMap<string, Council> = new Map(
  [communeCouncil, neighbourCouncil, provinceCouncil].map((each) => [each.id, keptCouncil(each)]),
);

/** The year in which tests happen, and an instant in its midst: noon in Vietnam. */
export const testYear = 2026;
export const testNow = "2026-06-15T05:00:00.000Z";

/** An open campaign with registration and result in one form; `changes` replace whole members. */
export function buildCampaign(changes: Partial<Campaign> = {}): Campaign {
  return parse(Campaign, {
    id: "dot-2026",
    version: 1,
    state: "open",
    copiedFrom: null,
    year: testYear,
    unit: province.id,
    name: "Phong trào Đoàn kết sáng tạo năm 2026",
    opensOn: "2026-01-01",
    closesOn: "2026-11-30",
    merged: true,
    evaluatedOn: null,
    months: { acceptance: 1, repair: 1, decision: 3 },
    councils: [communeCouncil, neighbourCouncil, provinceCouncil],
    basis: [],
    consent: "dong-y-1",
    demo: true,
    ...changes,
  });
}

/** The units as a campaign freezes them: all but those that ended before it. */
export function freezeUnits(given: readonly Unit[] = units, year = testYear): CampaignUnit[] {
  const byId = new Map(given.map((each) => [each.id, each]));
  return given
    .filter(({ validTo }) => validTo === null || validTo >= `${year}-01-01`)
    .map(({ id, code, name, level, system }) => ({
      id,
      code,
      name,
      level,
      system,
      path: pathOf(byId, id),
      receives: level !== "province",
    }));
}

const person = (id: string, name: string, grants: Staff["grants"]): Staff => ({
  id,
  name,
  email: `${id}@example.vn`,
  grants,
  active: true,
  version: 1,
});

/** A member of staff of each role; the neighbour's people stand for whoever has the role, but elsewhere. */
export const staff = {
  reviewer: person("can-bo-suoi-mo", "Trần Thị Hạnh", [{ role: "reviewer", unit: commune.id }]),
  neighbourReviewer: person("can-bo-dong-xuan", "Lê Văn Tám", [{ role: "reviewer", unit: neighbour.id }]),
  secretary: person("thu-ky-suoi-mo", "Phạm Quốc Khánh", [
    { role: "secretary", unit: commune.id, council: communeCouncil.id },
  ]),
  neighbourSecretary: person("thu-ky-dong-xuan", "Đỗ Thị Mai", [
    { role: "secretary", unit: neighbour.id, council: neighbourCouncil.id },
  ]),
  member: person("uy-vien-suoi-mo", "Nguyễn Đức Thịnh", [
    { role: "member", unit: commune.id, council: communeCouncil.id },
  ]),
  administrator: person("quan-tri-tinh", "Võ Thị Kim Oanh", [{ role: "administrator", unit: province.id }]),
} as const satisfies Record<string, Staff>;

/** Writes units, councils, an open campaign with its frozen units, and staff: all that the API needs before somebody can submit. */
export async function seedDirectory(store: Store, campaign: Campaign = buildCampaign()): Promise<void> {
  await Promise.all([
    ...units.map(store.directory.putUnit),
    ...[...councils.values()].map((council) => store.councils.save(null, council, new Map())),
    store.directory.putCampaign(campaign),
    ...freezeUnits(units, campaign.year).map((each) => store.directory.putCampaignUnit(campaign.id, each)),
    store.staff.put(...Object.values(staff)),
  ]);
}
