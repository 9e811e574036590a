import type { SubmissionInput } from "#core/initiatives/application.ts";
import type { DecisionCorrection } from "#core/initiatives/decision-correction.ts";
import type { Receipt } from "#core/initiatives/submission.ts";
import type { PaperCampaignsView } from "../../../../functions/api/campaigns/views.ts";
import type { FiguresView } from "../../../../functions/api/figures/views.ts";
import type {
  InitiativeView,
  ListView,
  MoveBody,
  RegisterView,
  RenewedKeyView,
} from "../../../../functions/api/initiatives/views.ts";
import type { ProblemView } from "../../../../functions/api/problem-view.ts";
import type { SessionView } from "../../../../functions/api/staff/views.ts";
import { getJson, ProblemError, sendJson } from "../../api.ts";
import { noteServerTime } from "../../server-time.ts";

export function isProblem(error: unknown, ...codes: ProblemView["code"][]): error is ProblemError {
  return error instanceof ProblemError && codes.some((code) => code === error.code);
}

const part = encodeURIComponent;

const query = (entries: Record<string, string | null>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value !== null) search.set(name, value);
  return search.size > 0 ? `?${search}` : "";
};

/** Throws `session.missing` when nobody is signed in. */
export async function readSession(): Promise<SessionView> {
  const session = await getJson<SessionView>("/api/session");
  noteServerTime(session.now);
  return session;
}

/** Returns the address to go to next. */
export const endSession = () => sendJson<{ signOut: string }>("DELETE", "/api/session", {});

export const signInAddress = (to: string) => `/api/session/sign-in?to=${part(to)}`;

export const readInbox = (unit: string, state: string, cursor: string | null) =>
  getJson<ListView>(`/api/units/${part(unit)}/inbox${query({ state, cursor })}`);

/** A page by running number, or the matches of `q`, `state`, `field` and `system`. */
export const readRegister = (unit: string, year: number, asked: Record<string, string | null>) =>
  getJson<RegisterView>(`/api/units/${part(unit)}/register/${year}${query(asked)}`);

export const readQueue = (council: string, year: number, state: string, cursor: string | null) =>
  getJson<ListView>(`/api/councils/${part(council)}/queue/${year}${query({ state, cursor })}`);

export const readInitiative = (id: string) => getJson<InitiativeView>(`/api/initiatives/${part(id)}`);

export const makeMove = (id: string, body: MoveBody) =>
  sendJson<InitiativeView>("POST", `/api/initiatives/${part(id)}/moves`, body);

export const correctDecision = (id: string, version: number, form: DecisionCorrection) =>
  sendJson<InitiativeView>("POST", `/api/initiatives/${part(id)}/decision-corrections`, { version, form });

/** The key is in this answer only. Rejected with `version.conflict` when the dossier has changed. */
export const renewKey = (id: string, version: number) =>
  sendJson<RenewedKeyView>("POST", `/api/initiatives/${part(id)}/access-key`, { version });

export const readFigures = (unit: string, from: number, to: number) =>
  getJson<FiguresView>(`/api/figures/${part(unit)}/${to}?from=${from}`);

/** Campaigns that take paper applications of a unit, also after they have closed. */
export const readPaperCampaigns = (unit: string) =>
  getJson<PaperCampaignsView>(`/api/campaigns/paper${query({ unit })}`);

/** Idempotent by key. */
export const enterPaper = (body: SubmissionInput, key: string) =>
  sendJson<Receipt>("POST", "/api/initiatives?channel=paper", body, { "idempotency-key": key });
