import * as v from "valibot";
import { type Campaign, type CampaignCouncil, Campaign as CampaignSchema } from "#core/campaigns/campaign.ts";
import type { Council } from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import { educationDepartment } from "./pools/departments.ts";
import { receivingUnits } from "./receiving-units.ts";
import { firstDay, provinceId } from "./units.ts";

export const demoCouncils = [
  { unit: provinceId, name: "Hội đồng xét sáng kiến tỉnh Khánh Hòa" },
  { unit: "xa-dien-khanh", name: "Hội đồng xét sáng kiến xã Diên Khánh" },
  { unit: educationDepartment, name: "Hội đồng xét sáng kiến Sở Giáo dục và Đào tạo" },
] as const;

/** In the first quarter, returns a day of the previous autumn. */
function openingDay(today: string): string {
  const year = Number(today.slice(0, 4));
  const autumn = `${year - 1}-10-01`;
  const opens = today < `${year}-04-01` ? autumn : `${year}-01-15`;
  return opens < firstDay ? firstDay : opens;
}

export interface DemoCampaigns {
  province: Campaign;
  /** Campaign that asks for results separately. */
  education: Campaign;
  past: Campaign | null;
}

export function demoCampaigns(
  today: string,
  units: ReadonlyMap<string, Unit>,
  councils: readonly Council[],
): DemoCampaigns {
  const year = Number(today.slice(0, 4));
  const receives = receivingUnits(units);
  const councilsAt = (...seats: string[]): CampaignCouncil[] =>
    councils
      .filter(({ unit }) => seats.includes(unit))
      .map(({ id, name, unit }) => ({ id, name, unit, level: units.get(unit)?.level ?? "unit" }));
  const build = (given: Partial<Campaign> & Pick<Campaign, "id" | "year" | "unit" | "name">): Campaign =>
    v.parse(CampaignSchema, {
      version: 1,
      state: "open",
      copiedFrom: null,
      opensOn: openingDay(today),
      closesOn: `${year}-12-31`,
      merged: true,
      evaluatedOn: null,
      months: { acceptance: 1, repair: 1, decision: 3 },
      councils: [],
      basis: [],
      consent: "2026-01",
      demo: true,
      ...given,
    });
  const name = (of: number) => `Phong trào thi đua “Đoàn kết sáng tạo” năm ${of}`;
  const opened = `${year - 1}-07-15`;
  return {
    province: build({
      id: `khanh-hoa-${year}`,
      year,
      unit: provinceId,
      name: name(year),
      councils: councilsAt(provinceId, "xa-dien-khanh"),
      receives: receives.province,
    }),
    education: build({
      id: `khanh-hoa-${year}-giao-duc`,
      year,
      unit: educationDepartment,
      name: `${name(year)} của ngành Giáo dục`,
      merged: false,
      councils: councilsAt(educationDepartment),
      receives: receives.education,
    }),
    past:
      opened < firstDay
        ? null
        : build({
            id: `khanh-hoa-${year - 1}`,
            year: year - 1,
            unit: provinceId,
            name: name(year - 1),
            state: "closed",
            opensOn: opened,
            closesOn: `${year - 1}-12-15`,
            evaluatedOn: `${year - 1}-12-25`,
            councils: councilsAt(provinceId, "xa-dien-khanh"),
            receives: receives.province,
          }),
  };
}
