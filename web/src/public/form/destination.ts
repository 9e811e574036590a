import type { OpenCampaign } from "../../../../functions/api/campaigns/views.ts";
import type { FormUnit } from "./form-context.tsx";

export function unitsOf(campaigns: readonly OpenCampaign[]): FormUnit[] {
  const units = campaigns.flatMap(({ units }) => units).map((unit) => [unit.id, unit] as const);
  return [...new Map(units).values()];
}

export function campaignsOf(campaigns: readonly OpenCampaign[], unit: string): OpenCampaign[] {
  return campaigns.filter(({ units }) => units.some(({ id }) => id === unit));
}

export function chosenOf<Of extends { id: string }>(campaigns: readonly Of[], id: string): Of | undefined {
  return campaigns.find((campaign) => campaign.id === id) ?? campaigns[0];
}

/** Chosen campaign if the unit takes part, else the unit's first campaign, else the first of all. */
export function campaignFor(
  campaigns: readonly OpenCampaign[],
  { unit, campaign }: { unit: string; campaign: string },
): OpenCampaign | undefined {
  return chosenOf(campaignsOf(campaigns, unit), campaign) ?? campaigns[0];
}
