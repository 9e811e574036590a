import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import type { DeclaredFiguresView } from "../../../../functions/api/figures/views.ts";
import { getJson, sendJson } from "../../api.ts";

const part = encodeURIComponent;

export const readDeclared = (unit: string) =>
  getJson<DeclaredFiguresView>(`/api/figures/${part(unit)}/declared`);

/** Rejected with `version.conflict` when someone else saved first. */
export const putDeclared = (unit: string, version: number, form: DeclaredForm) => {
  const place = [form.key ?? "own", form.from, form.to].join("~");
  const path = `/api/figures/${part(unit)}/declared/${part(place)}`;
  return sendJson<DeclaredFiguresView>("PUT", path, { version, form });
};
