import * as v from "valibot";
import { boundedArray, version, wholeNumber } from "#core/base/bounds.ts";
import { addDays, addMonths, startOfDay } from "#core/base/calendar.ts";
import { day, reference, requiredLine } from "#core/base/text.ts";
import { DaysOff, noDaysOff, workingDayFrom } from "#core/base/working-days.ts";
import { CouncilId } from "#core/units/council.ts";
import { Level, System } from "#core/units/unit.ts";
import { Rubric } from "./rubric.ts";

/** Copy of a unit, frozen when the campaign opens, so that later mergers do not change the campaign. */
export const CampaignUnit = v.strictObject({
  id: v.string(),
  code: v.string(),
  name: v.string(),
  level: Level,
  system: System,
  /** Unit and its ancestors, smallest first. */
  path: v.array(v.string()),
  receives: v.boolean(),
});
export type CampaignUnit = v.InferOutput<typeof CampaignUnit>;

export const CampaignCouncil = v.strictObject({
  id: CouncilId,
  name: v.string(),
  unit: v.string(),
  level: Level,
});
export type CampaignCouncil = v.InferOutput<typeof CampaignCouncil>;

const count = v.nullable(wholeNumber("participation.count.invalid", { max: 1_000_000 }));

export const Participation = v.strictObject({
  organisations: count,
  hamlets: count,
  units: boundedArray(reference("field.invalid", 60), { max: 5_000, many: "participation.units.tooMany" }),
});
export type Participation = v.InferOutput<typeof Participation>;

export const campaignStates = ["draft", "open", "closed"] as const;

const months = wholeNumber("campaign.months.invalid", { max: 36 });

/** All initiatives of a campaign belong to its year, even if a decision is signed in another year. */
export const Campaign = v.strictObject({
  id: v.pipe(
    v.string("campaign.id.invalid"),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "campaign.id.invalid"),
    v.maxLength(80, "campaign.id.invalid"),
  ),
  version,
  state: v.picklist(campaignStates),
  year: wholeNumber("year.invalid", { min: 1990, max: 2200 }),
  unit: reference("field.invalid", 60),
  name: requiredLine("campaign.name", 200),
  opensOn: day("campaign.opensOn"),
  closesOn: day("campaign.closesOn"),
  merged: v.boolean(),
  /** Day on which the councils finished. */
  evaluatedOn: v.nullable(day("campaign.evaluatedOn")),
  /**
   * Time limits in months by Nghị định 13/2012/NĐ-CP; the Front has not confirmed them. `repair`: correction of a
   * returned application.
   */
  months: v.strictObject({ acceptance: months, repair: months, decision: months }),
  councils: boundedArray(CampaignCouncil, { max: 500, many: "campaign.councils.tooMany" }),
  basis: boundedArray(reference(), { max: 60, many: "campaign.basis.tooMany" }),
  consent: requiredLine("campaign.consent", 40),
  demo: v.boolean("field.invalid"),
  /** Receiving units of a draft; an open campaign uses `CampaignUnit.receives`. */
  receives: v.optional(
    boundedArray(reference("field.invalid", 60), { max: 5_000, many: "campaign.receives.tooMany" }),
    [],
  ),
  participation: v.optional(Participation, { organisations: null, hamlets: null, units: [] }),
  rubric: v.optional(v.nullable(Rubric), null),
  daysOff: v.optional(DaysOff, noDaysOff),
  /** Null means 25 December of the year. */
  reportOn: v.optional(v.nullable(day("campaign.reportOn")), null),
  graceHours: v.optional(wholeNumber("campaign.graceHours.invalid", { max: 168 }), 24),
  copiedFrom: v.nullable(reference("field.invalid")),
});
export type Campaign = v.InferOutput<typeof Campaign>;

export function isOpen(campaign: Pick<Campaign, "opensOn" | "closesOn" | "state">, today: string): boolean {
  return campaign.state === "open" && campaign.opensOn <= today && today <= campaign.closesOn;
}

type IntakeFields = Pick<Campaign, "opensOn" | "closesOn" | "graceHours" | "state" | "evaluatedOn">;

export function closesAt({ closesOn }: Pick<Campaign, "closesOn">): string {
  return startOfDay(addDays(closesOn, 1));
}

export function graceEndsAt(campaign: Pick<Campaign, "closesOn" | "graceHours">): string {
  return new Date(Date.parse(closesAt(campaign)) + campaign.graceHours * 3_600_000).toISOString();
}

export type Intake = "open" | "late" | "closed";

export function intakeAt(campaign: IntakeFields, now: string): Intake {
  return campaign.state === "open" && campaign.evaluatedOn === null ? intakeBetween(campaign, now) : "closed";
}

/** `receivedOn`: day on which the paper was handed in, not the day of entry. */
export function intakeOfPaper(campaign: IntakeFields, receivedOn: string): Intake {
  return campaign.state === "draft" ? "closed" : intakeBetween(campaign, startOfDay(receivedOn));
}

function intakeBetween(campaign: IntakeFields, at: string): Intake {
  const instant = Date.parse(at);
  if (instant < Date.parse(startOfDay(campaign.opensOn))) return "closed";
  if (instant < Date.parse(closesAt(campaign))) return "open";
  return instant < Date.parse(graceEndsAt(campaign)) ? "late" : "closed";
}

export const Stage = v.picklist(["draft", "upcoming", "open", "closed", "evaluated"]);
export type Stage = v.InferOutput<typeof Stage>;

export function stageOn(
  campaign: Pick<Campaign, "opensOn" | "closesOn" | "state" | "evaluatedOn">,
  today: string,
): Stage {
  if (campaign.state === "draft") return "draft";
  if (campaign.evaluatedOn !== null) return "evaluated";
  if (campaign.state === "closed" || today > campaign.closesOn) return "closed";
  return today < campaign.opensOn ? "upcoming" : "open";
}

export function councilFor(campaign: Campaign, path: string[]): CampaignCouncil | null {
  for (const unit of path) {
    const council = campaign.councils.find((candidate) => candidate.unit === unit);
    if (council) return council;
  }
  return null;
}

/** Due days counted from day `on`, each a working day (Bộ luật Dân sự 2015, điều 148 khoản 5). */
export function deadlinesFrom(campaign: Pick<Campaign, "months" | "closesOn" | "daysOff">, on: string) {
  const working = (end: string) => workingDayFrom(end, campaign.daysOff);
  return {
    acceptance: working(addMonths(on, campaign.months.acceptance)),
    repair: working(addMonths(on, campaign.months.repair)),
    decision: working(addMonths(on, campaign.months.decision)),
    council: working([addDays(campaign.closesOn, 31), addMonths(on, 1)].sort().at(-1) ?? campaign.closesOn),
  };
}
