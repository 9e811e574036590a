import { toBase64Url } from "#core/base/base64url.ts";
import type { ExportForm } from "#core/jobs/export-request.ts";
import type { DownloadView, JobsView, JobView } from "../../../../functions/api/jobs/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path } from "../parts/api.ts";

/** Sending an id again does not begin a second job. */
export const drawJobId = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

export const beginExport = (id: string, unit: string, year: number | null, parameters: ExportForm) =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "export", unit, year, parameters });

/** `dryRun` only checks the workbook. */
export const beginImport = (id: string, unit: string, parameters: { upload: string; dryRun: boolean }) =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "import", unit, parameters });

export const beginWorkbook = (id: string, unit: string, content: "template" | "all") =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "workbook", unit, parameters: { content } });

export const resultPath = (id: string) => path`/api/jobs/${id}/result`;

export const readResult = (id: string) => getJson<DownloadView>(resultPath(id));

export const readJob = (id: string) => getJson<JobView>(path`/api/jobs/${id}`);

export const readJobs = (unit: string) => getJson<JobsView>(path`/api/units/${unit}/jobs`);
