import type { DeclaredForm } from "#core/figures/declared-figure.ts";
import type { DeclaredFiguresView, RolledUpView } from "../../../../functions/api/figures/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path } from "../parts/api.ts";

export const readDeclared = (unit: string) =>
  getJson<DeclaredFiguresView>(path`/api/figures/${unit}/declared`);

export const readRolledUp = (unit: string, year: number) =>
  getJson<RolledUpView>(path`/api/figures/${unit}/rolled-up?year=${year}`);

/** Throws `version.conflict` if someone else saved first. */
export const putDeclared = (unit: string, version: number, form: DeclaredForm) => {
  const place = [form.key ?? "own", form.from, form.to].join("~");
  return sendJson<DeclaredFiguresView>("PUT", path`/api/figures/${unit}/declared/${place}`, {
    version,
    form,
  });
};
