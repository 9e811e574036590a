import type { ReportRunsView, ReportRunView } from "../../../../../functions/api/report/run-views.ts";
import { getJson, sendJson } from "../../../api.ts";

const part = encodeURIComponent;
const base = "/api/report-runs";

/** A run is named by its root and its id. */
export interface RunPlace {
  unit: string;
  id: string;
}

/** Reads what `runPlace` wrote into an address. */
export function readRunPlace(text: string): RunPlace {
  const at = text.indexOf("~");
  return { unit: text.slice(0, Math.max(at, 0)), id: text.slice(at + 1) };
}

/** The latest runs of a root, and what may be run. */
export const readRuns = (unit: string) => getJson<ReportRunsView>(`/api/units/${part(unit)}/report-runs`);

/** A run as it stands. */
export const readRun = ({ unit, id }: RunPlace) =>
  getJson<ReportRunView>(`${base}/${part(unit)}/${part(id)}`);

/** Makes the reports of a campaign's units; the same id again is the same run. */
export const beginRun = (unit: string, id: string, campaign: string) =>
  sendJson<ReportRunView>("POST", `${base}/${part(unit)}`, { id, campaign });

/** Tries again what failed, on the version that was read. */
export const tryAgain = ({ unit, id }: RunPlace, version: number) =>
  sendJson<ReportRunView>("POST", `${base}/${part(unit)}/${part(id)}/tries`, { version });
