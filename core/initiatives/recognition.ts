import * as v from "valibot";
import { day, requiredLine } from "#core/base/text.ts";
import { Level } from "#core/units/unit.ts";

/** A decision as it is cited: number with symbol (`15/QĐ-UBND`) and the day it was signed. */
export const Decision = v.strictObject({
  // A number has a digit: "-" cites nothing.
  number: v.pipe(requiredLine("decision.number", 60), v.regex(/\d|^$/, "decision.number.invalid")),
  signedOn: day("decision.signedOn"),
});
export type Decision = v.InferOutput<typeof Decision>;

/**
 * The recognition of an initiative at one level. An initiative keeps a list of these: recognised at one level it may be
 * proposed to the next, and it still counts once. Records of a cited document know no decision.
 */
export const Recognition = v.strictObject({
  level: Level,
  decision: v.nullable(Decision),
  revoked: v.nullable(Decision),
});
export type Recognition = v.InferOutput<typeof Recognition>;

/** The recognitions that stand: not revoked. */
export function currentRecognitions(recognitions: Recognition[]): Recognition[] {
  return recognitions.filter((recognition) => recognition.revoked === null);
}
