import * as v from "valibot";
import { isWholeYears, overlaps, type Period, PeriodBound, years, yearsOf } from "./period.ts";
import { requiredText } from "./text.ts";

/** Words before a number that say it is not exact: hơn, gần, khoảng, trên. They survive into the report. */
export const qualifiers = ["moreThan", "nearly", "about", "over"] as const;

/** A number that a unit reports without records behind it; null is unknown, which is not zero. */
export const DeclaredFigure = v.strictObject({
  unit: v.string(),
  key: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/, "figure.key.invalid")),
  from: PeriodBound,
  to: PeriodBound,
  value: v.nullable(v.pipe(v.number("figure.value.invalid"), v.minValue(0, "figure.value.invalid"))),
  qualifier: v.nullable(v.picklist(qualifiers, "figure.qualifier.invalid")),
  measure: requiredText("figure.measure", 60),
  label: requiredText("figure.label", 300),
  /** Keys of the wholes this is a part of; a part may belong to several. */
  partOf: v.array(v.string()),
  /** The cited document it comes from, or null for a declaration of the unit's own. */
  document: v.nullable(v.string()),
  declaredBy: v.nullable(v.strictObject({ staff: v.string(), at: v.string() })),
  note: v.string(),
});
export type DeclaredFigure = v.InferOutput<typeof DeclaredFigure>;

/** A number counted from records, folded from the table's stream. */
export interface CountedFigure {
  unit: string;
  key: string;
  dimension: string;
  year: number;
  value: number;
}

export interface FigureRows {
  declared: DeclaredFigure[];
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
export const catalogue: Readonly<Record<string, Definition>> = {
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
};

/** `records` counted here; `document` printed in a cited document; `declaration` said by a unit; `derived` computed from other figures. */
export type Origin = "records" | "document" | "declaration" | "derived";

/** A figure as dashboards and reports show it. Periods keep their own bounds; `counted` stands beside a declared value and is never added to it. */
export interface Figure extends Period {
  key: string;
  label: string;
  value: number | null;
  counted: number | null;
  qualifier: DeclaredFigure["qualifier"];
  measure: string;
  origin: Origin;
  partOf: string[];
  /** The cited document, where `origin` is `document`. */
  document: string | null;
  numerator?: number;
  denominator?: number;
}

/** Which years a unit's councils have finished with: a campaign's, from its record; another's, where its recognitions are declared. */
export type EvaluatedYears = ReadonlyMap<number, boolean>;

/**
 * The figures of a unit that touch a period, each with its own: every declared one (its value is the figure, what was counted stands
 * beside it), every counted one that nothing declared covers, totals over the period where each year is known, and the rate.
 */
export function resolveFigures(rows: FigureRows, period: Period, evaluated: EvaluatedYears): Figure[] {
  const declared = rows.declared
    .filter((figure) => overlaps(figure, period))
    .map((figure) => fromDeclared(figure, rows.counted));
  const known = new Set(declared.map(place));
  const counted = rows.counted
    .filter(
      (row) => row.key in catalogue && row.dimension === "" && overlaps(years(row.year, row.year), period),
    )
    .map(fromCounted)
    .filter((figure) => !known.has(place(figure)));
  const single = [...declared, ...counted];
  single.push(...knownZeros(single, period, evaluated));
  const all = [...single, ...deriveTotals(single, period)];
  return [...all, ...deriveRates(single, period, evaluated)].sort(byPlace);
}

const place = ({ key, from, to }: Pick<Figure, "key" | "from" | "to">) => `${key}#${from}#${to}`;

const order = Object.keys(catalogue);
const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);

function byPlace(a: Figure, b: Figure): number {
  return rank(a.key) - rank(b.key) || compare(a.key, b.key) || compare(a.from, b.from) || compare(a.to, b.to);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function fromDeclared(declared: DeclaredFigure, counted: CountedFigure[]): Figure {
  const { key, from, to, value, qualifier, measure, label, partOf, document } = declared;
  const wholes = [...new Set([...(catalogue[key]?.partOf ?? []), ...partOf])];
  return {
    key,
    label,
    from,
    to,
    value,
    counted: countOver(counted, key, declared),
    qualifier,
    measure,
    origin: document ? "document" : "declaration",
    partOf: wholes,
    document,
  };
}

/** Counted over the years of a period; null where nothing was counted, or where the period is not whole years. */
function countOver(counted: CountedFigure[], key: string, period: Period): number | null {
  const definition = catalogue[key];
  if (!definition?.additive || !isWholeYears(period)) return null;
  const wanted = yearsOf(period);
  const rows = counted.filter((row) => row.key === key && row.dimension === "" && wanted.includes(row.year));
  return rows.length > 0 ? rows.reduce((sum, row) => sum + row.value, 0) : null;
}

function fromCounted(row: CountedFigure): Figure {
  const definition = catalogue[row.key];
  return {
    key: row.key,
    label: definition?.label ?? row.key,
    ...years(row.year, row.year),
    value: row.value,
    counted: row.value,
    qualifier: null,
    measure: definition?.measure ?? "",
    origin: "records",
    partOf: definition?.partOf ?? [],
    document: null,
  };
}

/** Councils that finished a year and recognised nothing leave no count behind; then zero is known. */
function knownZeros(figures: Figure[], period: Period, evaluated: EvaluatedYears): Figure[] {
  return yearsOf(period)
    .filter((year) => evaluated.get(year) === true)
    .filter((year) => figureOf(figures, "registered", year) && !figureOf(figures, "recognised", year))
    .map((year) => fromCounted({ unit: "", key: "recognised", dimension: "", year, value: 0 }));
}

/** The figure of one year, or undefined. */
export function figureOf(figures: Figure[], key: string, year: number): Figure | undefined {
  return figures.find(
    (figure) => figure.key === key && figure.from === String(year) && figure.to === String(year),
  );
}

/**
 * Totals over a period of several whole years, only where every year is known, all are in one measure, and nobody declared the total.
 */
function deriveTotals(figures: Figure[], period: Period): Figure[] {
  if (!isWholeYears(period) || period.from === period.to) return [];
  const keys = [...new Set(figures.map(({ key }) => key))].filter((key) => catalogue[key]?.additive);
  return keys.flatMap((key) => {
    if (
      figures.some((figure) => figure.key === key && figure.from === period.from && figure.to === period.to)
    )
      return [];
    const parts = yearsOf(period).map((year) => figureOf(figures, key, year));
    const values = parts.flatMap((part) => (part?.value == null ? [] : [part.value]));
    const first = parts.find((part) => part !== undefined);
    if (!first || values.length < parts.length) return [];
    if (parts.some((part) => part?.measure !== first.measure)) return [];
    return [
      {
        ...first,
        ...period,
        label: catalogue[key]?.label ?? key,
        value: values.reduce((sum, value) => sum + value, 0),
        counted: null,
        qualifier: qualifierOfSum(parts.flatMap((part) => part?.qualifier ?? [])),
        origin: "derived" as const,
        partOf: catalogue[key]?.partOf ?? [],
        document: null,
      },
    ];
  });
}

/** One word for a sum: the addends' own where they agree, else "about". */
function qualifierOfSum(words: NonNullable<Figure["qualifier"]>[]): Figure["qualifier"] {
  const [first = null] = words;
  return words.every((word) => word === first) ? first : "about";
}

/** Years of the period whose evaluation is finished, with both numbers of the rate: recognised and registered. */
export function finishedYears(figures: Figure[], period: Period, evaluated: EvaluatedYears) {
  return yearsOf(period).flatMap((year) => {
    const recognised = figureOf(figures, "recognised", year);
    const registered = figureOf(figures, "registered", year);
    if (recognised?.value == null || !registered?.value) return [];
    const finished = evaluated.get(year) ?? recognised.origin !== "records";
    return finished ? [{ year, recognised, registered }] : [];
  });
}

type FinishedYear = ReturnType<typeof finishedYears>[number];

/** Years without a gap between them, together: a rate over a gap would claim a year that it leaves out. */
function groupRuns(finished: FinishedYear[]): FinishedYear[][] {
  const runs: FinishedYear[][] = [];
  for (const year of finished) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === year.year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs;
}

/**
 * Recognised over registered, over the evaluated years of the period alone: 41 of 94, never 41 of 139 where 2021 is still open. One rate for
 * each run of years.
 */
function deriveRates(figures: Figure[], period: Period, evaluated: EvaluatedYears): Figure[] {
  return groupRuns(finishedYears(figures, period, evaluated)).flatMap((run) => deriveRate(figures, run));
}

function deriveRate(figures: Figure[], run: FinishedYear[]): Figure[] {
  const definition = catalogue.recognitionRate;
  const [first] = run;
  const last = run.at(-1);
  if (!definition || !first || !last) return [];
  const place = years(first.year, last.year);
  const isDeclared = figures.some(
    ({ key, from, to }) => key === "recognitionRate" && from === place.from && to === place.to,
  );
  if (isDeclared) return [];
  const numerator = run.reduce((sum, { recognised }) => sum + (recognised.value ?? 0), 0);
  const denominator = run.reduce((sum, { registered }) => sum + (registered.value ?? 0), 0);
  const exact = run.every(
    ({ recognised, registered }) => recognised.qualifier === null && registered.qualifier === null,
  );
  return [
    {
      key: "recognitionRate",
      label: definition.label,
      measure: definition.measure,
      partOf: definition.partOf,
      ...place,
      value: numerator / denominator,
      counted: null,
      qualifier: exact ? null : "about",
      origin: "derived",
      document: null,
      numerator,
      denominator,
    },
  ];
}
