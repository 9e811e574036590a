import * as v from "valibot";
import { decimalNumber } from "#core/base/bounds.ts";
import { lookupTable } from "#core/base/lookup.ts";
import { PeriodBound } from "#core/base/period.ts";
import { requiredLine } from "#core/base/text.ts";

/** Words before a number that say it is not exact: hơn, gần, khoảng, trên. They survive into the report. */
export const qualifiers = ["moreThan", "nearly", "about", "over"] as const;

/** Whoever declared or corrected a figure: the account, its name at that time, and when (ISO 8601). */
const DeclaredBy = v.nullable(v.strictObject({ staff: v.string(), name: v.string(), at: v.string() }));

/** What is said of a figure, and what a correction replaces. */
const statement = {
  /** Nothing that the table or a report could not give back as it was entered. */
  value: v.nullable(
    decimalNumber("figure.value.invalid", {
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
      decimals: 4,
      finer: "figure.value.decimals",
    }),
  ),
  qualifier: v.nullable(v.picklist(qualifiers, "figure.qualifier.invalid")),
  measure: requiredLine("figure.measure", 60),
  label: requiredLine("figure.label", 300),
  /** Keys of the wholes this is a part of; a part may belong to several. */
  partOf: v.array(v.string()),
  /** The cited document it comes from, or null for a declaration of the unit's own. */
  document: v.nullable(v.string()),
  declaredBy: DeclaredBy,
  note: v.string(),
  /** Taken back: it counts nowhere, and stays in the history. */
  withdrawn: v.boolean(),
};

/** What stood before a correction, and who replaced it, when and why. */
export const EarlierFigure = v.strictObject({ ...statement, until: DeclaredBy, why: v.string() });
export type EarlierFigure = v.InferOutput<typeof EarlierFigure>;

/** A number that a unit reports without records behind it; null is unknown, which is not zero. */
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
  /** From 1; each write is one on. */
  version: v.number(),
  /** Corrections, oldest first; only added to. A figure that is read by itself has none. */
  earlier: v.array(EarlierFigure),
});
export type DeclaredFigure = v.InferOutput<typeof DeclaredFigure>;

/** A number counted from records, folded from the table's stream. */
export const CountedFigure = v.strictObject({
  unit: v.string(),
  key: v.string(),
  dimension: v.string(),
  year: v.number(),
  value: v.number(),
});
export type CountedFigure = v.InferOutput<typeof CountedFigure>;

/** A declared figure as it stands, without what stood before. */
export const CurrentFigure = v.omit(DeclaredFigure, ["earlier"]);
export type CurrentFigure = v.InferOutput<typeof CurrentFigure>;

export interface FigureRows {
  declared: CurrentFigure[];
  counted: CountedFigure[];
}

interface Definition {
  label: string;
  measure: string;
  /** Counts of different years may be added; people may not. */
  additive: boolean;
  partOf: string[];
}

/**
 * The catalogue: keys that the movement knows, what they measure, and of which totals they are part. Figures outside it are kept
 * with the label and measure they were declared with.
 */
export const catalogue = lookupTable<Definition>({
  "launch.organisations": {
    label: "Cơ quan, tổ chức, đơn vị được phát động",
    measure: "cơ quan/tổ chức/đơn vị",
    additive: false,
    partOf: [],
  },
  "launch.hamlets": {
    label: "Thôn, tổ dân phố được phát động",
    measure: "thôn/tổ dân phố",
    additive: false,
    partOf: [],
  },
  registered: { label: "Hồ sơ sáng kiến đăng ký", measure: "hồ sơ", additive: true, partOf: [] },
  recognised: {
    label: "Sáng kiến được công nhận",
    measure: "sáng kiến",
    additive: true,
    partOf: ["registered"],
  },
  "recognised.front": {
    label: "Cán bộ hệ thống Mặt trận có sáng kiến được công nhận",
    measure: "cán bộ",
    additive: false,
    partOf: [],
  },
  "recognised.memberOrganisations": {
    label: "Cán bộ các tổ chức thành viên có sáng kiến được công nhận",
    measure: "cán bộ",
    additive: false,
    partOf: [],
  },
  "models.built": { label: "Mô hình tự quản ở khu dân cư", measure: "mô hình", additive: true, partOf: [] },
  "models.replicated": {
    label: "Mô hình được nhân rộng",
    measure: "mô hình",
    additive: true,
    partOf: ["models.built"],
  },
  "commended.front": {
    label: "Cán bộ Mặt trận được biểu dương",
    measure: "cán bộ",
    additive: false,
    partOf: [],
  },
  "commended.memberOrganisations": {
    label: "Cán bộ tổ chức thành viên được biểu dương",
    measure: "cán bộ",
    additive: false,
    partOf: [],
  },
  recognitionRate: {
    label: "Tỷ lệ sáng kiến được công nhận trên hồ sơ đăng ký",
    measure: "tỷ lệ",
    additive: false,
    partOf: [],
  },
});

/** `records` counted here; `document` printed in a cited document; `declaration` said by a unit; `derived` computed from other figures. */
export const Origin = v.picklist(["records", "document", "declaration", "derived"]);
export type Origin = v.InferOutput<typeof Origin>;

/** A figure as dashboards and reports show it. Periods keep their own bounds; `counted` stands beside a declared value and is never added to it. */
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
  /** The cited document, where `origin` is `document`. */
  document: v.nullable(v.string()),
  numerator: v.exactOptional(v.number()),
  denominator: v.exactOptional(v.number()),
});
export type Figure = v.InferOutput<typeof Figure>;

/** Which years a unit's councils have finished with: a campaign's, from its record; another's, where its recognitions are declared. */
export type EvaluatedYears = ReadonlyMap<number, boolean>;

/** The figure of one year, or undefined. */
export function figureOf(figures: Figure[], key: string, year: number): Figure | undefined {
  return figures.find(
    (figure) => figure.key === key && figure.from === String(year) && figure.to === String(year),
  );
}
