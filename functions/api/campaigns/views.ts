import type { Campaign, Stage } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { CampaignEntry, CampaignMove } from "#core/campaigns/moves.ts";
import type { Level, System } from "#core/units/unit.ts";

/** `GET /api/campaigns/open`: the campaigns that take applications now, also those in their hours of grace, and where to send them. */
export interface OpenCampaignsView {
  /** The one that closes first stands first. */
  campaigns: OpenCampaign[];
  /** Those that open later, the next first. */
  upcoming: { name: string; opensOn: string }[];
  /** The one that closed last; null where none has. */
  closed: { name: string; closesOn: string } | null;
  /** The instant of this answer at the server, which a cache may hold for a minute. */
  now: string;
  /** How many dossiers of a demonstration are still being entered: figures are not whole until there are none. */
  arriving: number;
}

export interface OpenCampaign {
  id: string;
  year: number;
  name: string;
  opensOn: string;
  closesOn: string;
  /** When its last day is over, and when the hours of grace are in which it takes what is late. */
  closesAt: string;
  graceEndsAt: string;
  merged: boolean;
  consent: string;
  demo: boolean;
  units: ReceivingUnit[];
}

/** `GET /api/campaigns/paper?unit=…`: the campaigns for which papers may be typed in, the latest first, each with the unit and those below it. */
export interface PaperCampaignsView {
  campaigns: OpenCampaign[];
  today: string;
}

export interface ReceivingUnit {
  id: string;
  code: string;
  name: string;
  level: Level;
  system: System;
  /** The name of the unit above, for telling namesakes apart. */
  within: string | null;
  /** Names by which people may still look for it. */
  former: string[];
}

/** `GET /api/campaigns`: the campaigns of the units that an administrator answers for, the latest first. */
export interface CampaignListView {
  campaigns: CampaignRow[];
  today: string;
}

export interface CampaignRow {
  id: string;
  year: number;
  name: string;
  unit: { id: string; name: string };
  opensOn: string;
  closesOn: string;
  stage: Stage;
  councils: number;
  receives: number;
  demo: boolean;
}

/** `GET /api/campaigns/:id`, and the answer to every change of one. */
export interface CampaignView {
  campaign: Campaign;
  stage: Stage;
  moves: CampaignMove[];
  log: CampaignEntry[];
  today: string;
}

/** `GET /api/campaigns/tree?unit=…&on=…`: the units a campaign of that unit would have if it opened on that day. */
export interface CampaignTreeView {
  units: TreeUnit[];
}

export interface TreeUnit {
  id: string;
  code: string;
  name: string;
  level: Level;
  system: System;
  /** Null for the campaign's own unit. */
  parent: string | null;
}

/** `GET /api/councils?unit=…`: the councils of the unit and of those below it, by name. */
export interface CouncilListView {
  unit: { id: string; name: string };
  councils: CouncilView[];
}

/** A council, and the answer to every change of one. */
export interface CouncilView {
  id: string;
  version: number;
  name: string;
  unit: { id: string; name: string };
  /** That of its unit. */
  level: Level;
  /** The last day on which it sits; null while it has no end. */
  endsOn: string | null;
  /** Whether it can be given work today: neither it nor its unit has ended. */
  sits: boolean;
}

/** `GET /api/documents`: cited documents, the latest first. */
export interface DocumentsView {
  documents: CitedDocument[];
}
