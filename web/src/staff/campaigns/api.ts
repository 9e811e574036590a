import type { CampaignForm } from "#core/campaigns/form.ts";
import type { CampaignMove } from "#core/campaigns/lifecycle.ts";
import type { CouncilForm, NewCouncil } from "#core/units/council.ts";
import type {
  CampaignListView,
  CampaignTreeView,
  CampaignView,
  CouncilListView,
  CouncilView,
} from "../../../../functions/api/campaigns/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path } from "../parts/api.ts";

export const readCampaigns = () => getJson<CampaignListView>("/api/campaigns");

export const readCampaign = (id: string) => getJson<CampaignView>(path`/api/campaigns/${id}`);

export const createCampaign = (id: string, form: CampaignForm) =>
  sendJson<CampaignView>("POST", "/api/campaigns", { id, form });

/** Throws `version.conflict` if someone else saved first. */
export const changeCampaign = (id: string, version: number, form: CampaignForm) =>
  sendJson<CampaignView>("PUT", path`/api/campaigns/${id}`, { version, form });

/** `copy` returns the new campaign. */
export const moveCampaign = (id: string, move: CampaignMove, version: number, form: object = {}) =>
  sendJson<CampaignView>("POST", path`/api/campaigns/${id}/moves`, { move, version, form });

export const readTree = (unit: string, on: string) =>
  getJson<CampaignTreeView>(path`/api/campaigns/tree?unit=${unit}&on=${on}`);

export const readCouncils = (unit: string) => getJson<CouncilListView>(path`/api/councils?unit=${unit}`);

/** Idempotent: the same unit and name give the same council. */
export const createCouncil = (form: NewCouncil) => sendJson<CouncilView>("POST", "/api/councils", form);

export const changeCouncil = (id: string, version: number, form: CouncilForm) =>
  sendJson<CouncilView>("PUT", path`/api/councils/${id}`, { version, form });
