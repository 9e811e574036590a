import * as v from "valibot";
import { wholeNumber } from "#core/base/bounds.ts";
import { day, optionalProse, requiredLine } from "#core/base/text.ts";

/** At most one check per year. */
export const ModelCheck = v.strictObject({
  year: wholeNumber("model.check.year.invalid", { min: 2000, max: 2200 }),
  on: day("model.check.on"),
  by: requiredLine("model.check.by", 200),
  maintained: v.boolean("model.check.maintained.required"),
  note: optionalProse("model.check.note", 1_000),
});
export type ModelCheck = v.InferOutput<typeof ModelCheck>;
