import * as v from "valibot";
import { KeyFigures, Sum } from "#core/report/key-figures.ts";
import { reportFormats, reportStates } from "#core/report/record.ts";
import { RequestEntry, RequestForm } from "#core/report/request.ts";
import { SubmissionStatus } from "#core/report/submission.ts";
import { Named } from "../units/views.ts";

const row = {
  ...v.pick(RequestForm, ["title", "from", "to", "dueOn"]).entries,
  id: v.string(),
  closedAt: v.nullable(v.string()),
};

export const AskedRow = v.strictObject({
  ...row,
  counts: v.strictObject(v.entriesFromList(SubmissionStatus.options, v.number())),
});
export type AskedRow = v.InferOutput<typeof AskedRow>;

export const DueRow = v.strictObject({
  ...row,
  asker: Named,
  standing: SubmissionStatus,
  submitted: v.nullable(v.strictObject({ at: v.string(), edition: v.number() })),
});
export type DueRow = v.InferOutput<typeof DueRow>;

export const ReportRequestsView = v.strictObject({
  unit: Named,
  asked: v.array(AskedRow),
  due: v.array(DueRow),
  mayAsk: v.boolean(),
  today: v.string(),
});
export type ReportRequestsView = v.InferOutput<typeof ReportRequestsView>;

export const ReportRequestDraftView = v.strictObject({
  units: v.array(v.strictObject({ ...Named.entries, code: v.string(), proposed: v.boolean() })),
  campaigns: v.array(v.string()),
  today: v.string(),
});
export type ReportRequestDraftView = v.InferOutput<typeof ReportRequestDraftView>;

export const BoardRow = v.strictObject({
  ...KeyFigures.entries,
  unit: Named,
  standing: SubmissionStatus,
  latest: v.nullable(
    v.strictObject({
      n: v.number(),
      edition: v.number(),
      at: v.string(),
      by: v.string(),
      reason: v.nullable(v.string()),
    }),
  ),
  /** Number of people responsible for exactly this unit; null for viewers who may not send reminders. */
  responsible: v.nullable(v.number()),
  remindedToday: v.boolean(),
  maySubmit: v.boolean(),
});
export type BoardRow = v.InferOutput<typeof BoardRow>;

const sum = v.nullable(Sum);

/** Requested units see only their own rows. */
export const ReportRequestView = v.strictObject({
  ...RequestForm.entries,
  id: v.string(),
  version: v.number(),
  asker: Named,
  createdBy: v.string(),
  createdAt: v.string(),
  closedAt: v.nullable(v.string()),
  rows: v.array(BoardRow),
  /** Null for viewers who do not see every row. */
  sums: v.nullable(v.strictObject({ registered: sum, recognised: sum, rate: sum })),
  log: v.array(RequestEntry),
  /** `ask`: change and close the request, return submissions. */
  may: v.strictObject({ ask: v.boolean(), remind: v.boolean() }),
  today: v.string(),
});
export type ReportRequestView = v.InferOutput<typeof ReportRequestView>;

export const SubmissionView = v.strictObject({
  n: v.number(),
  edition: v.number(),
  hash: v.string(),
  at: v.string(),
  by: v.string(),
  state: v.picklist(["submitted", "returned"]),
  returned: v.nullable(v.strictObject({ at: v.string(), by: v.string(), reason: v.string() })),
  files: v.array(v.picklist(reportFormats)),
});
export type SubmissionView = v.InferOutput<typeof SubmissionView>;

/** `submissions`: newest first. */
export const UnitSubmissionsView = v.strictObject({
  unit: Named,
  submissions: v.array(SubmissionView),
  /** The unit's report of the period; null if there is none or the viewer may not submit it. */
  report: v.nullable(
    v.strictObject({ edition: v.number(), hash: v.nullable(v.string()), state: v.picklist(reportStates) }),
  ),
});
export type UnitSubmissionsView = v.InferOutput<typeof UnitSubmissionsView>;

/** Unit ids. `nobody`: no responsible person; `settled`: no report is due. */
export const RemindedView = v.strictObject({
  reminded: v.array(v.string()),
  already: v.array(v.string()),
  nobody: v.array(v.string()),
  settled: v.array(v.string()),
});
export type RemindedView = v.InferOutput<typeof RemindedView>;
