import * as v from "valibot";
import { version } from "#core/base/bounds.ts";
import { day, optionalLine, optionalProse, requiredProse } from "#core/base/text.ts";
import { reportMoves } from "./record.ts";
import { ReportTexts } from "./text.ts";

export const Reason = v.pipe(
  requiredProse("report.reason", 1_000),
  v.minLength(10, "report.reason.tooShort"),
);

export const TextsForm = v.strictObject({ version, texts: ReportTexts });
export const DismissalForm = v.strictObject({
  version,
  warning: v.pipe(v.string("field.invalid"), v.maxLength(400, "field.invalid")),
  reason: v.nullable(Reason),
});
export const MoveForm = v.strictObject({
  version,
  move: v.picklist(reportMoves, "report.move.invalid"),
  // The move checks the form of each.
  number: v.optional(optionalLine("report.number", 40).wrapped),
  signedOn: v.optional(day("report.signedOn")),
  reason: v.optional(optionalProse("report.reason", 1_000).wrapped),
});
export type MoveForm = v.InferOutput<typeof MoveForm>;
