import * as v from "valibot";
import { decimalNumber, wholeNumber } from "#core/base/bounds.ts";
import { PeriodBound } from "#core/base/period.ts";
import { optionalProse, requiredLine } from "#core/base/text.ts";
import { FigureSection } from "./section.ts";

export const qualifiers = ["moreThan", "nearly", "about", "over"] as const;

export const figureKinds = ["flow", "stock"] as const;
export type FigureKind = (typeof figureKinds)[number];

const DeclaredBy = v.nullable(v.strictObject({ staff: v.string(), name: v.string(), at: v.string() }));

const statement = {
  /** The limits keep the value exact in storage and print. */
  value: v.nullable(
    decimalNumber("figure.value.invalid", {
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      decimals: 4,
      finer: "figure.value.decimals",
      large: "figure.value.tooLarge",
    }),
  ),
  qualifier: v.nullable(v.picklist(qualifiers, "figure.qualifier.invalid")),
  measure: requiredLine("figure.measure", 60),
  label: requiredLine("figure.label", 300),
  /** Keys of figures that include this one; their measures may differ. */
  partOf: v.array(v.string()),
  /** `flow`: over a period. `stock`: on one day, so that `from` equals `to`. */
  kind: v.picklist(figureKinds, "figure.kind.invalid"),
  /** Report section; null means the section of the key or of a whole. */
  section: v.nullable(FigureSection),
  /** Order within a section; null comes last. */
  place: v.nullable(wholeNumber("figure.place.invalid", { max: 9_999 })),
  /** Custom sentence; empty if the report composes one. */
  sentence: optionalProse("figure.sentence", 1_000),
  /** Cited document; null if the unit declared the figure. */
  document: v.nullable(v.string()),
  declaredBy: DeclaredBy,
  note: v.string(),
  /** Withdrawn figures stay in the history but never count. */
  withdrawn: v.boolean(),
};

export const EarlierFigure = v.strictObject({ ...statement, until: DeclaredBy, why: v.string() });
export type EarlierFigure = v.InferOutput<typeof EarlierFigure>;

/** Number reported without records. A null `value` is unknown, not zero. */
export const DeclaredFigure = v.strictObject({
  unit: v.string(),
  key: v.pipe(
    v.string(),
    v.regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/, "figure.key.invalid"),
    v.maxLength(120, "figure.key.invalid"),
  ),
  from: PeriodBound,
  to: PeriodBound,
  ...statement,
  version: v.number(),
  earlier: v.array(EarlierFigure),
});
export type DeclaredFigure = v.InferOutput<typeof DeclaredFigure>;

export const CountedFigure = v.strictObject({
  unit: v.string(),
  key: v.string(),
  dimension: v.string(),
  year: v.number(),
  value: v.number(),
});
export type CountedFigure = v.InferOutput<typeof CountedFigure>;

export const CurrentFigure = v.omit(DeclaredFigure, ["earlier"]);
export type CurrentFigure = v.InferOutput<typeof CurrentFigure>;

export interface FigureRows {
  declared: CurrentFigure[];
  counted: CountedFigure[];
}

/** `records`: counted; `document`: cited; `declaration`: by the unit; `derived`: computed. */
export const Origin = v.picklist(["records", "document", "declaration", "derived"]);
export type Origin = v.InferOutput<typeof Origin>;

/** `counted` is shown beside a declared value and never added to it. */
export const Figure = v.strictObject({
  key: v.string(),
  label: v.string(),
  from: v.string(),
  to: v.string(),
  value: v.nullable(v.number()),
  counted: v.nullable(v.number()),
  qualifier: statement.qualifier,
  measure: v.string(),
  origin: Origin,
  partOf: v.array(v.string()),
  kind: statement.kind,
  section: statement.section,
  place: statement.place,
  sentence: v.string(),
  document: v.nullable(v.string()),
  numerator: v.exactOptional(v.number()),
  denominator: v.exactOptional(v.number()),
  /** Part of `value` whose authors' affiliation is unknown; assigned to the system of the receiving unit. */
  byUnit: v.exactOptional(v.number()),
});
export type Figure = v.InferOutput<typeof Figure>;

export const unplaced = { kind: "flow", section: null, place: null, sentence: "" } as const;

/** True if the year's evaluation is finished. A year without an entry is finished if its recognitions are declared. */
export type EvaluatedYears = ReadonlyMap<number, boolean>;

export function figureOf(figures: Figure[], key: string, year: number): Figure | undefined {
  return figures.find(
    (figure) => figure.key === key && figure.from === String(year) && figure.to === String(year),
  );
}
