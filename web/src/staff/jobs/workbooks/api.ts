import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { sendJson } from "../../../api.ts";

/** Begins to check a workbook that was uploaded, or to check and import it; the same id again is the same job. */
export const beginImport = (id: string, unit: string, parameters: { upload: string; dryRun: boolean }) =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "import", unit, parameters });

/** Begins to make a workbook: the one to fill in, or the one with all that is there. */
export const beginWorkbook = (id: string, unit: string, content: "template" | "all") =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "workbook", unit, parameters: { content } });
