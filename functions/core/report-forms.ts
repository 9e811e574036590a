import * as v from "valibot";
import { reportMoves } from "./report-record.ts";
import { ReportTexts } from "./report-text.ts";
import { requiredText } from "./text.ts";

const version = v.pipe(v.number("version.invalid"), v.integer("version.invalid"));
/** Why: at least a few words, so that whoever comes later understands. */
export const Reason = v.pipe(requiredText("report.reason", 1_000), v.minLength(10, "report.reason.tooShort"));

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
  number: v.optional(v.string("report.number.invalid")),
  signedOn: v.optional(v.string("report.signedOn.invalid")),
  reason: v.optional(v.string("report.reason.required")),
});
export type MoveForm = v.InferOutput<typeof MoveForm>;
