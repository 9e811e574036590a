import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { addDays } from "./calendar.ts";
import type { Campaign, CampaignUnit } from "./campaign.ts";
import { toBase64Url } from "./ids.ts";
import { beginJob, type Job } from "./job.ts";
import type { Deed } from "./report-record.ts";

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
  startedBy: Deed["by"] | null;
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

/** The units that report: the root, whatever takes in applications, and every locality from the commune up. */
export function reportingUnits(root: string, units: Iterable<CampaignUnit>): string[] {
  const reporting = [...units].filter(
    ({ id, receives, level }) =>
      id === root || receives || ["commune", "district", "province"].includes(level),
  );
  return [...new Set([root, ...reporting.map(({ id }) => id)])];
}

/** A run as it begins. `by` and `at` say who began it and when. */
export function beginRun(
  campaign: Campaign,
  units: string[],
  { id, by, at }: { id: string; by: Deed["by"] | null; at: string },
): ReportRun {
  return {
    ...{ id, units, campaign: campaign.id, unit: campaign.unit, year: campaign.year },
    ...{ startedAt: at, startedBy: by, version: 1, whole: false, again: {} },
  };
}

/** The id of a unit's job in a run: the same however often it is asked for. */
export function runJobId({ id, again }: Pick<ReportRun, "id" | "again">, unit: string): string {
  return toBase64Url(sha256(utf8ToBytes(`${id}#${unit}#${again[unit] ?? 0}`))).slice(0, 22);
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

/** A report that a run has made: who answers for the unit is told, once. */
export interface ReportNotice {
  run: string;
  root: string;
  unit: string;
  year: number;
}
