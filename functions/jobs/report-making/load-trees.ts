import { lastDay, type Period, yearsOf } from "#core/base/period.ts";
import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import { unitOn, unitsOn } from "#core/units/tree.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { Store } from "../../store/store.ts";

interface JoinedCampaign {
  campaign: Campaign;
  units: ReadonlyMap<string, CampaignUnit>;
}

/**
 * A unit's campaigns in a year. `atEnd`: all units on the year's last day, or the unit's last day if earlier.
 */
export interface YearTree {
  year: number;
  joined: JoinedCampaign[];
  /** Campaigns of the year that do not include the unit. */
  apart: JoinedCampaign[];
  atEnd: ReadonlyMap<string, Unit>;
  today: ReadonlyMap<string, Unit>;
}

export async function loadTrees(
  store: Store,
  units: ReadonlyMap<string, Unit>,
  unit: Unit,
  period: Period,
): Promise<YearTree[]> {
  const [first = 0, ...more] = yearsOf(period);
  const years = [first - 1, first, ...more];
  const campaigns = (await store.directory.campaigns()).filter(({ year }) => years.includes(year));
  const joined = await Promise.all(
    campaigns.map(async (campaign) => ({
      campaign,
      units: await store.directory.campaignUnits(campaign.id),
    })),
  );
  return years.map((year) => ({
    year,
    ...splitBy(joined, year, unit.id),
    atEnd: unitsOn(units, lastDayOf(unit, String(year))),
    today: units,
  }));
}

function splitBy(campaigns: JoinedCampaign[], year: number, unit: string) {
  const { joined = [], apart = [] } = Object.groupBy(
    campaigns.filter(({ campaign }) => campaign.year === year),
    ({ units }) => (units.has(unit) ? "joined" : "apart"),
  );
  return { joined, apart };
}

function lastDayOf({ validTo }: Unit, to: string): string {
  const day = lastDay(to);
  return validTo !== null && validTo < day ? validTo : day;
}

export function unitsAtEnd(units: ReadonlyMap<string, Unit>, unit: Unit, { to }: Period) {
  const day = lastDayOf(unit, to);
  const then = unitOn(unit, day) ?? unit;
  const above = then.parent === null ? undefined : units.get(then.parent);
  return { unit: then, superior: above ? (unitOn(above, day) ?? above) : null };
}

/** Unit and ancestors, smallest first, from the campaign's tree, else the year's, else today's. */
export function pathIn({ joined, atEnd, today }: YearTree, id: string): string[] {
  const frozen = joined.map(({ units }) => units.get(id)?.path).find((path) => path !== undefined);
  if (frozen) return frozen;
  if (atEnd.has(id)) return pathOf(atEnd, id);
  return today.has(id) ? pathOf(today, id) : [id];
}

export function nameIn({ joined, atEnd, today }: YearTree, id: string): string {
  const frozen = joined.map(({ units }) => units.get(id)?.name).find((name) => name !== undefined);
  return frozen ?? atEnd.get(id)?.name ?? today.get(id)?.name ?? id;
}

/** Root units that may hold the unit's records of the year. */
export function rootsIn({ joined, atEnd, today }: YearTree, id: string): string[] {
  const paths = [
    ...[atEnd, today].map((units) => (units.has(id) ? pathOf(units, id) : [])),
    ...joined.map(({ units }) => units.get(id)?.path ?? []),
  ];
  return [...new Set(paths.flatMap((path) => path.at(-1) ?? []))];
}
