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

/** True for a refusal of the API with one of these codes. */
export function isProblem(error: unknown, ...codes: ProblemView["code"][]): error is ProblemError {
  return error instanceof ProblemError && codes.some((code) => code === error.code);
}

const part = encodeURIComponent;

const query = (entries: Record<string, string | null>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value !== null) search.set(name, value);
  return search.size > 0 ? `?${search}` : "";
};

/** Who is signed in; `session.missing` where nobody is. */
export async function readSession(): Promise<SessionView> {
  const session = await getJson<SessionView>("/api/session");
  noteServerTime(session.now);
  return session;
}

/** Signs out; the answer says where the browser goes next. */
export const endSession = () => sendJson<{ signOut: string }>("DELETE", "/api/session", {});

/** The address that begins the sign-in and comes back to `to`. */
export const signInAddress = (to: string) => `/api/session/sign-in?to=${part(to)}`;

/** A unit's dossiers in a state, the most urgent first. */
export const readInbox = (unit: string, state: string, cursor: string | null) =>
  getJson<ListView>(`/api/units/${part(unit)}/inbox${query({ state, cursor })}`);

/** A unit's register of a year: a page by running number, or what matches `q`, `state`, `field` and `system`. */
export const readRegister = (unit: string, year: number, asked: Record<string, string | null>) =>
  getJson<RegisterView>(`/api/units/${part(unit)}/register/${year}${query(asked)}`);

/** A council's dossiers of a year in a state, the most urgent first. */
export const readQueue = (council: string, year: number, state: string, cursor: string | null) =>
  getJson<ListView>(`/api/councils/${part(council)}/queue/${year}${query({ state, cursor })}`);

/** One initiative with its history and the moves that are the viewer's to make. */
export const readInitiative = (id: string) => getJson<InitiativeView>(`/api/initiatives/${part(id)}`);

/** Makes a move; the answer is the initiative as it is then. */
export const makeMove = (id: string, body: MoveBody) =>
  sendJson<InitiativeView>("POST", `/api/initiatives/${part(id)}/moves`, body);

/** Corrects a recorded decision; `version.conflict` where the dossier has changed. */
export const correctDecision = (id: string, version: number, form: DecisionCorrection) =>
  sendJson<InitiativeView>("POST", `/api/initiatives/${part(id)}/decision-corrections`, { version, form });

/** Gives out a new access key, shown in this answer alone; `version.conflict` where the dossier has changed. */
export const renewKey = (id: string, version: number) =>
  sendJson<RenewedKeyView>("POST", `/api/initiatives/${part(id)}/access-key`, { version });

/** The rows of a unit's figures of the years from `from` to `to`. */
export const readFigures = (unit: string, from: number, to: number) =>
  getJson<FiguresView>(`/api/figures/${part(unit)}/${to}?from=${from}`);

/** The campaigns for which papers of a unit may be typed in, also after they have closed. */
export const readPaperCampaigns = (unit: string) =>
  getJson<PaperCampaignsView>(`/api/campaigns/paper${query({ unit })}`);

/** Enters an application that came on paper; the same key again gives the same receipt. */
export const enterPaper = (body: SubmissionInput, key: string) =>
  sendJson<Receipt>("POST", "/api/initiatives?channel=paper", body, { "idempotency-key": key });
