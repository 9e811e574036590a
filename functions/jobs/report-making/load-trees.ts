import { lastDay, type Period, yearsOf } from "#core/base/period.ts";
import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import { unitOn, unitsOn } from "#core/units/tree.ts";
import { pathOf, type Unit } from "#core/units/unit.ts";
import type { Store } from "../../store/store.ts";

/** A campaign in which the unit took part, with the units as it froze them. */
interface JoinedCampaign {
  campaign: Campaign;
  units: ReadonlyMap<string, CampaignUnit>;
}

/** A year as a report of a unit reads it: its campaigns, and the units as they stood on its last day, or on the unit's own. */
export interface YearTree {
  year: number;
  joined: JoinedCampaign[];
  /** The year's other campaigns: those that units below held among themselves, and those of other trees. */
  apart: JoinedCampaign[];
  atEnd: ReadonlyMap<string, Unit>;
  today: ReadonlyMap<string, Unit>;
}

/** The trees of all years that a period touches and of the one before it, in order. */
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

/** The last day of a period, or, where the unit ended before that, its own. */
function lastDayOf({ validTo }: Unit, to: string): string {
  const day = lastDay(to);
  return validTo !== null && validTo < day ? validTo : day;
}

/** A unit and the one above it as they were called when the period, or the unit, ended; as they are now where the unit is younger. */
export function unitsAtEnd(units: ReadonlyMap<string, Unit>, unit: Unit, { to }: Period) {
  const day = lastDayOf(unit, to);
  const then = unitOn(unit, day) ?? unit;
  const above = then.parent === null ? undefined : units.get(then.parent);
  return { unit: then, superior: above ? (unitOn(above, day) ?? above) : null };
}

/** A unit and its ancestors, smallest first: as a campaign froze them, else as they stood then, else as they stand now. */
export function pathIn({ joined, atEnd, today }: YearTree, id: string): string[] {
  const frozen = joined.map(({ units }) => units.get(id)?.path).find((path) => path !== undefined);
  if (frozen) return frozen;
  if (atEnd.has(id)) return pathOf(atEnd, id);
  return today.has(id) ? pathOf(today, id) : [id];
}

/** What a unit was called in that year. */
export function nameIn({ joined, atEnd, today }: YearTree, id: string): string {
  const frozen = joined.map(({ units }) => units.get(id)?.name).find((name) => name !== undefined);
  return frozen ?? atEnd.get(id)?.name ?? today.get(id)?.name ?? id;
}

/** Every root under which a unit's records of that year may lie: the one of then, of each campaign, and of now. */
export function rootsIn({ joined, atEnd, today }: YearTree, id: string): string[] {
  const paths = [
    ...[atEnd, today].map((units) => (units.has(id) ? pathOf(units, id) : [])),
    ...joined.map(({ units }) => units.get(id)?.path ?? []),
  ];
  return [...new Set(paths.flatMap((path) => path.at(-1) ?? []))];
}
