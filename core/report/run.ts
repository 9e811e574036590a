import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { addDays } from "#core/base/calendar.ts";
import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import { beginJob, isUnfinished, type Job, systemJobId } from "#core/jobs/job.ts";

/** Reports of all units of a campaign, made together: one job each, so that one unit's fault keeps nobody else from theirs. */
export interface ReportRun {
  /** `<day>~<campaign>` of the schedule's, so that a day begins it once; what the page drew where somebody began it. */
  id: string;
  campaign: string;
  /** The campaign's root. */
  unit: string;
  year: number;
  startedAt: string;
  /** Null where the schedule began it. */
  startedBy: AuditStamp["by"] | null;
  units: string[];
  version: number;
  /** Each unit has its job. */
  whole: boolean;
  /** How often a unit's report was asked for again after it had failed. */
  again: Record<string, number>;
}

/** How long after its day a run that was missed is still begun. */
const lateDays = 30;

/** The day on which a campaign's reports are made by themselves (YYYY-MM-DD). */
export function reportDayOf({ reportOn, year }: Pick<Campaign, "reportOn" | "year">): string {
  return reportOn ?? `${year}-12-25`;
}

/** True where the schedule begins a campaign's run on `today`, also where the day itself was missed. */
export function isRunDue(campaign: Pick<Campaign, "reportOn" | "year" | "state">, today: string): boolean {
  const day = reportDayOf(campaign);
  return campaign.state !== "draft" && day <= today && today <= addDays(day, lateDays);
}

/**
 * True while a campaign's reports should be there: from the day after its day of reports, on 26 December of its year at the latest, when they are asked for,
 * until a run is no longer begun by itself. A year that was entered long afterwards owes none.
 */
export function areReportsAwaited(
  campaign: Pick<Campaign, "reportOn" | "year" | "state">,
  today: string,
): boolean {
  const day = reportDayOf(campaign);
  const first = [addDays(day, 1), `${campaign.year}-12-26`].sort()[0] ?? day;
  return campaign.state !== "draft" && first <= today && today <= addDays(day, lateDays);
}

/** The units that report: the root, whatever takes in applications, and every locality from the commune up. */
export function reportingUnits(root: string, frozen: Iterable<CampaignUnit>): string[] {
  const reporting = [...frozen].filter(
    ({ receives, level }) => receives || level === "commune" || level === "district" || level === "province",
  );
  return [...new Set([root, ...reporting.map(({ id }) => id)])];
}

/** A run as it begins, over the units that its campaign froze. `by` and `at` say who began it and when. */
export function beginRun(
  campaign: Campaign,
  frozen: Iterable<CampaignUnit>,
  { id, by, at }: { id: string; by: AuditStamp["by"] | null; at: string },
): ReportRun {
  return {
    ...{ id, campaign: campaign.id, unit: campaign.unit, year: campaign.year },
    units: reportingUnits(campaign.unit, frozen),
    ...{ startedAt: at, startedBy: by, version: 1, whole: false, again: {} },
  };
}

/** The id of a unit's job in a run: the same however often it is asked for. */
export function runJobId({ id, again }: Pick<ReportRun, "id" | "again">, unit: string): string {
  return systemJobId(`${id}#${unit}#${again[unit] ?? 0}`);
}

/** The one message of a run to a unit. */
export function runJob(run: ReportRun, unit: string): Job {
  const year = String(run.year);
  return beginJob(
    {
      ...{ id: runJobId(run, unit), kind: "report", unit, year: null },
      parameters: { from: year, to: year, task: "make", run: run.id, root: run.unit },
    },
    { staff: null, role: null },
    run.startedAt,
  );
}

/** Where a unit of a run stands. `settled`: its report had been approved, so that there was nothing to make. */
export const RunStanding = v.picklist(["waiting", "made", "settled", "failed"]);
export type RunStanding = v.InferOutput<typeof RunStanding>;

type Standing = Pick<Job, "state" | "problem">;

/** Where a unit stands by its job; one that lacks its job still waits for it. */
export function runStandingOf(job: Standing | undefined): RunStanding {
  if (!job || isUnfinished(job)) return "waiting";
  if (job.state === "done") return "made";
  return job.problem === "problem.report.notDraft" ? "settled" : "failed";
}

/** True where nothing of a run is left to do but what failed. `jobs` are those of its units, by id. */
export function isRunOver(run: ReportRun, jobs: ReadonlyMap<string, Standing>): boolean {
  return run.whole && run.units.every((unit) => runStandingOf(jobs.get(runJobId(run, unit))) !== "waiting");
}

/** The run with another try for each unit whose report failed; null where none did. */
export function tryAgain(run: ReportRun, jobs: ReadonlyMap<string, Standing>): ReportRun | null {
  const failed = run.units.filter((unit) => runStandingOf(jobs.get(runJobId(run, unit))) === "failed");
  if (failed.length === 0) return null;
  const again = { ...run.again };
  for (const unit of failed) again[unit] = (again[unit] ?? 0) + 1;
  return { ...run, again, whole: false, version: run.version + 1 };
}

/** Names a run in an address. */
export function runPlace({ unit, id }: Pick<ReportRun, "unit" | "id">): string {
  return `${unit}~${id}`;
}

/** What is to be told of a run: that a unit's report is there, or, where `unit` is null, how all of it ended. Whoever is concerned is written to once. */
export interface ReportNotice {
  run: string;
  root: string;
  unit: string | null;
  year: number;
}

/** How many letters a notice led to, and how many were refused for good. */
export const NoticeOutcome = v.strictObject({
  sent: v.number(),
  refused: v.number(),
});
export type NoticeOutcome = v.InferOutput<typeof NoticeOutcome>;
