import type { Period } from "#core/base/period.ts";
import type { Campaign } from "#core/campaigns/campaign.ts";
import type { CitedDocument } from "#core/campaigns/document.ts";
import type { Figure, FigureRows } from "#core/figures/figure.ts";
import type { InitiativeSummary } from "#core/initiatives/initiative.ts";
import type { Decision } from "#core/initiatives/recognition.ts";
import type { ReportLayout } from "#core/jobs/report-layout.ts";
import type { Level, Unit } from "#core/units/unit.ts";
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
export type StatedFigure = Period & Pick<Figure, "key" | "label" | "value" | "qualifier" | "measure">;

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
export type Source =
  | {
      type: "document";
      id: string;
      documentType: string;
      symbol: string;
      title: string;
      issuer: string;
      issuedOn: string;
    }
  | { type: "initiative"; id: string; title: string }
  | { type: "initiatives"; unit: string; year: number; count: number }
  | { type: "register"; unit: string; year: number }
  | { type: "declaration"; unit: string; declaredBy: { staff: string; at: string } | null };

/** A bound of a period as the JSON gives it: a number for a whole year, an ISO day otherwise. */
export type Bound = number | string;

export interface ReportFigure
  extends Pick<
    Figure,
    "key" | "label" | "value" | "counted" | "qualifier" | "measure" | "origin" | "partOf"
  > {
  /** Unlike the key unique in the report: key and period. */
  id: string;
  from: Bound;
  to: Bound;
  sources: Source[];
  note: string;
  numerator?: number;
  denominator?: number;
}

export type WarningCode =
  | "total.mislabelled"
  | "total.differs"
  | "part.exceedsWhole"
  | "counted.exceedsDeclared"
  | "rate.unfinishedYear"
  | "period.overlaps"
  | "units.missing"
  | "approved.differs"
  | "report.empty"
  | "texts.unwritten"
  | "unit.ended";

/** A suspicion for the editor. It never alters a figure. */
export interface Warning {
  /** The same suspicion has the same id when the report is made anew. */
  id: string;
  code: WarningCode;
  /** Keys of the figures at fault. */
  figures: string[];
  from: Bound;
  to: Bound;
  /** Keys of the figures it was compared with. */
  related: string[];
  /** What the editor should look at, in Vietnamese. */
  message: string;
}

/** A stretch of text; where it states a figure or names a document or an initiative, it says which, so that a reader gets to the source. */
export type Run =
  | string
  | { text: string; figure: string }
  | { text: string; document: string }
  | { text: string; initiative: string };

export interface ListItem {
  runs: Run[];
  items: ListItem[];
}

/** A list with the sentence that leads into it; without items the sentence stands alone. */
export interface List {
  lead: Run[];
  items: ListItem[];
}

export interface ReportTable {
  title: string;
  columns: string[];
  /** Rows of cells; the first cell names the row. */
  rows: Run[][][];
}

export interface Section {
  id: SectionId;
  /** `1` for a section, `3a` for a part of one, empty for the basis. */
  number: string;
  title: string;
  paragraphs: Run[][];
  tables: ReportTable[];
  lists: List[];
  /** Keys of the figures that stand in it. */
  figures: string[];
}

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

/** A recognised initiative as the annex lists it; of people only what the library shows to everybody: none. */
export interface AnnexInitiative {
  id: string;
  year: number;
  title: string;
  /** Names of the unit, and of the organisation where a cited document says one. */
  unit: string;
  organisation: string | null;
  recognitions: { level: Level; decision: Decision | null }[];
}

/** A row of the annex of commendations: who decided, in which form, whom, and the figure that says how many. */
export interface AnnexCommendation {
  group: string;
  form: string;
  recipient: string;
  period: string;
  figure: string;
}

/** A unit below among the others: null where something is unknown. The best rate is first; equal ones share a rank, and who has none has no rank. */
export interface RankedUnit {
  unit: string;
  name: string;
  registered: number | null;
  recognised: number | null;
  rate: number | null;
  /** Of these numbers the ones that are not exact: hơn, gần, khoảng, trên. A rate of such is about right, and nothing to be ranked by. */
  qualifiers: Partial<Record<"registered" | "recognised" | "rate", NonNullable<Figure["qualifier"]>>>;
  rank: number | null;
}

export interface ReportAnnexes {
  recognised: AnnexInitiative[];
  commendations: AnnexCommendation[];
  unitsRanked: RankedUnit[];
}

/** The report as data: its JSON, and what documents render. Carries no clock: the same data give the same report. */
export interface ReportModel {
  unit: Pick<Unit, "id" | "name" | "level" | "code" | "system">;
  superior: Pick<Unit, "id" | "name" | "level" | "system"> | null;
  period: { from: Bound; to: Bound };
  title: string;
  layout: ReportLayout;
  /** Data of a demonstration are among the report's; its documents say so. */
  demo: boolean;
  /** SHA-256 of all that went in. */
  dataHash: string;
  figures: ReportFigure[];
  warnings: Warning[];
  sections: Section[];
  annexes: ReportAnnexes;
}
