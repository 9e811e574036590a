import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { randomId, wholeNumber } from "#core/base/bounds.ts";
import { toBase64Url } from "#core/base/ids.ts";
import { isReversed, PeriodBound, yearsOf } from "#core/base/period.ts";
import { reference } from "#core/base/text.ts";
import { purposeOf, UploadId } from "#core/initiatives/attachment.ts";
import { type StaffRole, staffRoles } from "#core/staff/access.ts";
import { ExportForm } from "./export-request.ts";
import { ReportLayout } from "./report-layout.ts";

/** What is done apart from the request that asks for it, in steps: each ends with a write, and that write begins the next one. */
export const jobKinds = ["import", "workbook", "export", "relocate", "report"] as const;
export type JobKind = (typeof jobKinds)[number];

/** `refused`: the request was wrong, and the errors say where; `failed`: the fault is ours. */
export const jobStates = ["waiting", "running", "done", "refused", "failed"] as const;
export type JobState = (typeof jobStates)[number];

/** How often one step is tried before the job is given up. */
export const jobAttempts = 5;

/** How many errors a job lists; `errorCount` counts all. */
export const listedErrors = 200;

/** A fault in a workbook: the sheet, the cell as people call it (`C7`; empty for the sheet as a whole), the message key and its values. */
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
  /** The unit it is about; nothing outside what lies below it is touched or told. */
  unit: v.string(),
  year: v.nullable(v.number()),
  /** Id of the member of staff who asked, and the role under which they might; null where the system itself did. */
  requestedBy: v.nullable(v.string()),
  role: v.nullable(v.picklist(staffRoles)),
  requestedAt: v.string(),
  changedAt: v.string(),
  /** Rises by one with each step; every write is conditional on it. */
  version: v.number(),
  state: v.picklist(jobStates),
  /** Rows, or whatever the kind counts; `total` is null while it is not known. */
  done: v.number(),
  total: v.nullable(v.number()),
  /** Where the next step goes on: the kind's own. */
  cursor: v.unknown(),
  /** Key of what came out, in the bucket of documents. */
  result: v.nullable(v.string()),
  errors: v.array(CellError),
  errorCount: v.number(),
  /** Why it was refused or failed as a whole: a message key. */
  problem: v.nullable(v.string()),
  /** What it did, counted: `created`, `unchanged` … as the kind names them. */
  outcome: v.record(v.string(), v.number()),
  parameters: v.record(v.string(), v.unknown()),
});
export type Job = v.InferOutput<typeof Job>;

/** An id that the page draws, so that asking again begins no second job: 128 random bits in base64url. */
const JobId = randomId("job.id.invalid");

/**
 * The id of a job that the system begins by itself, the same for the same `name`. No id that a page draws begins with `~`: otherwise anybody who
 * works the name out could put a job of their own in its place.
 */
export const systemJobId = (name: string): string =>
  `~${toBase64Url(sha256(utf8ToBytes(name))).slice(0, 22)}`;

/** A report reads each of its years. */
const yearsInReport = 30;

/** What each kind is asked with. */
export const jobForms = {
  import: v.strictObject({
    upload: v.pipe(
      UploadId,
      v.check((id) => purposeOf(id) === "import", "attachment.wrongPurpose"),
    ),
    dryRun: v.boolean("field.invalid"),
  }),
  /** What to fill in, or all that is there in the sheets of an import. */
  workbook: v.strictObject({ content: v.picklist(["template", "all"], "field.invalid") }),
  export: ExportForm,
  /** A unit's report of a period: made from the records, given out under its number, or verified. */
  report: v.pipe(
    v.strictObject({
      from: PeriodBound,
      to: PeriodBound,
      task: v.picklist(["make", "issue", "verify"], "report.task.invalid"),
      layout: v.optional(ReportLayout),
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
  /** The number of the change whose open dossiers are moved. */
  relocate: v.strictObject({
    change: v.pipe(
      v.string("field.invalid"),
      v.regex(/^[1-9]\d{0,5}$/, "field.invalid"),
      v.maxLength(6, "field.invalid"),
    ),
  }),
} as const;

/** The body of `POST /api/jobs`. */
export const JobRequest = v.strictObject({
  id: JobId,
  kind: v.picklist(jobKinds, "job.kind.invalid"),
  unit: reference("field.invalid", 60),
  year: v.optional(v.nullable(wholeNumber("year.invalid", { min: 1900, max: 2200 })), null),
  parameters: v.optional(v.record(v.string(), v.unknown(), "field.invalid"), {}),
});
export type JobRequest = v.InferOutput<typeof JobRequest>;

/** A job that nobody has worked on. `now` is ISO 8601. */
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

/** True while there is a next step. */
export function isUnfinished({ state }: Pick<Job, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** The job one step on: what the step changed, under the next version. */
export function advanceJob(job: Job, change: Partial<Job>, now: string): Job {
  return { ...job, state: "running", ...change, version: job.version + 1, changedAt: now };
}

/** The job after `jobAttempts` tries of the same step. */
export function failJob(job: Job, now: string): Job {
  return advanceJob(job, { state: "failed", problem: "job.failed" }, now);
}

/** What lists show of a job; the index projects exactly this. */
export const JobSummary = v.omit(Job, ["cursor", "errors", "parameters"]);
export type JobSummary = v.InferOutput<typeof JobSummary>;

export function summariseJob({ cursor, errors, parameters, ...summary }: Job): JobSummary {
  return summary;
}
