import * as v from "valibot";
import { NoticeOutcome, RunUnitStatus } from "#core/report/run.ts";
import { Named } from "../units/views.ts";

export const ReportRunRow = v.strictObject({
  unit: v.string(),
  id: v.string(),
  year: v.number(),
  startedAt: v.string(),
  campaign: v.string(),
  /** Null for a run that the schedule began. */
  startedBy: v.nullable(v.string()),
  counts: v.strictObject(v.entriesFromList(RunUnitStatus.options, v.number())),
  withWarnings: v.number(),
});
export type ReportRunRow = v.InferOutput<typeof ReportRunRow>;

export const RunnableCampaign = v.strictObject({ ...Named.entries, year: v.number(), reportOn: v.string() });
export type RunnableCampaign = v.InferOutput<typeof RunnableCampaign>;

export const ReportRunsView = v.strictObject({
  unit: Named,
  runs: v.array(ReportRunRow),
  campaigns: v.array(RunnableCampaign),
  may: v.array(v.literal("run")),
  today: v.string(),
});
export type ReportRunsView = v.InferOutput<typeof ReportRunsView>;

export const RunUnitRow = v.strictObject({
  unit: Named,
  standing: RunUnitStatus,
  problem: v.nullable(v.string()),
  changedAt: v.nullable(v.string()),
  warnings: v.nullable(v.number()),
  responsible: v.number(),
  mail: v.nullable(NoticeOutcome),
});
export type RunUnitRow = v.InferOutput<typeof RunUnitRow>;

export const ReportRunView = v.strictObject({
  ...ReportRunRow.entries,
  unitName: v.string(),
  version: v.number(),
  over: v.boolean(),
  rows: v.array(RunUnitRow),
  may: v.array(v.picklist(["run", "again"])),
});
export type ReportRunView = v.InferOutput<typeof ReportRunView>;
