import type {
  ReportDifferenceView,
  ReportEditionView,
  ReportListView,
  ReportView,
} from "../../../../functions/api/report-views.ts";
import type { JobView } from "../../../../functions/api/views.ts";
import type { ReportLayout, ReportTexts } from "../../../../functions/core/report-text.ts";
import { getJson, sendJson } from "../../api.ts";
import type { ReportPlace } from "./place.ts";

const part = encodeURIComponent;
const path = ({ unit, from, to }: ReportPlace) => `/api/reports/${part(unit)}/${part(from)}/${part(to)}`;

/** A unit's reports. */
export const readReports = (unit: string) => getJson<ReportListView>(`/api/units/${part(unit)}/reports`);

/** One report as it stands, with its model and what the person may do now. */
export const readReport = (place: ReportPlace) => getJson<ReportView>(path(place));

/** Begins to make, to issue or to verify a report; the same id again is the same job. */
export const beginReport = (
  id: string,
  { unit, from, to }: ReportPlace,
  task: "make" | "issue" | "verify",
  layout?: ReportLayout,
) =>
  sendJson<JobView>("POST", "/api/jobs", {
    id,
    kind: "report",
    unit,
    parameters: { from, to, task, ...(layout ? { layout } : {}) },
  });

/** Keeps what people write; `version.conflict` where another was first. */
export const putTexts = (place: ReportPlace, version: number, texts: ReportTexts) =>
  sendJson<ReportView>("PUT", `${path(place)}/texts`, { version, texts });

/** Dismisses a warning with a reason; without one takes the dismissal back. */
export const putDismissal = (place: ReportPlace, version: number, warning: string, reason: string | null) =>
  sendJson<ReportView>("PUT", `${path(place)}/dismissals`, { version, warning, reason });

/** Takes the report one step on. */
export const moveReport = (place: ReportPlace, body: object) =>
  sendJson<ReportView>("POST", `${path(place)}/moves`, body);

/** An earlier edition, which stays. */
export const readEdition = (place: ReportPlace, edition: number) =>
  getJson<ReportEditionView>(`${path(place)}/editions/${edition}`);

/** What differs between two editions, to be read. */
export const readDifference = (place: ReportPlace, from: number, to: number) =>
  getJson<ReportDifferenceView>(`${path(place)}/difference?from=${from}&to=${to}`);
