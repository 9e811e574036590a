import * as v from "valibot";
import { decimalNumber } from "#core/base/bounds.ts";
import { lookupTable } from "#core/base/lookup.ts";
import { PeriodBound } from "#core/base/period.ts";
import { requiredLine } from "#core/base/text.ts";

export const qualifiers = ["moreThan", "nearly", "about", "over"] as const;

const DeclaredBy = v.nullable(v.strictObject({ staff: v.string(), name: v.string(), at: v.string() }));

const statement = {
  /** Limited in size and decimals, so that storing and printing keep the value as entered. */
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
  partOf: v.array(v.string()),
  /** Cited document; null if the unit declared the figure. */
  document: v.nullable(v.string()),
  declaredBy: DeclaredBy,
  note: v.string(),
  /** Never counted, but stays in the history. */
  withdrawn: v.boolean(),
};

export const EarlierFigure = v.strictObject({ ...statement, until: DeclaredBy, why: v.string() });
export type EarlierFigure = v.InferOutput<typeof EarlierFigure>;

/** A number reported without records. Null is unknown, not zero. */
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

interface Definition {
  label: string;
  measure: string;
  /** May be summed over years; numbers of people may not. */
  additive: boolean;
  partOf: string[];
}

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
  document: v.nullable(v.string()),
  numerator: v.exactOptional(v.number()),
  denominator: v.exactOptional(v.number()),
});
export type Figure = v.InferOutput<typeof Figure>;

/**
 * True if the year's evaluation is finished. A year without an entry counts as finished if its recognition count is
 * declared.
 */
export type EvaluatedYears = ReadonlyMap<number, boolean>;

export function figureOf(figures: Figure[], key: string, year: number): Figure | undefined {
  return figures.find(
    (figure) => figure.key === key && figure.from === String(year) && figure.to === String(year),
  );
}
