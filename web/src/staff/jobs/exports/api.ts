import { toBase64Url } from "#core/base/base64url.ts";
import type { ExportForm } from "#core/jobs/export-request.ts";
import type { DownloadView, JobsView, JobView } from "../../../../../functions/api/jobs/views.ts";
import { getJson, sendJson } from "../../../api.ts";

const part = encodeURIComponent;

/** Job id; the same id never begins a second job. */
export const drawJobId = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

export const beginExport = (id: string, unit: string, year: number | null, parameters: ExportForm) =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "export", unit, year, parameters });

export const resultPath = (id: string) => `/api/jobs/${part(id)}/result`;

/** Temporary link to the result of a job. */
export const readResult = (id: string) => getJson<DownloadView>(resultPath(id));

export const readJob = (id: string) => getJson<JobView>(`/api/jobs/${part(id)}`);

export const readJobs = (unit: string) => getJson<JobsView>(`/api/units/${part(unit)}/jobs`);
