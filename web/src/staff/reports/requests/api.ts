import type { RequestChange, RequestForm } from "#core/report/request.ts";
import type {
  RemindedView,
  ReportRequestDraftView,
  ReportRequestsView,
  ReportRequestView,
  UnitSubmissionsView,
} from "../../../../../functions/api/report/request-views.ts";
import { getJson, sendJson } from "../../../api.ts";

const part = encodeURIComponent;
const base = "/api/report-requests";

/** What a unit asks of those below it, and what it is asked itself. */
export const readRequests = (unit: string) => getJson<ReportRequestsView>(`${base}?unit=${part(unit)}`);

/** The units that one may ask, those proposed that take part in the year's campaigns. */
export const readDraft = (unit: string, year: string) =>
  getJson<ReportRequestDraftView>(`${base}/draft?unit=${part(unit)}&year=${part(year)}`);

/** Asks; the same id again is the same request. */
export const askForReports = (id: string, unit: string, form: RequestForm) =>
  sendJson<ReportRequestView>("POST", base, { id, unit, form });

/** The board of a request. */
export const readRequest = (id: string) => getJson<ReportRequestView>(`${base}/${part(id)}`);

/** Changes words or day on the version that was read. */
export const changeRequest = (id: string, version: number, form: RequestChange) =>
  sendJson<ReportRequestView>("PUT", `${base}/${part(id)}`, { version, form });

/** Closes a request: nothing more is taken in. */
export const closeRequest = (id: string, version: number) =>
  sendJson<ReportRequestView>("POST", `${base}/${part(id)}/closing`, { version });

/** Where the API tells what a unit has submitted, and gives out its files. */
export const unitPath = (id: string, unit: string) => `${base}/${part(id)}/units/${part(unit)}`;

/** What a unit has submitted, and what it may submit now. */
export const readUnit = (id: string, unit: string) => getJson<UnitSubmissionsView>(unitPath(id, unit));

/** Submits the edition that was looked at. */
export const submitReport = (id: string, body: { unit: string; edition: number; hash: string }) =>
  sendJson<ReportRequestView>("POST", `${base}/${part(id)}/submissions`, body);

/** Gives back what a unit has submitted. */
export const returnReport = (id: string, body: { unit: string; n: number; reason: string }) =>
  sendJson<ReportRequestView>("POST", `${base}/${part(id)}/returns`, body);

/** Has units reminded by mail, each at most once a day. */
export const remindUnits = (id: string, units: string[]) =>
  sendJson<RemindedView>("POST", `${base}/${part(id)}/reminders`, { units });
