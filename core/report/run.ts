import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { addDays } from "#core/base/calendar.ts";
import type { Campaign, CampaignUnit } from "#core/campaigns/campaign.ts";
import { beginJob, isUnfinished, type Job, systemJobId } from "#core/jobs/job.ts";

export interface ReportRun {
  /** `<day>~<campaign>` if scheduled, which allows one run a day; otherwise drawn by the page. */
  id: string;
  campaign: string;
  unit: string;
  year: number;
  startedAt: string;
  startedBy: AuditStamp["by"] | null;
  units: string[];
  version: number;
  whole: boolean;
  again: Record<string, number>;
}

/** Days after which a missed run is abandoned. */
const lateDays = 30;

export function reportDayOf({ reportOn, year }: Pick<Campaign, "reportOn" | "year">): string {
  return reportOn ?? `${year}-12-25`;
}

export function isRunDue(campaign: Pick<Campaign, "reportOn" | "year" | "state">, today: string): boolean {
  const day = reportDayOf(campaign);
  return campaign.state !== "draft" && day <= today && today <= addDays(day, lateDays);
}

/** True from the day after the report day, or from 26 December if earlier, until a missed run is abandoned. */
export function areReportsExpected(
  campaign: Pick<Campaign, "reportOn" | "year" | "state">,
  today: string,
): boolean {
  const day = reportDayOf(campaign);
  const first = [addDays(day, 1), `${campaign.year}-12-26`].sort()[0] ?? day;
  return campaign.state !== "draft" && first <= today && today <= addDays(day, lateDays);
}

export function reportingUnits(root: string, frozen: Iterable<CampaignUnit>): string[] {
  const reporting = [...frozen].filter(
    ({ receives, level }) => receives || level === "commune" || level === "district" || level === "province",
  );
  return [...new Set([root, ...reporting.map(({ id }) => id)])];
}

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

/** Stable id, so that a retry begins no second job. */
export function runJobId({ id, again }: Pick<ReportRun, "id" | "again">, unit: string): string {
  return systemJobId(`${id}#${unit}#${again[unit] ?? 0}`);
}

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

/** `settled`: an approved report already exists. */
export const RunUnitStatus = v.picklist(["waiting", "made", "settled", "failed"]);
export type RunUnitStatus = v.InferOutput<typeof RunUnitStatus>;

type JobState = Pick<Job, "state" | "problem">;

export function runUnitStatusOf(job: JobState | undefined): RunUnitStatus {
  if (!job || isUnfinished(job)) return "waiting";
  if (job.state === "done") return "made";
  return job.problem === "problem.report.notDraft" ? "settled" : "failed";
}

export function isRunOver(run: ReportRun, jobs: ReadonlyMap<string, JobState>): boolean {
  return run.whole && run.units.every((unit) => runUnitStatusOf(jobs.get(runJobId(run, unit))) !== "waiting");
}

export function tryAgain(run: ReportRun, jobs: ReadonlyMap<string, JobState>): ReportRun | null {
  const failed = run.units.filter((unit) => runUnitStatusOf(jobs.get(runJobId(run, unit))) === "failed");
  if (failed.length === 0) return null;
  const again = { ...run.again };
  for (const unit of failed) again[unit] = (again[unit] ?? 0) + 1;
  return { ...run, again, whole: false, version: run.version + 1 };
}

export function runPlace({ unit, id }: Pick<ReportRun, "unit" | "id">): string {
  return `${unit}~${id}`;
}

/** `unit`: unit whose report is made, or null if the run is finished. */
export interface ReportNotice {
  run: string;
  root: string;
  unit: string | null;
  year: number;
}

export const NoticeOutcome = v.strictObject({
  sent: v.number(),
  refused: v.number(),
});
export type NoticeOutcome = v.InferOutput<typeof NoticeOutcome>;
