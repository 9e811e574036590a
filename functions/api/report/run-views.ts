import type { NoticeOutcome, ReportRun, RunStanding } from "#core/report/run.ts";

/** A run in a list, with how many units stand where. */
export interface ReportRunRow extends Pick<ReportRun, "unit" | "id" | "year" | "startedAt"> {
  campaign: string;
  /** Null where the schedule began it. */
  startedBy: string | null;
  counts: Record<RunStanding, number>;
  /** How many of those made have warnings. */
  withWarnings: number;
}

/** A campaign of the unit, and the day on which its reports are made by themselves. */
export interface RunnableCampaign {
  id: string;
  name: string;
  year: number;
  reportOn: string;
}

/** `GET /api/units/:unit/report-runs`. */
export interface ReportRunsView {
  unit: { id: string; name: string };
  runs: ReportRunRow[];
  /** Campaigns whose reports may be made now. */
  campaigns: RunnableCampaign[];
  may: "run"[];
  /** In Vietnam, YYYY-MM-DD. */
  today: string;
}

export interface RunUnitRow {
  unit: { id: string; name: string };
  standing: RunStanding;
  /** Why it failed: a message key. */
  problem: string | null;
  changedAt: string | null;
  warnings: number | null;
  /** How many people answer for it. */
  responsible: number;
  /** Null while no letter has gone. */
  mail: NoticeOutcome | null;
}

/** `GET /api/report-runs/:unit/:id`. */
export interface ReportRunView extends ReportRunRow {
  unitName: string;
  version: number;
  /** Nothing is left to do but what failed. */
  over: boolean;
  rows: RunUnitRow[];
  may: ("run" | "again")[];
}
