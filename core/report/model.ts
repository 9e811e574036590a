import * as v from "valibot";
import type { Period } from "#core/base/period.ts";
import type { Campaign } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import { Figure, type FigureRows, qualifiers } from "#core/figures/figure.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { Decision } from "#core/initiatives/recognition.ts";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import { Level, Unit } from "#core/units/unit.ts";
import type { ReportTexts } from "./text.ts";

/** A recognised initiative as a report names it; for one from a cited document, with the document and the title as printed. */
export interface RecognisedInitiative {
  summary: Pick<
    InitiativeSummary,
    "id" | "title" | "year" | "unit" | "system" | "organisation" | "recognitions"
  >;
  titleAsPublished: string | null;
  document: string | null;
  /** What its unit is called. */
  unitName: string;
  /** Names of the councils whose decisions recognised it; left out where no record says. */
  decidedBy?: string[];
}

/** A figure of a report in few words, for those who compare themselves with it. */
export const StatedFigure = v.pick(Figure, ["key", "label", "from", "to", "value", "qualifier", "measure"]);
export type StatedFigure = v.InferOutput<typeof StatedFigure>;

/** A unit directly below, or one that was asked: what is known of it, and what its approved report of the same period says, where it has one. */
export interface UnitBelow {
  unit: Pick<Unit, "id" | "name">;
  /** Was called to take part, or asked for its report: where nothing is known of it, something is missing. */
  takesPart: boolean;
  rows: FigureRows;
  approved: StatedFigure[] | null;
}

/** All that a report is made from, as the store gives it; the order of the lists makes no difference. */
export interface ReportInput {
  unit: Unit;
  /** The unit above, to which the report goes; null at the top. */
  superior: Unit | null;
  period: Period;
  /** Of the years that the period touches, and of the one before it. */
  rows: FigureRows;
  children: UnitBelow[];
  /** Campaigns of the period in which the unit took part. */
  campaigns: Campaign[];
  /** Whether the year before the period is evaluated, as its campaign says; null where it had none. */
  evaluatedBefore: boolean | null;
  /** Recognised initiatives of the period at the unit or below. */
  recognised: RecognisedInitiative[];
  documents: ReadonlyMap<string, CitedDocument>;
  /** What people write, section by section. */
  texts: ReportTexts;
  layout: ReportLayout;
}

/** What a figure rests on: a cited document, a recognised initiative, a year's many, the registers of a year, or what a unit said. */
export const Source = v.variant("type", [
  v.strictObject({
    type: v.literal("document"),
    id: v.string(),
    documentType: v.string(),
    symbol: v.string(),
    title: v.string(),
    issuer: v.string(),
    issuedOn: v.string(),
  }),
  v.strictObject({ type: v.literal("initiative"), id: v.string(), title: v.string() }),
  v.strictObject({ type: v.literal("initiatives"), unit: v.string(), year: v.number(), count: v.number() }),
  v.strictObject({ type: v.literal("register"), unit: v.string(), year: v.number() }),
  v.strictObject({
    type: v.literal("declaration"),
    unit: v.string(),
    declaredBy: v.nullable(v.strictObject({ staff: v.string(), at: v.string() })),
  }),
]);
export type Source = v.InferOutput<typeof Source>;

/** A bound of a period as the JSON gives it: a number for a whole year, an ISO day otherwise. */
export const Bound = v.union([v.number(), v.string()]);
export type Bound = v.InferOutput<typeof Bound>;

export const ReportFigure = v.strictObject({
  ...v.omit(Figure, ["from", "to", "document"]).entries,
  /** Unlike the key unique in the report: key and period. */
  id: v.string(),
  from: Bound,
  to: Bound,
  sources: v.array(Source),
  note: v.string(),
});
export type ReportFigure = v.InferOutput<typeof ReportFigure>;

export const WarningCode = v.picklist([
  "total.mislabelled",
  "total.differs",
  "part.exceedsWhole",
  "counted.exceedsDeclared",
  "rate.unfinishedYear",
  "period.overlaps",
  "units.missing",
  "approved.differs",
  "report.empty",
  "texts.unwritten",
  "unit.ended",
]);
export type WarningCode = v.InferOutput<typeof WarningCode>;

/** A suspicion for the editor. It never alters a figure. */
export const Warning = v.strictObject({
  /** The same suspicion has the same id when the report is made anew. */
  id: v.string(),
  code: WarningCode,
  /** Keys of the figures at fault. */
  figures: v.array(v.string()),
  from: Bound,
  to: Bound,
  /** Keys of the figures it was compared with. */
  related: v.array(v.string()),
  /** What the editor should look at, in Vietnamese. */
  message: v.string(),
});
export type Warning = v.InferOutput<typeof Warning>;

/** A stretch of text; where it states a figure or names a document or an initiative, it says which, so that a reader gets to the source. */
export const Run = v.union([
  v.string(),
  v.strictObject({ text: v.string(), figure: v.string() }),
  v.strictObject({ text: v.string(), document: v.string() }),
  v.strictObject({ text: v.string(), initiative: v.string() }),
]);
export type Run = v.InferOutput<typeof Run>;

export interface ListItem {
  runs: Run[];
  items: ListItem[];
}
export const ListItem: v.GenericSchema<ListItem> = v.strictObject({
  runs: v.array(Run),
  items: v.array(v.lazy(() => ListItem)),
});

/** A list with the sentence that leads into it; without items the sentence stands alone. */
export const List = v.strictObject({
  lead: v.array(Run),
  items: v.array(ListItem),
});
export type List = v.InferOutput<typeof List>;

export const ReportTable = v.strictObject({
  title: v.string(),
  columns: v.array(v.string()),
  /** Rows of cells; the first cell names the row. */
  rows: v.array(v.array(v.array(Run))),
});
export type ReportTable = v.InferOutput<typeof ReportTable>;

export const sectionIds = [
  "basis",
  "launch",
  "outreach",
  "results",
  "registered",
  "evaluated",
  "recognised",
  "models",
  "commendation",
  "other",
  "shortcomings",
  "directions",
  "proposals",
] as const;
export type SectionId = (typeof sectionIds)[number];

export const Section = v.strictObject({
  id: v.picklist(sectionIds),
  /** `1` for a section, `3a` for a part of one, empty for the basis. */
  number: v.string(),
  title: v.string(),
  paragraphs: v.array(v.array(Run)),
  tables: v.array(ReportTable),
  lists: v.array(List),
  /** Keys of the figures that stand in it. */
  figures: v.array(v.string()),
});
export type Section = v.InferOutput<typeof Section>;

/** A recognised initiative as the annex lists it; of people only what the library shows to everybody: none. */
export const AnnexInitiative = v.strictObject({
  id: v.string(),
  year: v.number(),
  title: v.string(),
  /** Names of the unit, and of the organisation where a cited document says one. */
  unit: v.string(),
  organisation: v.nullable(v.string()),
  recognitions: v.array(v.strictObject({ level: Level, decision: v.nullable(Decision) })),
});
export type AnnexInitiative = v.InferOutput<typeof AnnexInitiative>;

/** A row of the annex of commendations: who decided, in which form, whom, and the figure that says how many. */
export const AnnexCommendation = v.strictObject({
  group: v.string(),
  form: v.string(),
  recipient: v.string(),
  period: v.string(),
  figure: v.string(),
});
export type AnnexCommendation = v.InferOutput<typeof AnnexCommendation>;

/** A unit below among the others: null where something is unknown. The best rate is first; equal ones share a rank, and who has none has no rank. */
export const RankedUnit = v.strictObject({
  unit: v.string(),
  name: v.string(),
  registered: v.nullable(v.number()),
  recognised: v.nullable(v.number()),
  rate: v.nullable(v.number()),
  /** Of these numbers the ones that are not exact: hơn, gần, khoảng, trên. A rate of such is about right, and nothing to be ranked by. */
  qualifiers: v.strictObject({
    registered: v.exactOptional(v.picklist(qualifiers)),
    recognised: v.exactOptional(v.picklist(qualifiers)),
    rate: v.exactOptional(v.picklist(qualifiers)),
  }),
  rank: v.nullable(v.number()),
});
export type RankedUnit = v.InferOutput<typeof RankedUnit>;

export const ReportAnnexes = v.strictObject({
  recognised: v.array(AnnexInitiative),
  commendations: v.array(AnnexCommendation),
  unitsRanked: v.array(RankedUnit),
});
export type ReportAnnexes = v.InferOutput<typeof ReportAnnexes>;

/** The report as data: its JSON, and what documents render. Carries no clock: the same data give the same report. */
export const ReportModel = v.strictObject({
  unit: v.pick(Unit, ["id", "name", "level", "code", "system"]),
  superior: v.nullable(v.pick(Unit, ["id", "name", "level", "system"])),
  period: v.strictObject({ from: Bound, to: Bound }),
  title: v.string(),
  layout: ReportLayout,
  /** Data of a demonstration are among the report's; its documents say so. */
  demo: v.boolean(),
  /** SHA-256 of all that went in. */
  dataHash: v.string(),
  figures: v.array(ReportFigure),
  warnings: v.array(Warning),
  sections: v.array(Section),
  annexes: ReportAnnexes,
});
export type ReportModel = v.InferOutput<typeof ReportModel>;
