import type { ReportDifference } from "#core/report/difference.ts";
import type { Blocker } from "#core/report/life.ts";
import type { ReportModel } from "#core/report/model.ts";
import type { EarlierEdition, ReportMove, ReportRecord, Verification } from "#core/report/record.ts";
import type { JobView } from "../jobs/views.ts";

/** A report in a list. */
export interface ReportSummary
  extends Pick<ReportRecord, "unit" | "from" | "to" | "edition" | "state" | "layout" | "issue"> {
  madeAt: string | null;
  warningsLeft: number;
}

/** `GET /api/units/:unit/reports`. */
export interface ReportListView {
  unit: { id: string; name: string };
  reports: ReportSummary[];
  may: "edit"[];
}

/** The model without the rows that only a workbook has room for; `left` says how many stand there alone. */
export type PageModel = ReportModel & { left?: Record<string, number> };

/** `GET /api/reports/:unit/:from/:to`. */
export interface ReportView {
  unit: { id: string; name: string };
  record: Omit<ReportRecord, "made"> & { made: Omit<NonNullable<ReportRecord["made"]>, "figures"> | null };
  model: PageModel | null;
  /** What this person may do now. */
  may: ("edit" | ReportMove)[];
  blockers: Blocker[];
  verification: Verification | null;
  /** The latest job of this report. */
  job: JobView | null;
}

/** `GET …/editions/:edition`. */
export interface ReportEditionView {
  unit: { id: string; name: string };
  edition: EarlierEdition;
  model: PageModel | null;
}

/** `GET …/difference`. */
export type ReportDifferenceView = ReportDifference;
