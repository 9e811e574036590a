import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { addDays, dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { StatedFigure } from "./model.ts";
import type { MadeFiles, ReportFormat, ReportRecord, SignedFile } from "./record.ts";
import { type ReportRequest, requireOpen } from "./request.ts";

/** Submitted edition; each resubmission is a new record. */
export interface Submission {
  request: string;
  asker: string;
  unit: string;
  n: number;
  edition: number;
  hash: string;
  prefix: string;
  files: ReportFormat[];
  figures: StatedFigure[];
  at: string;
  by: { id: string; name: string };
  state: "submitted" | "returned";
  returned: (AuditStamp & { reason: string }) | null;
}

export type Submittable = Pick<ReportRecord, "unit" | "from" | "to" | "edition" | "state"> & {
  made: Pick<MadeFiles, "hash" | "prefix" | "files" | "figures"> | null;
};

/**
 * `seen`: edition and content that the user saw. Null for a retry. Throws `reportRequest.notAsked`, `.closed`,
 * `.otherPeriod`, `.notApproved`, `.editionChanged`, or `.returnedSame` if equal content was returned before.
 */
export function submitReport(
  request: ReportRequest,
  report: Submittable,
  seen: { edition: number; hash: string },
  latest: Submission | null,
  stamp: AuditStamp,
): Submission | null {
  const { unit, edition, made } = report;
  if (!request.units.includes(unit)) throw new Problem("reportRequest.notAsked");
  if (report.from !== request.from || report.to !== request.to)
    throw new Problem("reportRequest.otherPeriod", [
      {
        pointer: "/edition",
        code: "reportRequest.period.other",
        params: { from: request.from, to: request.to },
      },
    ]);
  const same = latest?.edition === seen.edition && latest.hash === seen.hash;
  // A retry succeeds even if the request was closed meanwhile.
  if (same && latest?.state === "submitted") return null;
  requireOpen(request);
  if (report.state === "draft" || !made) throw new Problem("reportRequest.notApproved");
  if (edition !== seen.edition || made.hash !== seen.hash) throw new Problem("reportRequest.editionChanged");
  if (same) throw new Problem("reportRequest.returnedSame");
  return {
    request: request.id,
    asker: request.unit,
    unit,
    n: (latest?.n ?? 0) + 1,
    edition,
    hash: made.hash,
    prefix: made.prefix,
    files: [...made.files],
    figures: [...made.figures],
    at: stamp.at,
    by: stamp.by,
    state: "submitted",
    returned: null,
  };
}

/** Null for a retry. Throws `reportRequest.closed`, `reportRequest.isReturned`. */
export function returnSubmission(
  request: ReportRequest,
  submission: Submission,
  reason: string,
  stamp: AuditStamp,
): Submission | null {
  if (submission.returned)
    if (submission.returned.reason === reason && submission.returned.by.id === stamp.by.id) return null;
    else throw new Problem("reportRequest.isReturned");
  requireOpen(request);
  return { ...submission, state: "returned", returned: { ...stamp, reason } };
}

export function signedOf(
  report: Pick<ReportRecord, "edition" | "signed" | "editions">,
  submission: Pick<Submission, "edition">,
): SignedFile | null {
  const editions = [report, ...report.editions];
  return editions.find(({ edition }) => edition === submission.edition)?.signed ?? null;
}

export const SubmissionStatus = v.picklist(["submitted", "late", "returned", "missing"]);
export type SubmissionStatus = v.InferOutput<typeof SubmissionStatus>;

export function submissionStatusOf(
  { dueOn }: Pick<ReportRequest, "dueOn">,
  latest: Pick<Submission, "state" | "at"> | null,
): SubmissionStatus {
  if (!latest) return "missing";
  if (latest.state === "returned") return "returned";
  return dayOf(latest.at) > dueOn ? "late" : "submitted";
}

export function latestByUnit<S extends Pick<Submission, "unit" | "n">>(
  submissions: Iterable<S>,
): Map<string, S> {
  const latest = new Map<string, S>();
  for (const each of submissions) if (each.n > (latest.get(each.unit)?.n ?? 0)) latest.set(each.unit, each);
  return latest;
}

/** Days with reminders, before and after the due day. */
const reminding = { before: 3, after: 14 } as const;

export function isReminderDay(
  { dueOn, closedAt }: Pick<ReportRequest, "dueOn" | "closedAt">,
  today: string,
): boolean {
  return (
    closedAt === null &&
    addDays(dueOn, -reminding.before) <= today &&
    today <= addDays(dueOn, reminding.after)
  );
}

export function unitsWithoutReport(
  request: Pick<ReportRequest, "units" | "dueOn">,
  submissions: Iterable<Pick<Submission, "unit" | "n" | "state" | "at">>,
): string[] {
  const latest = latestByUnit(submissions);
  return request.units.filter((unit) =>
    ["missing", "returned"].includes(submissionStatusOf(request, latest.get(unit) ?? null)),
  );
}

export function responsibleFor<S extends Pick<Staff, "grants" | "active">>(
  staff: readonly S[],
  unit: string,
): S[] {
  return staff.filter(
    ({ active, grants }) =>
      active &&
      grants.some(
        (grant) => grant.unit === unit && (grant.role === "reviewer" || grant.role === "administrator"),
      ),
  );
}
