import type { ReportRunsView, ReportRunView } from "../../../../../functions/api/report/run-views.ts";
import { getJson, sendJson } from "../../../api.ts";
import { path } from "../../parts/api.ts";

export interface RunKey {
  unit: string;
  id: string;
}

/** Parses a key written by `runPlace`. */
export function parseRunKey(text: string): RunKey {
  const at = text.indexOf("~");
  return { unit: text.slice(0, Math.max(at, 0)), id: text.slice(at + 1) };
}

export const readRuns = (unit: string) => getJson<ReportRunsView>(path`/api/units/${unit}/report-runs`);

export const readRun = ({ unit, id }: RunKey) => getJson<ReportRunView>(path`/api/report-runs/${unit}/${id}`);

/** Idempotent by id. */
export const beginRun = (unit: string, id: string, campaign: string) =>
  sendJson<ReportRunView>("POST", path`/api/report-runs/${unit}`, { id, campaign });

export const tryAgain = ({ unit, id }: RunKey, version: number) =>
  sendJson<ReportRunView>("POST", path`/api/report-runs/${unit}/${id}/tries`, { version });
