import * as v from "valibot";
import { boundedArray, version, wholeNumber } from "#core/base/bounds.ts";
import { addDays, addMonths, startOfDay } from "#core/base/calendar.ts";
import { day, reference, requiredLine } from "#core/base/text.ts";
import { DaysOff, noDaysOff, workingDayFrom } from "#core/base/working-days.ts";
import { CouncilId } from "#core/units/council.ts";
import { Level, System } from "#core/units/unit.ts";
import { Rubric } from "./rubric.ts";

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

/** A council as the campaign keeps it: from the opening on with the name, unit and level of that day. */
export const CampaignCouncil = v.strictObject({
  id: CouncilId,
  name: v.string(),
  /** The unit at which it sits; it takes proposals from that unit and everything below. */
  unit: v.string(),
  /** The level of that unit. */
  level: Level,
});
export type CampaignCouncil = v.InferOutput<typeof CampaignCouncil>;

const count = v.nullable(wholeNumber("participation.count.invalid", { max: 1_000_000 }));

/** Who was called to take part: the numbers, null where unknown, and those of them that are units here. */
export const Participation = v.strictObject({
  organisations: count,
  hamlets: count,
  units: boundedArray(reference("field.invalid", 60), { max: 5_000, many: "participation.units.tooMany" }),
});
export type Participation = v.InferOutput<typeof Participation>;

/** What somebody has done with the campaign; what it is on a day, `stageOn` says. */
export const campaignStates = ["draft", "open", "closed"] as const;

const months = wholeNumber("campaign.months.invalid", { max: 36 });

/** One year's run (đợt phát động). Its year is the year of every initiative registered in it, whenever a decision is signed. */
export const Campaign = v.strictObject({
  id: v.pipe(
    v.string("campaign.id.invalid"),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "campaign.id.invalid"),
    v.maxLength(80, "campaign.id.invalid"),
  ),
  /** Each write replaces the one before. */
  version,
  state: v.picklist(campaignStates),
  year: wholeNumber("year.invalid", { min: 1990, max: 2200 }),
  /** The unit that runs it, the root of its tree. */
  unit: reference("field.invalid", 60),
  name: requiredLine("campaign.name", 200),
  opensOn: day("campaign.opensOn"),
  closesOn: day("campaign.closesOn"),
  /** Registration and result report in one form. */
  merged: v.boolean(),
  /** The day the councils finished; until then its rate is unknown. */
  evaluatedOn: v.nullable(day("campaign.evaluatedOn")),
  /** Months to check an application, to repair it, to decide (Nghị định 13/2012/NĐ-CP); a default, since not confirmed for the Front. */
  months: v.strictObject({ acceptance: months, repair: months, decision: months }),
  councils: boundedArray(CampaignCouncil, { max: 500, many: "campaign.councils.tooMany" }),
  /** Documents of the basis (căn cứ). */
  basis: boundedArray(reference(), { max: 60, many: "campaign.basis.tooMany" }),
  /** The version of the consent text that the form shows. */
  consent: requiredLine("campaign.consent", 40),
  /** Marked as a demonstration on every page. */
  demo: v.boolean("field.invalid"),
  /** Units that take in applications, of any system in its tree; once it has opened, what it froze says so. */
  receives: v.optional(
    boundedArray(reference("field.invalid", 60), { max: 5_000, many: "campaign.receives.tooMany" }),
    [],
  ),
  participation: v.optional(Participation, { organisations: null, hamlets: null, units: [] }),
  rubric: v.optional(v.nullable(Rubric), null),
  daysOff: v.optional(DaysOff, noDaysOff),
  /** The day on which its reports are made by themselves; 25 December of its year where null. */
  reportOn: v.optional(v.nullable(day("campaign.reportOn")), null),
  /** For so many hours after its last day, what comes in is accepted and marked late. */
  graceHours: v.optional(wholeNumber("campaign.graceHours.invalid", { max: 168 }), 24),
  /** The campaign it was copied from, which somebody should look through before it opens. */
  copiedFrom: v.nullable(reference("field.invalid")),
});
export type Campaign = v.InferOutput<typeof Campaign>;

/** True while the campaign takes applications on `today`. */
export function isOpen(campaign: Pick<Campaign, "opensOn" | "closesOn" | "state">, today: string): boolean {
  return campaign.state === "open" && campaign.opensOn <= today && today <= campaign.closesOn;
}

type Intaking = Pick<Campaign, "opensOn" | "closesOn" | "graceHours" | "state" | "evaluatedOn">;

/** The instant at which a campaign's last day is over, ISO 8601 in UTC. */
export function closesAt({ closesOn }: Pick<Campaign, "closesOn">): string {
  return startOfDay(addDays(closesOn, 1));
}

/** The instant from which nothing more is accepted, ISO 8601 in UTC. */
export function graceEndsAt(campaign: Pick<Campaign, "closesOn" | "graceHours">): string {
  return new Date(Date.parse(closesAt(campaign)) + campaign.graceHours * 3_600_000).toISOString();
}

/** What a campaign does with an application: takes it, takes it and marks it late, or takes it no more (or not yet). */
export type Intake = "open" | "late" | "closed";

/** What a campaign does with what the server receives at `now` (ISO 8601) over the web. */
export function intakeAt(campaign: Intaking, now: string): Intake {
  return campaign.state === "open" && campaign.evaluatedOn === null ? intakeBetween(campaign, now) : "closed";
}

/** What a campaign does with a paper that was handed in on a day, YYYY-MM-DD: its own day counts, whenever it is typed up. */
export function intakeOfPaper(campaign: Intaking, receivedOn: string): Intake {
  return campaign.state === "draft" ? "closed" : intakeBetween(campaign, startOfDay(receivedOn));
}

function intakeBetween(campaign: Intaking, at: string): Intake {
  const instant = Date.parse(at);
  if (instant < Date.parse(startOfDay(campaign.opensOn))) return "closed";
  if (instant < Date.parse(closesAt(campaign))) return "open";
  return instant < Date.parse(graceEndsAt(campaign)) ? "late" : "closed";
}

/** Where a campaign stands on a day: from what was done with it and from its dates. */
export const Stage = v.picklist(["draft", "upcoming", "open", "closed", "evaluated"]);
export type Stage = v.InferOutput<typeof Stage>;

/** The stage of a campaign on `today`. */
export function stageOn(
  campaign: Pick<Campaign, "opensOn" | "closesOn" | "state" | "evaluatedOn">,
  today: string,
): Stage {
  if (campaign.state === "draft") return "draft";
  if (campaign.evaluatedOn !== null) return "evaluated";
  if (campaign.state === "closed" || today > campaign.closesOn) return "closed";
  return today < campaign.opensOn ? "upcoming" : "open";
}

/** The council that takes proposals from a unit: the nearest one on its path. */
export function councilFor(campaign: Campaign, path: string[]): CampaignCouncil | null {
  for (const unit of path) {
    const council = campaign.councils.find((candidate) => candidate.unit === unit);
    if (council) return council;
  }
  return null;
}

/** The days by which something is due, from the day a step was taken; each a working day (Bộ luật Dân sự 2015, điều 148 khoản 5). */
export function deadlinesFrom(campaign: Pick<Campaign, "months" | "closesOn" | "daysOff">, on: string) {
  const working = (end: string) => workingDayFrom(end, campaign.daysOff);
  return {
    acceptance: working(addMonths(on, campaign.months.acceptance)),
    repair: working(addMonths(on, campaign.months.repair)),
    decision: working(addMonths(on, campaign.months.decision)),
    /** A council that has been handed a dossier after the campaign closed still gets a month. */
    council: working([addDays(campaign.closesOn, 31), addMonths(on, 1)].sort().at(-1) ?? campaign.closesOn),
  };
}
