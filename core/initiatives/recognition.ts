import * as v from "valibot";
import { Level } from "#core/units/unit.ts";
import { Decision } from "./decision.ts";

/** An initiative recognised at several levels counts once. `decision` is null if known only from a cited document. */
export const Recognition = v.strictObject({
  level: Level,
  decision: v.nullable(Decision),
  revoked: v.nullable(Decision),
});
export type Recognition = v.InferOutput<typeof Recognition>;

export function currentRecognitions(recognitions: Recognition[]): Recognition[] {
  return recognitions.filter((recognition) => recognition.revoked === null);
}
