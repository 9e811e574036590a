import { type DayOffReason, dayOffReason, holidayCertainty } from "#core/base/working-days.ts";
import { type CampaignForm, changedFields } from "#core/campaigns/form.ts";

export function emptyCampaign(unit: string, year: number, name: string): CampaignForm {
  return {
    year,
    unit,
    name,
    opensOn: `${year}-01-15`,
    closesOn: `${year}-11-30`,
    graceHours: 24,
    merged: true,
    months: { acceptance: 1, repair: 1, decision: 3 },
    councils: [],
    basis: [],
    consent: `${year}-01`,
    receives: [],
    participation: { organisations: null, hamlets: null, units: [] },
    rubric: null,
    daysOff: { off: [], worked: [] },
    reportOn: null,
  };
}

export function freeId(unit: string, year: number, taken: readonly string[]): string {
  const first = `${unit}-${year}`;
  for (let n = 2, id = first; ; id = `${first}-${n}`, n++) if (!taken.includes(id)) return id;
}

/** Merges two edits of `base`; `mine` wins. `both` lists the fields changed in both edits. */
export function mergeCampaign(base: CampaignForm, mine: CampaignForm, theirs: CampaignForm) {
  const changed = changedFields(base, mine) as (keyof CampaignForm)[];
  const merged = { ...theirs };
  const take = <K extends keyof CampaignForm>(name: K) => {
    merged[name] = mine[name];
  };
  for (const name of changed) take(name);
  const others = changedFields(base, theirs);
  const apart = changedFields(mine, theirs);
  return {
    merged,
    others,
    both: others.filter((name) => changed.some((own) => own === name) && apart.includes(name)),
  };
}

/** Warning for a day off, or for a year without announced holidays. */
export function noteOnDay(
  day: string,
  daysOff: CampaignForm["daysOff"],
): { rest: DayOffReason | null; unsure: boolean } | null {
  if (day === "") return null;
  return { rest: dayOffReason(day, daysOff), unsure: holidayCertainty(day) !== "announced" };
}
