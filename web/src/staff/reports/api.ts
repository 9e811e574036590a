import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { ReportTexts } from "#core/report/text.ts";
import type { JobView } from "../../../../functions/api/jobs/views.ts";
import type {
  ReportDifferenceView,
  ReportEditionView,
  ReportListView,
  ReportView,
} from "../../../../functions/api/report/views.ts";
import { getJson, sendJson } from "../../api.ts";
import type { ReportPlace } from "./place.ts";

const part = encodeURIComponent;
/** Where the API has a report. */
export const reportPath = ({ unit, from, to }: ReportPlace) =>
  `/api/reports/${part(unit)}/${part(from)}/${part(to)}`;

/** A unit's reports. */
export const readReports = (unit: string) => getJson<ReportListView>(`/api/units/${part(unit)}/reports`);

/** One report as it stands, with its model and what the person may do now. */
export const readReport = (place: ReportPlace) => getJson<ReportView>(reportPath(place));

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
  sendJson<ReportView>("PUT", `${reportPath(place)}/texts`, { version, texts });

/** Dismisses a warning with a reason; without one takes the dismissal back. */
export const putDismissal = (place: ReportPlace, version: number, warning: string, reason: string | null) =>
  sendJson<ReportView>("PUT", `${reportPath(place)}/dismissals`, { version, warning, reason });

/** Takes the report one step on. */
export const moveReport = (place: ReportPlace, body: object) =>
  sendJson<ReportView>("POST", `${reportPath(place)}/moves`, body);

/** Where the API has an earlier edition of a report. */
export const editionPath = (place: ReportPlace, edition: number) =>
  `${reportPath(place)}/editions/${edition}`;

/** An earlier edition, which stays. */
export const readEdition = (place: ReportPlace, edition: number) =>
  getJson<ReportEditionView>(editionPath(place, edition));

/** What differs between two editions, to be read. */
export const readDifference = (place: ReportPlace, from: number, to: number) =>
  getJson<ReportDifferenceView>(`${reportPath(place)}/difference?from=${from}&to=${to}`);
