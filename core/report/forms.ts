import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { day, optionalLine, optionalProse, requiredProse } from "#core/base/text.ts";
import { reportMoves } from "./record.ts";
import { ReportTexts } from "./text.ts";

/** Why: at least a few words, so that whoever comes later understands. */
export const Reason = v.pipe(
  requiredProse("report.reason", 1_000),
  v.minLength(10, "report.reason.tooShort"),
);

/** Bodies of the requests that change a report. */
export const TextsForm = v.strictObject({ version, texts: ReportTexts });
export const DismissalForm = v.strictObject({
  version,
  warning: v.pipe(v.string("field.invalid"), v.maxLength(400, "field.invalid")),
  reason: v.nullable(Reason),
});
export const MoveForm = v.strictObject({
  version,
  move: v.picklist(reportMoves, "report.move.invalid"),
  // What each of them has to be is asked of the move that takes it.
  number: v.optional(optionalLine("report.number", 40).wrapped),
  signedOn: v.optional(day("report.signedOn")),
  reason: v.optional(optionalProse("report.reason", 1_000).wrapped),
});
export type MoveForm = v.InferOutput<typeof MoveForm>;
