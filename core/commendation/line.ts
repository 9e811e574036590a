import * as v from "valibot";
import { AuditStamp } from "#core/base/audit-stamp.ts";
import { boundedArray, wholeNumber } from "#core/base/bounds.ts";
import { isReversed, PeriodBound } from "#core/base/period.ts";
import { day, optionalLine, optionalProse, reference, requiredLine, requiredProse } from "#core/base/text.ts";
import { affiliations } from "#core/units/affiliation.ts";
import { AwardFormKey, RecipientKind } from "./forms.ts";

/** Affiliation of a recipient. `unknown` does not mean citizen. */
export const awardSystems = [...affiliations, "unknown"] as const;

export const sexes = ["female", "male"] as const;

/** Đồng per line. */
const mostMoney = 100_000_000_000;

export const money = v.nullable(wholeNumber("commendation.money.invalid", { max: mostMoney }));

/** From Luật Thi đua, khen thưởng, Điều 93. */
export const cancellationGrounds = [
  "falseDeclaration",
  "forgedPapers",
  "unlawfulAppraisal",
  "laterFinding",
] as const;

const cancellation = {
  ground: v.picklist(cancellationGrounds, "commendation.ground.invalid"),
  reason: requiredProse("reason", 2_000),
  on: day("commendation.cancelledOn"),
  /** Đồng; null where unknown. */
  moneyToRecover: money,
};

/** Cancels a decision or the award of one recipient. */
export const CancellationForm = v.strictObject(cancellation);
export type CancellationForm = v.InferOutput<typeof CancellationForm>;

export const Cancellation = v.strictObject({ ...cancellation, by: AuditStamp.entries.by, at: v.string() });

/** Name, position and workplace are as of the decision; later changes do not update them. */
const lineFields = {
  recipientKind: RecipientKind,
  name: requiredLine("commendation.name", 200),
  /** Year of birth, or of founding; null where unknown. */
  birthYear: v.nullable(wholeNumber("commendation.birthYear.invalid", { min: 1700, max: 2200 })),
  /** Individuals only. */
  sex: v.nullable(v.picklist(sexes, "commendation.sex.invalid")),
  position: optionalLine("commendation.position", 200),
  workplace: optionalLine("commendation.workplace", 300),
  leader: v.boolean("field.invalid"),
  system: v.picklist(awardSystems, "commendation.system.invalid"),
  form: AwardFormKey,
  achievement: optionalProse("commendation.achievement", 1_000),
  from: v.nullable(PeriodBound),
  to: v.nullable(PeriodBound),
  initiative: v.nullable(reference("commendation.initiative.invalid")),
  model: v.nullable(reference("commendation.model.invalid")),
  /** Đồng; null means the computed default. */
  money,
  note: optionalLine("commendation.note", 300),
};

const LineShape = v.strictObject(lineFields);

export const LineForm = v.pipe(
  LineShape,
  v.forward(
    v.partialCheck(
      [["from"], ["to"]],
      // An invalid bound has its own fault.
      ({ from, to }) => !v.is(PeriodBound, from) || !v.is(PeriodBound, to) || !isReversed({ from, to }),
      "commendation.period.backwards",
    ),
    ["to"],
  ),
  v.forward(
    v.partialCheck(
      [["sex"], ["recipientKind"]],
      ({ sex, recipientKind }) => sex === null || recipientKind === "individual",
      "commendation.sex.notPerson",
    ),
    ["sex"],
  ),
);
export type LineForm = v.InferOutput<typeof LineForm>;

/** Fields of an issued line that may be corrected. The correction changes no count and no money. */
const correctable = [
  "name",
  "birthYear",
  "sex",
  "position",
  "workplace",
  "achievement",
  "note",
] as const satisfies (keyof LineForm)[];

export const LineCorrection = v.strictObject({
  ...v.pick(LineShape, correctable).entries,
  reason: requiredProse("reason", 2_000),
});
export type LineCorrection = v.InferOutput<typeof LineCorrection>;

export const CommendationLine = v.strictObject({
  /** Number within the decision, never reused. */
  n: v.number(),
  ...lineFields,
  name: v.string(),
  erased: v.boolean(),
  /** Set if the award of this recipient alone is cancelled. */
  cancellation: v.nullable(Cancellation),
});
export type CommendationLine = v.InferOutput<typeof CommendationLine>;

/** A transaction takes 100 items, including the decision and its log entry. */
export const linesAtOnce = 90;

export const mostLines = 20_000;

export const LineForms = boundedArray(LineForm, {
  min: 1,
  max: linesAtOnce,
  many: "commendation.lines.tooMany",
  few: "commendation.lines.required",
});
