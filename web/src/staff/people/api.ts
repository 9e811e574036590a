import type { Grant } from "#core/staff/access.ts";
import type { StaffMove } from "#core/staff/forms.ts";
import type { StaffListView, StaffView } from "../../../../functions/api/staff/views.ts";
import { getJson, sendJson } from "../../api.ts";
import { path } from "../parts/api.ts";

export const readPeople = (unit: string) => getJson<StaffListView>(path`/api/staff?unit=${unit}`);

export const readPerson = (id: string) => getJson<StaffView>(path`/api/staff/${id}`);

/** Idempotent by id and form. */
export const invitePerson = (form: { id: string; email: string; name: string; grants: Grant[] }) =>
  sendJson<StaffView>("POST", "/api/staff", form);

/** Throws `version.conflict` if someone else saved first. */
export const changePerson = (id: string, version: number, form: { name: string; grants: Grant[] }) =>
  sendJson<StaffView>("PUT", path`/api/staff/${id}`, { version, form });

export const movePerson = (id: string, move: StaffMove, version: number, form: object = {}) =>
  sendJson<StaffView>("POST", path`/api/staff/${id}/moves`, { move, version, form });
