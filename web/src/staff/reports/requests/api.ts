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

export const readRequests = (unit: string) => getJson<ReportRequestsView>(`${base}?unit=${part(unit)}`);

export const readDraft = (unit: string, year: string) =>
  getJson<ReportRequestDraftView>(`${base}/draft?unit=${part(unit)}&year=${part(year)}`);

/** Idempotent by id. */
export const askForReports = (id: string, unit: string, form: RequestForm) =>
  sendJson<ReportRequestView>("POST", base, { id, unit, form });

export const readRequest = (id: string) => getJson<ReportRequestView>(`${base}/${part(id)}`);

export const changeRequest = (id: string, version: number, form: RequestChange) =>
  sendJson<ReportRequestView>("PUT", `${base}/${part(id)}`, { version, form });

export const closeRequest = (id: string, version: number) =>
  sendJson<ReportRequestView>("POST", `${base}/${part(id)}/closing`, { version });

/** API path of a unit's submissions and files. */
export const unitPath = (id: string, unit: string) => `${base}/${part(id)}/units/${part(unit)}`;

export const readUnit = (id: string, unit: string) => getJson<UnitSubmissionsView>(unitPath(id, unit));

export const submitReport = (id: string, body: { unit: string; edition: number; hash: string }) =>
  sendJson<ReportRequestView>("POST", `${base}/${part(id)}/submissions`, body);

export const returnReport = (id: string, body: { unit: string; n: number; reason: string }) =>
  sendJson<ReportRequestView>("POST", `${base}/${part(id)}/returns`, body);

/** Each unit is reminded at most once a day. */
export const remindUnits = (id: string, units: string[]) =>
  sendJson<RemindedView>("POST", `${base}/${part(id)}/reminders`, { units });
