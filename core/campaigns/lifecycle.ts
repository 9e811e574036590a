import * as v from "valibot";
import { maxRecordBytes, recordBytes } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { day } from "#core/base/text.ts";
import { workingDayFrom } from "#core/base/working-days.ts";
import { type Councils, isCouncilOn } from "#core/units/council.ts";
import type { Unit } from "#core/units/unit.ts";
import { Campaign, stageOn } from "./campaign.ts";
import { resolveCouncils } from "./form.ts";
import { treeOf } from "./tree.ts";

/** `open` also reopens a closed campaign. */
export const campaignMoves = ["open", "close", "evaluate", "copy"] as const;
export type CampaignMove = (typeof campaignMoves)[number];

/** Append-only log entry; `n` is the campaign's version after the step. */
export const CampaignEntry = v.strictObject({
  n: v.number(),
  at: v.string(),
  by: v.strictObject({ id: v.string(), name: v.string() }),
  did: v.picklist(["create", "change", ...campaignMoves]),
  changed: v.array(v.string()),
});
export type CampaignEntry = v.InferOutput<typeof CampaignEntry>;

export const campaignMoveForms = {
  open: v.strictObject({}),
  close: v.strictObject({}),
  evaluate: v.strictObject({ on: day("campaign.evaluatedOn") }),
  copy: v.strictObject({ id: Campaign.entries.id, year: Campaign.entries.year }),
} as const;

export function parseCampaignMove<M extends CampaignMove>(
  move: M,
  form: unknown,
): v.InferOutput<(typeof campaignMoveForms)[M]> {
  return parseAs("campaign.invalid", campaignMoveForms[move], form) as v.InferOutput<
    (typeof campaignMoveForms)[M]
  >;
}

export function possibleMoves(campaign: Campaign, today: string): CampaignMove[] {
  const stage = stageOn(campaign, today);
  const moves: CampaignMove[] = ["copy"];
  if (stage === "closed") moves.unshift("evaluate");
  if (stage === "upcoming" || stage === "open") moves.unshift("close");
  if (stage === "draft" || (campaign.state === "closed" && stage === "closed" && today <= campaign.closesOn))
    moves.unshift("open");
  return moves;
}

export function closeCampaign(before: Campaign, now: string): Campaign {
  requireMove(before, "close", dayOf(now));
  return { ...before, state: "closed", version: before.version + 1 };
}

/** `on`: day on which the councils finished. Throws `campaign.moveNotAllowed`, `campaign.invalid`. */
export function evaluateCampaign(before: Campaign, on: string, now: string): Campaign {
  const today = dayOf(now);
  requireMove(before, "evaluate", today);
  const code =
    on > today ? "campaign.evaluatedOn.future" : on < before.opensOn ? "campaign.evaluatedOn.early" : null;
  if (code) throw new Problem("campaign.invalid", [{ pointer: "/on", code }]);
  return { ...before, evaluatedOn: on, version: before.version + 1 };
}

export function requireMove(campaign: Campaign, move: CampaignMove, today: string): void {
  if (!possibleMoves(campaign, today).includes(move)) throw new Problem("campaign.moveNotAllowed");
}

/** Moves dates to working days; drops ended councils and units. */
export function copyCampaign(
  from: Campaign,
  { id, year }: { id: string; year: number },
  { units, councils }: { units: ReadonlyMap<string, Unit>; councils: Councils },
): Campaign {
  const move = (on: string) => workingDayIn(on, year - from.year);
  const opensOn = move(from.opensOn);
  const closesOn = move(from.closesOn);
  const tree = treeOf(units, { unit: from.unit, opensOn });
  const still = (list: string[]) => list.filter((unit) => tree.has(unit));
  const copy: Campaign = {
    ...from,
    id,
    year,
    version: 1,
    state: "draft",
    evaluatedOn: null,
    copiedFrom: from.id,
    name: from.name.replaceAll(String(from.year), String(year)),
    opensOn,
    closesOn,
    councils: resolveCouncils(
      from.councils.map((council) => council.id),
      { units, councils },
    ).filter(({ id: council, unit }) => {
      const kept = councils.get(council);
      return tree.has(unit) && kept !== undefined && isCouncilOn(kept, closesOn);
    }),
    receives: still(from.receives),
    participation: { organisations: null, hamlets: null, units: still(from.participation.units) },
    daysOff: { off: [], worked: [] },
    reportOn: null,
  };
  if (recordBytes(copy) > maxRecordBytes)
    throw new Problem("campaign.invalid", [{ pointer: "", code: "campaign.tooLarge" }]);
  return copy;
}

function workingDayIn(on: string, years: number): string {
  const year = Number(on.slice(0, 4)) + years;
  const leap = on.endsWith("-02-29") && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
  const moved = leap ? `${year}-02-28` : `${year}${on.slice(4)}`;
  const worked = workingDayFrom(moved);
  return worked.slice(0, 4) === moved.slice(0, 4) ? worked : moved;
}
