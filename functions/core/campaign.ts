import * as v from "valibot";
import { addDays, addMonths } from "./calendar.ts";
import { day, requiredText } from "./text.ts";
import { Level, System } from "./unit.ts";

/** A unit as the campaign froze it: later moves and merges do not touch a year that has begun. */
export const CampaignUnit = v.strictObject({
  id: v.string(),
  code: v.string(),
  name: v.string(),
  level: Level,
  system: System,
  /** The unit and its ancestors, smallest first. */
  path: v.array(v.string()),
  /** Takes in applications from the public. */
  receives: v.boolean(),
});
export type CampaignUnit = v.InferOutput<typeof CampaignUnit>;

export const Council = v.strictObject({
  id: v.string(),
  name: requiredText("council.name", 200),
  /** The unit at which it sits; it takes proposals from that unit and everything below. */
  unit: v.string(),
  level: Level,
});
export type Council = v.InferOutput<typeof Council>;

/** One year's run (đợt phát động). Its year is the year of every initiative registered in it, whenever a decision is signed. */
export const Campaign = v.strictObject({
  id: v.string(),
  year: v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2200)),
  /** The unit that runs it, the root of its tree. */
  unit: v.string(),
  name: requiredText("campaign.name", 200),
  opensOn: day("campaign.opensOn.invalid"),
  closesOn: day("campaign.closesOn.invalid"),
  /** Registration and result report in one form. */
  merged: v.boolean(),
  /** The day the councils finished; until then its rate is unknown. */
  evaluatedOn: v.nullable(day("campaign.evaluatedOn.invalid")),
  /** Months to check an application, to repair it, to decide (Nghị định 13/2012/NĐ-CP); a default, since not confirmed for the Front. */
  months: v.strictObject({ acceptance: v.number(), repair: v.number(), decision: v.number() }),
  councils: v.array(Council),
  /** Documents of the basis (căn cứ). */
  basis: v.array(v.string()),
  /** The version of the consent text that the form shows. */
  consent: v.string(),
  /** Marked as a demonstration on every page. */
  demo: v.boolean(),
});
export type Campaign = v.InferOutput<typeof Campaign>;

/** True while the campaign takes applications on `today`. */
export function isOpen(campaign: Pick<Campaign, "opensOn" | "closesOn">, today: string): boolean {
  return campaign.opensOn <= today && today <= campaign.closesOn;
}

/** The council that takes proposals from a unit: the nearest one on its path. */
export function councilFor(campaign: Campaign, path: string[]): Council | null {
  for (const unit of path) {
    const council = campaign.councils.find((candidate) => candidate.unit === unit);
    if (council) return council;
  }
  return null;
}

/** The days by which something is due, from the day a step was taken. */
export function deadlinesFrom(campaign: Campaign, on: string) {
  return {
    acceptance: addMonths(on, campaign.months.acceptance),
    repair: addMonths(on, campaign.months.repair),
    decision: addMonths(on, campaign.months.decision),
    /** A council that has been handed a dossier after the campaign closed still gets a month. */
    council: [addDays(campaign.closesOn, 31), addMonths(on, 1)].sort().at(-1) ?? campaign.closesOn,
  };
}
