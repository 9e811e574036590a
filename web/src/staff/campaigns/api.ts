import type { CampaignForm } from "#core/campaigns/form.ts";
import type { CampaignMove } from "#core/campaigns/moves.ts";
import type { CouncilForm, NewCouncil } from "#core/units/council.ts";
import type {
  CampaignListView,
  CampaignTreeView,
  CampaignView,
  CouncilListView,
  CouncilView,
} from "../../../../functions/api/campaigns/views.ts";
import { getJson, sendJson } from "../../api.ts";

const part = encodeURIComponent;

/** The campaigns that one answers for. */
export const readCampaigns = () => getJson<CampaignListView>("/api/campaigns");

/** A campaign with what was done with it. */
export const readCampaign = (id: string) => getJson<CampaignView>(`/api/campaigns/${part(id)}`);

/** Prepares a campaign. */
export const createCampaign = (id: string, form: CampaignForm) =>
  sendJson<CampaignView>("POST", "/api/campaigns", { id, form });

/** Changes a campaign on the version that was read; `version.conflict` where another came first. */
export const changeCampaign = (id: string, version: number, form: CampaignForm) =>
  sendJson<CampaignView>("PUT", `/api/campaigns/${part(id)}`, { version, form });

/** Opens, closes, evaluates or copies; the answer to a copy is the new campaign. */
export const moveCampaign = (id: string, move: CampaignMove, version: number, form: object = {}) =>
  sendJson<CampaignView>("POST", `/api/campaigns/${part(id)}/moves`, { move, version, form });

/** The units below one on a day. */
export const readTree = (unit: string, on: string) =>
  getJson<CampaignTreeView>(`/api/campaigns/tree?unit=${part(unit)}&on=${part(on)}`);

/** The councils of a unit and of those below it. */
export const readCouncils = (unit: string) => getJson<CouncilListView>(`/api/councils?unit=${part(unit)}`);

/** Founds a council; the same unit and name again are the same council. */
export const createCouncil = (form: NewCouncil) => sendJson<CouncilView>("POST", "/api/councils", form);

/** Renames a council, or gives it a last day, on the version that was read. */
export const changeCouncil = (id: string, version: number, form: CouncilForm) =>
  sendJson<CouncilView>("PUT", `/api/councils/${part(id)}`, { version, form });
