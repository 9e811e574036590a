import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { randomId, wholeNumber } from "#core/base/bounds.ts";
import { toBase64Url } from "#core/base/ids.ts";
import { isReversed, PeriodBound, yearsOf } from "#core/base/period.ts";
import { reference } from "#core/base/text.ts";
import { purposeOf, UploadId } from "#core/initiatives/attachment.ts";
import { type StaffRole, staffRoles } from "#core/staff/access.ts";
import { CommendationPrint } from "./commendation-print.ts";
import { ExportForm } from "./export-request.ts";
import { ReportLayout } from "./report-layout.ts";

export const jobKinds = ["import", "workbook", "export", "relocate", "report", "commendation"] as const;
export type JobKind = (typeof jobKinds)[number];

/** `refused`: invalid request; `failed`: internal error. */
export const jobStates = ["waiting", "running", "done", "refused", "failed"] as const;

export const jobAttempts = 5;

/** Maximum listed errors; `errorCount` counts all. */
export const listedErrors = 200;

/** `cell`: such as `C7`; empty for the whole sheet. */
export const CellError = v.strictObject({
  sheet: v.string(),
  cell: v.string(),
  code: v.string(),
  params: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type CellError = v.InferOutput<typeof CellError>;

export const Job = v.strictObject({
  id: v.string(),
  kind: v.picklist(jobKinds),
  unit: v.string(),
  year: v.nullable(v.number()),
  requestedBy: v.nullable(v.string()),
  role: v.nullable(v.picklist(staffRoles)),
  requestedAt: v.string(),
  changedAt: v.string(),
  version: v.number(),
  state: v.picklist(jobStates),
  done: v.number(),
  total: v.nullable(v.number()),
  cursor: v.unknown(),
  result: v.nullable(v.string()),
  errors: v.array(CellError),
  errorCount: v.number(),
  /** Message key of the refusal or failure. */
  problem: v.nullable(v.string()),
  outcome: v.record(v.string(), v.number()),
  parameters: v.record(v.string(), v.unknown()),
});
export type Job = v.InferOutput<typeof Job>;

const JobId = randomId("job.id.invalid");

/** Equal names give equal ids. Users cannot send ids that start with `~`. */
export const systemJobId = (name: string): string =>
  `~${toBase64Url(sha256(utf8ToBytes(name))).slice(0, 22)}`;

const yearsInReport = 30;

export const jobForms = {
  import: v.strictObject({
    upload: v.pipe(
      UploadId,
      v.check((id) => purposeOf(id) === "import", "attachment.wrongPurpose"),
    ),
    dryRun: v.boolean("field.invalid"),
  }),
  workbook: v.strictObject({ content: v.picklist(["template", "all"], "field.invalid") }),
  export: ExportForm,
  commendation: CommendationPrint,
  report: v.pipe(
    v.strictObject({
      from: PeriodBound,
      to: PeriodBound,
      task: v.picklist(["make", "issue", "verify"], "report.task.invalid"),
      layout: v.optional(ReportLayout),
      padNumbers: v.optional(v.boolean("field.invalid")),
    }),
    v.forward(
      v.partialCheck([["from"], ["to"]], (period) => !isReversed(period), "report.period.reversed"),
      ["to"],
    ),
    v.forward(
      v.partialCheck(
        [["from"], ["to"]],
        (period) => yearsOf(period).length <= yearsInReport,
        "report.period.tooLong",
      ),
      ["to"],
    ),
  ),
  relocate: v.strictObject({
    change: v.pipe(
      v.string("field.invalid"),
      v.regex(/^[1-9]\d{0,5}$/, "field.invalid"),
      v.maxLength(6, "field.invalid"),
    ),
  }),
} as const;

export const JobRequest = v.strictObject({
  id: JobId,
  kind: v.picklist(jobKinds, "job.kind.invalid"),
  unit: reference("field.invalid", 60),
  year: v.optional(v.nullable(wholeNumber("year.invalid", { min: 1900, max: 2200 })), null),
  parameters: v.optional(v.record(v.string(), v.unknown(), "field.invalid"), {}),
});
export type JobRequest = v.InferOutput<typeof JobRequest>;

export function beginJob(
  request: Omit<JobRequest, "parameters"> & { parameters: Record<string, unknown> },
  by: { staff: string | null; role: StaffRole | null },
  now: string,
): Job {
  return {
    ...request,
    requestedBy: by.staff,
    role: by.role,
    requestedAt: now,
    changedAt: now,
    version: 1,
    state: "waiting",
    done: 0,
    total: null,
    cursor: null,
    result: null,
    errors: [],
    errorCount: 0,
    problem: null,
    outcome: {},
  };
}

export function isUnfinished({ state }: Pick<Job, "state">): boolean {
  return state === "waiting" || state === "running";
}

export function advanceJob(job: Job, change: Partial<Job>, now: string): Job {
  return { ...job, state: "running", ...change, version: job.version + 1, changedAt: now };
}

export function failJob(job: Job, now: string): Job {
  return advanceJob(job, { state: "failed", problem: "job.failed" }, now);
}

export const JobSummary = v.omit(Job, ["cursor", "errors", "parameters"]);
export type JobSummary = v.InferOutput<typeof JobSummary>;

/** The index projects exactly the fields of `JobSummary`. */
export function summariseJob({ cursor, errors, parameters, ...summary }: Job): JobSummary {
  return summary;
}
