import * as v from "valibot";
import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { addDays, dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import type { Staff } from "#core/staff/staff.ts";
import type { StatedFigure } from "./model.ts";
import type { Made, ReportFormat, ReportRecord } from "./record.ts";
import { type ReportRequest, requireOpen } from "./request.ts";

/** An edition of a unit's report as it was handed in; a later one stands beside it, and the earlier stays. */
export interface Submission {
  request: string;
  /** The unit that asked, and the one that submits. */
  asker: string;
  unit: string;
  /** From 1, of the unit and the request. */
  n: number;
  edition: number;
  /** Names the files and what is in them (`contentHash`), and where they lie. */
  hash: string;
  prefix: string;
  files: ReportFormat[];
  figures: StatedFigure[];
  at: string;
  by: { id: string; name: string };
  state: "submitted" | "returned";
  returned: (AuditStamp & { reason: string }) | null;
}

/** What submitting asks of a unit's report. */
export type Submittable = Pick<ReportRecord, "unit" | "from" | "to" | "edition" | "state"> & {
  made: Pick<Made, "hash" | "prefix" | "files" | "figures"> | null;
};

/**
 * The submission of a unit's report as it stands, on the edition and content that were looked at; null where just that has been submitted
 * already. Throws `reportRequest.notAsked`, `reportRequest.closed`, `reportRequest.otherPeriod`, `reportRequest.notApproved`,
 * `reportRequest.editionChanged`, and `reportRequest.returnedSame` where that very content was given back.
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
  // Whoever sends the same again has lost the answer, also where the request was closed meanwhile.
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

/** The submission given back with a reason; null where it has been for that reason. Throws `reportRequest.closed`, `reportRequest.isReturned`. */
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

/** Where a unit stands: in, in after the day, given back, or with nothing in. */
export const Standing = v.picklist(["submitted", "late", "returned", "missing"]);
export type Standing = v.InferOutput<typeof Standing>;

/** The standing of a unit by its latest submission. */
export function standingOf(
  { dueOn }: Pick<ReportRequest, "dueOn">,
  latest: Pick<Submission, "state" | "at"> | null,
): Standing {
  if (!latest) return "missing";
  if (latest.state === "returned") return "returned";
  return dayOf(latest.at) > dueOn ? "late" : "submitted";
}

/** The latest submission of each unit. */
export function latestByUnit<S extends Pick<Submission, "unit" | "n">>(
  submissions: Iterable<S>,
): Map<string, S> {
  const latest = new Map<string, S>();
  for (const each of submissions) if (each.n > (latest.get(each.unit)?.n ?? 0)) latest.set(each.unit, each);
  return latest;
}

/** Days before the day on which reminding begins by itself, and after it when it ends. */
const reminding = { before: 3, after: 14 } as const;

/** True where whoever has not submitted is reminded on `today` without anybody's doing. */
export function remindsOn(
  { dueOn, closedAt }: Pick<ReportRequest, "dueOn" | "closedAt">,
  today: string,
): boolean {
  return (
    closedAt === null &&
    addDays(dueOn, -reminding.before) <= today &&
    today <= addDays(dueOn, reminding.after)
  );
}

/** The units of a request that still owe a report. */
export function owing(
  request: Pick<ReportRequest, "units" | "dueOn">,
  submissions: Iterable<Pick<Submission, "unit" | "n" | "state" | "at">>,
): string[] {
  const latest = latestByUnit(submissions);
  return request.units.filter((unit) =>
    ["missing", "returned"].includes(standingOf(request, latest.get(unit) ?? null)),
  );
}

/** Those who answer for exactly this unit, and so are reminded: whoever reviews there or administers it. */
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
