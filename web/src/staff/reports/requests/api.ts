import type { RequestChange, RequestForm } from "#core/report/request.ts";
import type {
  RemindedView,
  ReportRequestDraftView,
  ReportRequestsView,
  ReportRequestView,
  UnitSubmissionsView,
} from "../../../../../functions/api/report/request-views.ts";
import { getJson, sendJson } from "../../../api.ts";
import { path } from "../../parts/api.ts";

export const readRequests = (unit: string) =>
  getJson<ReportRequestsView>(path`/api/report-requests?unit=${unit}`);

export const readDraft = (unit: string, year: string) =>
  getJson<ReportRequestDraftView>(path`/api/report-requests/draft?unit=${unit}&year=${year}`);

/** Idempotent by id. */
export const askForReports = (id: string, unit: string, form: RequestForm) =>
  sendJson<ReportRequestView>("POST", "/api/report-requests", { id, unit, form });

export const readRequest = (id: string) => getJson<ReportRequestView>(path`/api/report-requests/${id}`);

export const changeRequest = (id: string, version: number, form: RequestChange) =>
  sendJson<ReportRequestView>("PUT", path`/api/report-requests/${id}`, { version, form });

export const closeRequest = (id: string, version: number) =>
  sendJson<ReportRequestView>("POST", path`/api/report-requests/${id}/closing`, { version });

export const unitPath = (id: string, unit: string) => path`/api/report-requests/${id}/units/${unit}`;

export const readUnit = (id: string, unit: string) => getJson<UnitSubmissionsView>(unitPath(id, unit));

export const submitReport = (id: string, body: { unit: string; edition: number; hash: string }) =>
  sendJson<ReportRequestView>("POST", path`/api/report-requests/${id}/submissions`, body);

export const returnReport = (id: string, body: { unit: string; n: number; reason: string }) =>
  sendJson<ReportRequestView>("POST", path`/api/report-requests/${id}/returns`, body);

/** At most one reminder a day per unit. */
export const remindUnits = (id: string, units: string[]) =>
  sendJson<RemindedView>("POST", path`/api/report-requests/${id}/reminders`, { units });
