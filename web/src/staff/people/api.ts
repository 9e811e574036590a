import type { Grant } from "#core/staff/access.ts";
import type { StaffMove } from "#core/staff/forms.ts";
import type { StaffListView, StaffView } from "../../../../functions/api/staff/views.ts";
import { getJson, sendJson } from "../../api.ts";

const part = encodeURIComponent;

/** Whoever has a role at a unit or below it, and the councils of those units. */
export const readPeople = (unit: string) => getJson<StaffListView>(`/api/staff?unit=${part(unit)}`);

/** An account with its log and its sign-ins. */
export const readPerson = (id: string) => getJson<StaffView>(`/api/staff/${part(id)}`);

/** Invites somebody; the same id and form again are the same invitation. */
export const invitePerson = (form: { id: string; email: string; name: string; grants: Grant[] }) =>
  sendJson<StaffView>("POST", "/api/staff", form);

/** Changes name and roles on the version that was read; `version.conflict` where another came first. */
export const changePerson = (id: string, version: number, form: { name: string; grants: Grant[] }) =>
  sendJson<StaffView>("PUT", `/api/staff/${part(id)}`, { version, form });

/** Closes an account, opens it again, hands it over, or sends the invitation again. */
export const movePerson = (id: string, move: StaffMove, version: number, form: object = {}) =>
  sendJson<StaffView>("POST", `/api/staff/${part(id)}/moves`, { move, version, form });
