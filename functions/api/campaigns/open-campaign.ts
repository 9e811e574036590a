import { type Campaign, closesAt, graceEndsAt } from "#core/campaigns/campaign.ts";
import { formerNamesOf } from "#core/units/former-names.ts";
import type { Ctx } from "../context.ts";
import type { OpenCampaign } from "./views.ts";

export async function viewOpenCampaign(
  c: Ctx,
  campaign: Campaign,
  takes: (unit: { path: string[] }) => boolean = () => true,
): Promise<OpenCampaign> {
  const { directory } = c.var.deps.store;
  const [every, units] = await Promise.all([directory.units(), directory.campaignUnits(campaign.id)]);
  const { id, year, name, opensOn, closesOn, merged, consent, demo } = campaign;
  return {
    id,
    year,
    name,
    opensOn,
    closesOn,
    closesAt: closesAt(campaign),
    graceEndsAt: graceEndsAt(campaign),
    merged,
    consent,
    demo,
    units: [...units.values()]
      .filter((unit) => unit.receives && takes(unit))
      .map((unit) => ({
        id: unit.id,
        code: unit.code,
        name: unit.name,
        level: unit.level,
        system: unit.system,
        within: units.get(unit.path[1] ?? "")?.name ?? null,
        former: formerNamesOf(every, unit.id),
      })),
  };
}
