import { toBase64Url } from "#core/base/base64url.ts";
import type { ExportForm } from "#core/jobs/export-request.ts";
import type { DownloadView, JobsView, JobView } from "../../../../../functions/api/jobs/views.ts";
import { getJson, sendJson } from "../../../api.ts";

const part = encodeURIComponent;

/** An id for a job: whoever asks again with it begins no second one. */
export const drawJobId = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

/** Begins to export a list of a unit. */
export const beginExport = (id: string, unit: string, year: number | null, parameters: ExportForm) =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "export", unit, year, parameters });

/** Where the API gives out what came of a job. */
export const resultPath = (id: string) => `/api/jobs/${part(id)}/result`;

/** A link to what came of a job, good for some minutes. */
export const readResult = (id: string) => getJson<DownloadView>(resultPath(id));

/** A job as it stands. */
export const readJob = (id: string) => getJson<JobView>(`/api/jobs/${part(id)}`);

/** The latest jobs of a unit that the person may know of, newest first. */
export const readJobs = (unit: string) => getJson<JobsView>(`/api/units/${part(unit)}/jobs`);
