import type { Attachment } from "#core/initiatives/attachment.ts";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { ReportSigning } from "#core/report/signing.ts";
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
import type { ReportKey } from "./report-key.ts";

export const reportPath = ({ unit, from, to }: ReportKey) => path`/api/reports/${unit}/${from}/${to}`;

export const readReports = (unit: string) => getJson<ReportListView>(path`/api/units/${unit}/reports`);

export const readReport = (report: ReportKey) => getJson<ReportView>(reportPath(report));

/** Idempotent by id. */
export const beginReport = (
  id: string,
  { unit, from, to }: ReportKey,
  task: "make" | "issue" | "verify",
  layout?: ReportLayout,
  padNumbers?: boolean,
) =>
  sendJson<JobView>("POST", "/api/jobs", {
    id,
    kind: "report",
    unit,
    parameters: {
      from,
      to,
      task,
      ...(layout ? { layout } : {}),
      ...(padNumbers === undefined ? {} : { padNumbers }),
    },
  });

/** Throws `version.conflict` if someone else saved first. */
export const putTexts = (report: ReportKey, version: number, texts: ReportTexts) =>
  sendJson<ReportView>("PUT", `${reportPath(report)}/texts`, { version, texts });

export const putSigning = (report: ReportKey, version: number, signing: ReportSigning) =>
  sendJson<ReportView>("PUT", `${reportPath(report)}/signing`, { version, signing });

export const putSigned = (report: ReportKey, version: number, file: Attachment) =>
  sendJson<ReportView>("PUT", `${reportPath(report)}/signed`, { version, file });

/** A null reason undoes the dismissal. */
export const putDismissal = (report: ReportKey, version: number, warning: string, reason: string | null) =>
  sendJson<ReportView>("PUT", `${reportPath(report)}/dismissals`, { version, warning, reason });

export const moveReport = (report: ReportKey, body: object) =>
  sendJson<ReportView>("POST", `${reportPath(report)}/moves`, body);

export const editionPath = (report: ReportKey, edition: number) =>
  `${reportPath(report)}/editions/${edition}`;

export const readEdition = (report: ReportKey, edition: number) =>
  getJson<ReportEditionView>(editionPath(report, edition));

export const readDifference = (report: ReportKey, from: number, to: number) =>
  getJson<ReportDifferenceView>(`${reportPath(report)}/difference?from=${from}&to=${to}`);
