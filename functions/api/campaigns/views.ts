import * as v from "valibot";
import { Campaign, Stage } from "#core/campaigns/campaign.ts";
import { CitedDocument } from "#core/campaigns/document.ts";
import { CampaignEntry, campaignMoves } from "#core/campaigns/lifecycle.ts";
import { Level, System } from "#core/units/unit.ts";
import { Named } from "../units/views.ts";

const unit = { ...Named.entries, code: v.string(), level: Level, system: System };

export const ReceivingUnit = v.strictObject({
  ...unit,
  /** Superior's name, which distinguishes units of the same name. */
  within: v.nullable(v.string()),
  former: v.array(v.string()),
});
export type ReceivingUnit = v.InferOutput<typeof ReceivingUnit>;

export const OpenCampaign = v.strictObject({
  ...Named.entries,
  year: v.number(),
  opensOn: v.string(),
  closesOn: v.string(),
  /** End of the day `closesOn`. */
  closesAt: v.string(),
  graceEndsAt: v.string(),
  merged: v.boolean(),
  consent: v.string(),
  demo: v.boolean(),
  units: v.array(ReceivingUnit),
});
export type OpenCampaign = v.InferOutput<typeof OpenCampaign>;

/** Campaigns that accept applications, including those in the grace period. */
export const OpenCampaignsView = v.strictObject({
  campaigns: v.array(OpenCampaign),
  upcoming: v.array(v.strictObject({ name: v.string(), opensOn: v.string() })),
  closed: v.nullable(v.strictObject({ name: v.string(), closesOn: v.string() })),
  now: v.string(),
  arriving: v.number(),
});
export type OpenCampaignsView = v.InferOutput<typeof OpenCampaignsView>;

export const PaperCampaignsView = v.strictObject({ campaigns: v.array(OpenCampaign), today: v.string() });
export type PaperCampaignsView = v.InferOutput<typeof PaperCampaignsView>;

export const CampaignRow = v.strictObject({
  ...Named.entries,
  year: v.number(),
  unit: Named,
  opensOn: v.string(),
  closesOn: v.string(),
  stage: Stage,
  councils: v.number(),
  receives: v.number(),
  demo: v.boolean(),
});
export type CampaignRow = v.InferOutput<typeof CampaignRow>;

export const CampaignListView = v.strictObject({ campaigns: v.array(CampaignRow), today: v.string() });
export type CampaignListView = v.InferOutput<typeof CampaignListView>;

export const CampaignView = v.strictObject({
  campaign: Campaign,
  stage: Stage,
  moves: v.array(v.picklist(campaignMoves)),
  log: v.array(CampaignEntry),
  today: v.string(),
});
export type CampaignView = v.InferOutput<typeof CampaignView>;

export const TreeUnit = v.strictObject({
  ...unit,
  /** Null for the campaign's own unit. */
  parent: v.nullable(v.string()),
});
export type TreeUnit = v.InferOutput<typeof TreeUnit>;

export const CampaignTreeView = v.strictObject({ units: v.array(TreeUnit) });
export type CampaignTreeView = v.InferOutput<typeof CampaignTreeView>;

export const CouncilView = v.strictObject({
  ...Named.entries,
  version: v.number(),
  unit: Named,
  level: Level,
  endsOn: v.nullable(v.string()),
  sits: v.boolean(),
});
export type CouncilView = v.InferOutput<typeof CouncilView>;

export const CouncilListView = v.strictObject({ unit: Named, councils: v.array(CouncilView) });
export type CouncilListView = v.InferOutput<typeof CouncilListView>;

/** `documents`: newest first. */
export const DocumentsView = v.strictObject({ documents: v.array(CitedDocument) });
export type DocumentsView = v.InferOutput<typeof DocumentsView>;
