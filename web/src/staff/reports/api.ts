import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { ReportTexts } from "#core/report/texts.ts";
import type { JobView } from "../../../../functions/api/jobs/views.ts";
import type {
  ReportDifferenceView,
  ReportEditionView,
  ReportListView,
  ReportView,
} from "../../../../functions/api/report/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path } from "../parts/api.ts";
import type { ReportPlace } from "./place.ts";

export const reportPath = ({ unit, from, to }: ReportPlace) => path`/api/reports/${unit}/${from}/${to}`;

export const readReports = (unit: string) => getJson<ReportListView>(path`/api/units/${unit}/reports`);

export const readReport = (place: ReportPlace) => getJson<ReportView>(reportPath(place));

/** Makes, issues or verifies a report. Idempotent by id. */
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

/** Rejected with `version.conflict` when someone else saved first. */
export const putTexts = (place: ReportPlace, version: number, texts: ReportTexts) =>
  sendJson<ReportView>("PUT", `${reportPath(place)}/texts`, { version, texts });

/** A null reason takes the dismissal back. */
export const putDismissal = (place: ReportPlace, version: number, warning: string, reason: string | null) =>
  sendJson<ReportView>("PUT", `${reportPath(place)}/dismissals`, { version, warning, reason });

export const moveReport = (place: ReportPlace, body: object) =>
  sendJson<ReportView>("POST", `${reportPath(place)}/moves`, body);

export const editionPath = (place: ReportPlace, edition: number) =>
  `${reportPath(place)}/editions/${edition}`;

export const readEdition = (place: ReportPlace, edition: number) =>
  getJson<ReportEditionView>(editionPath(place, edition));

export const readDifference = (place: ReportPlace, from: number, to: number) =>
  getJson<ReportDifferenceView>(`${reportPath(place)}/difference?from=${from}&to=${to}`);
