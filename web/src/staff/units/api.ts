import type { UnitChangeForm } from "#core/units/change.ts";
import type { SeriesView } from "../../../../functions/api/figures/views.ts";
import type { UnitChangeView, UnitTreeView, UnitView } from "../../../../functions/api/units/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path } from "../parts/api.ts";

/** Units as of a day (YYYY-MM-DD); today if empty. */
export const readTree = (on: string) =>
  getJson<UnitTreeView>(`/api/units${on === "" ? "" : path`?on=${on}`}`);

export const readUnit = (id: string) => getJson<UnitView>(path`/api/units/${id}`);

/** Figures by year, including years before the unit began and after it ended. */
export const readSeries = (id: string, from: number, to: number) =>
  getJson<SeriesView>(path`/api/figures/${id}/series?from=${from}&to=${to}`);

export interface ChangeBody {
  id: string;
  version: number;
  document: string;
  change: UnitChangeForm;
}

export const previewChange = (body: ChangeBody) =>
  sendJson<UnitChangeView>("POST", "/api/unit-changes?dryRun=1", body);

/** Idempotent by id. */
export const makeChange = (body: ChangeBody) => sendJson<UnitChangeView>("POST", "/api/unit-changes", body);
