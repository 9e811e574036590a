import * as v from "valibot";
import { boundedArray, decimalNumber, version, wholeNumber } from "#core/base/bounds.ts";
import type { FieldError } from "#core/base/problems.ts";
import { optionalProse, requiredLine } from "#core/base/text.ts";

const points = (key: string) => decimalNumber(key, { min: 0, max: 1_000, decimals: 3 });
const key = v.pipe(
  v.string("rubric.key.invalid"),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, "rubric.key.invalid"),
  v.maxLength(40, "rubric.key.invalid"),
);

/** `from` is inclusive; the band ends before the next `from`. */
const Band = v.strictObject({ from: points("rubric.band.invalid"), name: requiredLine("rubric.band", 60) });

export const Criterion = v.strictObject({
  key,
  name: requiredLine("rubric.criterion", 160),
  max: points("rubric.max.invalid"),
  scored: v.boolean("field.invalid"),
  /** An empty list allows any number up to `max`. */
  bands: boundedArray(Band, { max: 12, many: "rubric.bands.tooMany" }),
});
export type Criterion = v.InferOutput<typeof Criterion>;

export const verdicts = ["recognised", "toComplete", "notRecognised"] as const;

/**
 * Total points = mean of the score sheets' sums + `vote.max` × votes ÷ most votes of any initiative. Rounded once, at
 * the end.
 */
export const Rubric = v.strictObject({
  version: v.pipe(version, v.minValue(1, "version.invalid")),
  criteria: boundedArray(Criterion, {
    min: 1,
    max: 40,
    many: "rubric.criteria.tooMany",
    few: "rubric.criteria.required",
  }),
  /** Rounding step; halves round up. Null disables rounding. */
  step: v.nullable(v.picklist([1, 0.5, 0.1, 0.01], "rubric.step.invalid")),
  outcomes: boundedArray(
    v.strictObject({ ...Band.entries, verdict: v.picklist(verdicts, "rubric.verdict.invalid") }),
    { min: 1, max: 12, many: "rubric.bands.tooMany", few: "rubric.outcomes.required" },
  ),
  floors: boundedArray(
    v.strictObject({
      criteria: boundedArray(key, { min: 1, max: 40, many: "rubric.floor.criteria" }),
      atLeast: points("rubric.floor.invalid"),
      otherwise: v.picklist(verdicts, "rubric.verdict.invalid"),
    }),
    { max: 12, many: "rubric.bands.tooMany" },
  ),
  vote: v.nullable(
    v.strictObject({
      max: points("rubric.max.invalid"),
      step: v.picklist([1, 0.1, 0.01], "rubric.step.invalid"),
    }),
  ),
  duplicationAtMost: v.nullable(decimalNumber("rubric.share.invalid", { min: 0, max: 100, decimals: 2 })),
  /** `atLeast`: minimum scorers. `thirdFrom`: difference in points that requires a third scorer; null: never. */
  markers: v.strictObject({
    atLeast: wholeNumber("rubric.markers.invalid", { min: 1, max: 50 }),
    thirdFrom: v.nullable(points("rubric.markers.invalid")),
  }),
  note: optionalProse("rubric.note", 1_000),
});
export type Rubric = v.InferOutput<typeof Rubric>;

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

export function maxPoints(rubric: Pick<Rubric, "criteria" | "vote">): number {
  return sum(rubric.criteria.filter(({ scored }) => scored).map(({ max }) => max)) + (rubric.vote?.max ?? 0);
}

export function checkRubric(rubric: Rubric): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const most = maxPoints(rubric);
  for (const [i, criterion] of rubric.criteria.entries()) {
    if (seen.has(criterion.key)) errors.push({ pointer: `/criteria/${i}/key`, code: "rubric.key.twice" });
    seen.add(criterion.key);
    errors.push(...checkBands(criterion.bands, criterion.max, `/criteria/${i}/bands`));
  }
  errors.push(...checkBands(rubric.outcomes, most, "/outcomes"));
  for (const [i, { criteria, atLeast }] of rubric.floors.entries()) {
    const named = rubric.criteria.filter((criterion) => criteria.includes(criterion.key));
    if (criteria.some((each) => !seen.has(each)))
      errors.push({ pointer: `/floors/${i}/criteria`, code: "rubric.floor.criteria" });
    else if (atLeast > sum(named.map(({ max }) => max)))
      errors.push({ pointer: `/floors/${i}/atLeast`, code: "rubric.floor.tooHigh" });
  }
  return errors;
}

function checkBands(bands: { from: number }[], most: number, pointer: string): FieldError[] {
  return bands.flatMap(({ from }, i) => {
    const before = bands[i - 1];
    const at = `${pointer}/${i}/from`;
    if (i === 0 && from !== 0) return [{ pointer: at, code: "rubric.band.first" }];
    if (before && from <= before.from) return [{ pointer: at, code: "rubric.band.order" }];
    return from > most ? [{ pointer: at, code: "rubric.band.tooHigh", params: { max: most } }] : [];
  });
}
