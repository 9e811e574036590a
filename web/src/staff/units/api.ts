import type { UnitChangeForm } from "#core/units/change.ts";
import type { SeriesView } from "../../../../functions/api/figures/views.ts";
import type { UnitChangeView, UnitTreeView, UnitView } from "../../../../functions/api/units/views.ts";
import { getJson, sendJson } from "../../api.ts";

const part = encodeURIComponent;

/** The units of a day, YYYY-MM-DD; today where it is empty. */
export const readTree = (on: string) =>
  getJson<UnitTreeView>(`/api/units${on === "" ? "" : `?on=${part(on)}`}`);

/** A unit with its past. */
export const readUnit = (id: string) => getJson<UnitView>(`/api/units/${part(id)}`);

/** A unit's years, across its beginning and its end. */
export const readSeries = (id: string, from: number, to: number) =>
  getJson<SeriesView>(`/api/figures/${part(id)}/series?from=${from}&to=${to}`);

export interface ChangeBody {
  id: string;
  version: number;
  document: string;
  change: UnitChangeForm;
}

/** Says what a change would do. */
export const previewChange = (body: ChangeBody) =>
  sendJson<UnitChangeView>("POST", "/api/unit-changes?dryRun=1", body);

/** Makes a change; the same id again is the same change. */
export const makeChange = (body: ChangeBody) => sendJson<UnitChangeView>("POST", "/api/unit-changes", body);
