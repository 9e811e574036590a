import type { ReportRunsView, ReportRunView } from "../../../../../functions/api/report/run-views.ts";
import { getJson, sendJson } from "../../../api.ts";

const part = encodeURIComponent;
const base = "/api/report-runs";

export interface RunPlace {
  unit: string;
  id: string;
}

/** Parses the output of `runPlace`. */
export function readRunPlace(text: string): RunPlace {
  const at = text.indexOf("~");
  return { unit: text.slice(0, Math.max(at, 0)), id: text.slice(at + 1) };
}

export const readRuns = (unit: string) => getJson<ReportRunsView>(`/api/units/${part(unit)}/report-runs`);

export const readRun = ({ unit, id }: RunPlace) =>
  getJson<ReportRunView>(`${base}/${part(unit)}/${part(id)}`);

/** Idempotent by id. */
export const beginRun = (unit: string, id: string, campaign: string) =>
  sendJson<ReportRunView>("POST", `${base}/${part(unit)}`, { id, campaign });

export const tryAgain = ({ unit, id }: RunPlace, version: number) =>
  sendJson<ReportRunView>("POST", `${base}/${part(unit)}/${part(id)}/tries`, { version });
