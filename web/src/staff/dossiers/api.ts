import type { SubmissionInput } from "#core/initiatives/application.ts";
import type { DecisionCorrection } from "#core/initiatives/decision-correction.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import type { PaperCampaignsView } from "../../../../functions/api/campaigns/views.ts";
import type {
  InitiativeView,
  ListView,
  MoveBody,
  RegisterView,
  RenewedKeyView,
} from "../../../../functions/api/initiatives/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path, query } from "../parts/api.ts";

export const readInbox = (unit: string, state: string, cursor: string | null) =>
  getJson<ListView>(path`/api/units/${unit}/inbox` + query({ state, cursor }));

/** Page of the register, or the lines that match `q`, `state`, `field` and `system`. */
export const readRegister = (unit: string, year: number, asked: Record<string, string | null>) =>
  getJson<RegisterView>(path`/api/units/${unit}/register/${year}` + query(asked));

export const readQueue = (council: string, year: number, state: string, cursor: string | null) =>
  getJson<ListView>(path`/api/councils/${council}/queue/${year}` + query({ state, cursor }));

export const readInitiative = (id: string) => getJson<InitiativeView>(path`/api/initiatives/${id}`);

export const makeMove = (id: string, body: MoveBody) =>
  sendJson<InitiativeView>("POST", path`/api/initiatives/${id}/moves`, body);

export const correctDecision = (id: string, version: number, form: DecisionCorrection) =>
  sendJson<InitiativeView>("POST", path`/api/initiatives/${id}/decision-corrections`, { version, form });

/** Only this response contains the key. Throws `version.conflict` if the dossier has changed. */
export const renewKey = (id: string, version: number) =>
  sendJson<RenewedKeyView>("POST", path`/api/initiatives/${id}/access-key`, { version });

/** Campaigns that accept a unit's paper applications, even after closing. */
export const readPaperCampaigns = (unit: string) =>
  getJson<PaperCampaignsView>(path`/api/campaigns/paper?unit=${unit}`);

/** Idempotent by key. */
export const enterPaper = (body: SubmissionInput, key: string) =>
  sendJson<Receipt>("POST", "/api/initiatives?channel=paper", body, { "idempotency-key": key });
