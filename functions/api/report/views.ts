import * as v from "valibot";
import { Blocker } from "#core/report/lifecycle.ts";
import { ReportModel } from "#core/report/model.ts";
import { EarlierEdition, MadeFiles, ReportRecord, reportMoves, Verification } from "#core/report/record.ts";
import { JobView } from "../jobs/views.ts";
import { Named } from "../units/views.ts";

export const ReportSummary = v.strictObject({
  ...v.pick(ReportRecord, ["unit", "from", "to", "edition", "state", "layout", "issue"]).entries,
  madeAt: v.nullable(v.string()),
  warningsLeft: v.number(),
});
export type ReportSummary = v.InferOutput<typeof ReportSummary>;

export const ReportListView = v.strictObject({
  unit: Named,
  reports: v.array(ReportSummary),
  may: v.array(v.literal("edit")),
});
export type ReportListView = v.InferOutput<typeof ReportListView>;

/** Shortened report model. `left`: number of omitted rows, by list. */
export const PageModel = v.strictObject({
  ...ReportModel.entries,
  left: v.exactOptional(v.record(v.string(), v.number())),
});
export type PageModel = v.InferOutput<typeof PageModel>;

export const ReportView = v.strictObject({
  unit: Named,
  record: v.strictObject({ ...ReportRecord.entries, made: v.nullable(v.omit(MadeFiles, ["figures"])) }),
  model: v.nullable(PageModel),
  may: v.array(v.picklist(["edit", ...reportMoves, "sign"])),
  blockers: v.array(Blocker),
  verification: v.nullable(Verification),
  job: v.nullable(JobView),
});
export type ReportView = v.InferOutput<typeof ReportView>;

export const ReportEditionView = v.strictObject({
  unit: Named,
  edition: EarlierEdition,
  model: v.nullable(PageModel),
});
export type ReportEditionView = v.InferOutput<typeof ReportEditionView>;

export { ReportDifference as ReportDifferenceView } from "#core/report/difference.ts";
