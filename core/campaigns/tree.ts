import { unitsOn } from "#core/units/tree.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { Campaign, CampaignUnit } from "./campaign.ts";

export function treeOf(
  units: ReadonlyMap<string, Unit>,
  campaign: Pick<Campaign, "unit" | "opensOn">,
): ReadonlyMap<string, Unit> {
  const then = unitsOn(units, campaign.opensOn);
  return new Map([...then].filter(([id]) => pathOf(then, id).includes(campaign.unit)));
}

export function freezeUnits(
  units: ReadonlyMap<string, Unit>,
  campaign: Pick<Campaign, "unit" | "opensOn">,
  receives: ReadonlySet<string>,
): CampaignUnit[] {
  const then = unitsOn(units, campaign.opensOn);
  return [...treeOf(units, campaign).values()].map(({ id, code, name, level, system }) => ({
    id,
    code,
    name,
    level,
    system,
    path: pathOf(then, id),
    receives: receives.has(id),
  }));
}
