import * as v from "valibot";
import { boundedArray } from "#core/base/bounds.ts";
import { parseAs } from "#core/base/parsing.ts";
import { reference, requiredLine, requiredProse } from "#core/base/text.ts";
import { Grant } from "./access.ts";
import { Staff } from "./staff.ts";

export const staffMoves = ["deactivate", "reactivate", "handOver", "inviteAgain"] as const;
export type StaffMove = (typeof staffMoves)[number];

const name = requiredLine("staff.name", 120);
const grants = boundedArray(Grant, {
  min: 1,
  max: 40,
  many: "staff.grants.long",
  few: "staff.grants.required",
  invalid: "staff.grants.required",
});
const reason = requiredProse("staff.reason", 500);

/** The page generates `id`, so that a retry sends the same request. */
export const InvitationForm = v.strictObject({
  id: v.pipe(
    v.string("staff.id.invalid"),
    v.regex(/^[\w-]{16,40}$/, "staff.id.invalid"),
    v.maxLength(40, "staff.id.invalid"),
  ),
  name,
  email: Staff.entries.email,
  grants,
});
export const StaffForm = v.strictObject({ name, grants });
export const staffMoveForms = {
  deactivate: v.strictObject({ reason }),
  reactivate: v.strictObject({}),
  handOver: v.strictObject({ to: reference("staff.to.required", 60), reason }),
  inviteAgain: v.strictObject({}),
} as const;

export function parseStaff<S extends v.GenericSchema>(form: S, given: unknown): v.InferOutput<S> {
  return parseAs("staff.invalid", form, given);
}

export const parseStaffMove = <M extends StaffMove>(
  move: M,
  given: unknown,
): v.InferOutput<(typeof staffMoveForms)[M]> => parseStaff(staffMoveForms[move], given);
