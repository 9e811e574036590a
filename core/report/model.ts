import * as v from "valibot";
import type { Period } from "#core/base/period.ts";
import type { Campaign } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import { Figure, type FigureRows } from "#core/figures/figure.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import { ReportLayout } from "#core/jobs/report-layout.ts";
import { Unit } from "#core/units/unit.ts";
import { type AnnexDecision, ReportAnnexes } from "./annex-model.ts";
import type { ReportActivity, ReportReplication } from "./entered-records.ts";
import { ReportSigning } from "./signing.ts";
import type { ReportTexts } from "./texts.ts";

export interface RecognisedInitiative {
  summary: Pick<
    InitiativeSummary,
    | "id"
    | "title"
    | "year"
    | "number"
    | "unit"
    | "system"
    | "authorSystems"
    | "organisation"
    | "recognitions"
    | "publicAuthors"
  >;
  titleAsPublished: string | null;
  /** Words that follow the title in its document. */
  remark?: string;
  document: string | null;
  unitName: string;
  decidedBy?: string[];
}

export const StatedFigure = v.pick(Figure, ["key", "label", "from", "to", "value", "qualifier", "measure"]);
export type StatedFigure = v.InferOutput<typeof StatedFigure>;

export interface UnitBelow {
  unit: Pick<Unit, "id" | "name">;
  takesPart: boolean;
  rows: FigureRows;
  approved: StatedFigure[] | null;
}

export interface ReportInput {
  unit: Unit;
  superior: Unit | null;
  period: Period;
  /** Rows for the period's years and the year before. */
  rows: FigureRows;
  children: UnitBelow[];
  campaigns: Campaign[];
  evaluatedBefore: boolean | null;
  recognised: RecognisedInitiative[];
  /** Issued commendation decisions. */
  decisions: AnnexDecision[];
  activities: ReportActivity[];
  replications: ReportReplication[];
  documents: ReadonlyMap<string, CitedDocument>;
  texts: ReportTexts;
  signing: ReportSigning;
  layout: ReportLayout;
  padNumbers?: boolean;
}

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
  /** Records other than dossiers: activities, models, replications, commendations. */
  v.strictObject({ type: v.literal("records"), unit: v.string(), year: v.number() }),
  v.strictObject({
    type: v.literal("declaration"),
    unit: v.string(),
    declaredBy: v.nullable(v.strictObject({ staff: v.string(), at: v.string() })),
  }),
]);
export type Source = v.InferOutput<typeof Source>;

/** Number: whole year. Text: ISO day. */
export const Bound = v.union([v.number(), v.string()]);
export type Bound = v.InferOutput<typeof Bound>;

export const ReportFigure = v.strictObject({
  ...v.omit(Figure, ["from", "to", "document"]).entries,
  /** Figure key and period, unique in the report. */
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
  "parts.exceedWhole",
  "value.implausible",
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

export const Warning = v.strictObject({
  /** Unchanged when the report is made again. */
  id: v.string(),
  code: WarningCode,
  figures: v.array(v.string()),
  from: Bound,
  to: Bound,
  related: v.array(v.string()),
  message: v.string(),
});
export type Warning = v.InferOutput<typeof Warning>;

/** Text, linked if it states a figure, document or initiative. */
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

export const List = v.strictObject({
  lead: v.array(Run),
  items: v.array(ListItem),
});
export type List = v.InferOutput<typeof List>;

export const ReportTable = v.strictObject({
  title: v.string(),
  columns: v.array(v.string()),
  rows: v.array(v.array(v.array(Run))),
});
export type ReportTable = v.InferOutput<typeof ReportTable>;

export const sectionIds = [
  "opening",
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
  /** `1` for a section, `3a` for a subsection, empty for the basis. */
  number: v.string(),
  title: v.string(),
  paragraphs: v.array(v.array(Run)),
  tables: v.array(ReportTable),
  lists: v.array(List),
  figures: v.array(v.string()),
});
export type Section = v.InferOutput<typeof Section>;

/** Contains no time, so that equal data give an equal report. */
export const ReportModel = v.strictObject({
  unit: v.pick(Unit, ["id", "name", "level", "code", "system"]),
  superior: v.nullable(v.pick(Unit, ["id", "name", "level", "system"])),
  period: v.strictObject({ from: Bound, to: Bound }),
  title: v.string(),
  layout: ReportLayout,
  signing: ReportSigning,
  demo: v.boolean(),
  dataHash: v.string(),
  figures: v.array(ReportFigure),
  warnings: v.array(Warning),
  sections: v.array(Section),
  annexes: ReportAnnexes,
});
export type ReportModel = v.InferOutput<typeof ReportModel>;
