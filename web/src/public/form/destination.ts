import type { OpenCampaign } from "../../../../functions/api/campaigns/views.ts";
import type { FormUnit } from "./form-context.tsx";

/** Every unit that may be written to now, once, whichever campaign it takes part in. */
export function unitsOf(campaigns: readonly OpenCampaign[]): FormUnit[] {
  const units = campaigns.flatMap(({ units }) => units).map((unit) => [unit.id, unit] as const);
  return [...new Map(units).values()];
}

/** The campaigns in which a unit takes applications, in their order. */
export function campaignsOf(campaigns: readonly OpenCampaign[], unit: string): OpenCampaign[] {
  return campaigns.filter(({ units }) => units.some(({ id }) => id === unit));
}

/** The chosen one of several, or the first; undefined where there is none. */
export function chosenOf<Of extends { id: string }>(campaigns: readonly Of[], id: string): Of | undefined {
  return campaigns.find((campaign) => campaign.id === id) ?? campaigns[0];
}

/**
 * The campaign for which an application to a unit is meant: the chosen one if the unit takes part in it, else the first that it takes part in;
 * the first of all while no unit is chosen. Undefined where none is open.
 */
export function campaignFor(
  campaigns: readonly OpenCampaign[],
  { unit, campaign }: { unit: string; campaign: string },
): OpenCampaign | undefined {
  return chosenOf(campaignsOf(campaigns, unit), campaign) ?? campaigns[0];
}
