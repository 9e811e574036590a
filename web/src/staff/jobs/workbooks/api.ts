import type { JobView } from "../../../../../functions/api/jobs/views.ts";
import { sendJson } from "../../../api.ts";

/** Checks a workbook (`dryRun`) or imports it. Idempotent by id. */
export const beginImport = (id: string, unit: string, parameters: { upload: string; dryRun: boolean }) =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "import", unit, parameters });

export const beginWorkbook = (id: string, unit: string, content: "template" | "all") =>
  sendJson<JobView>("POST", "/api/jobs", { id, kind: "workbook", unit, parameters: { content } });
