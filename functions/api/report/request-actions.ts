import { dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import type { RequestWrite } from "#core/report/request.ts";
import {
  responsibleFor,
  type Submission,
  signedOf,
  submitReport,
  unitsWithoutReport,
} from "#core/report/submission.ts";
import { isValidOn } from "#core/units/unit.ts";
import type { RequestFile } from "../../store/report-requests.ts";
import { retryOnConflict } from "../../store/table.ts";
import type { Ctx } from "../context.ts";
import { answerDownload } from "../jobs/download.ts";
import { stampOf } from "../staff/record.ts";
import { findRequest, maySubmit } from "./request-record.ts";
import type { RemindedView, SubmissionView, UnitSubmissionsView } from "./request-views.ts";

export const applied = ({ after, entry }: RequestWrite, file: RequestFile | null): RequestFile => ({
  request: after,
  log: [...(file?.log ?? []), entry],
  submissions: file?.submissions ?? [],
});

/** `write` is null for a retry. */
export async function saveRequest(
  c: Ctx,
  file: RequestFile,
  write: RequestWrite | null,
  version: number,
): Promise<RequestFile> {
  if (!write) return file;
  if (version !== file.request.version) throw new Problem("version.conflict");
  await c.var.deps.store.reportRequests.save(write);
  return applied(write, file);
}

/** Submits a unit's report once, even if two requests run at the same time. */
export async function submitTo(c: Ctx, unit: string, seen: { edition: number; hash: string }): Promise<void> {
  const { store } = c.var.deps;
  await retryOnConflict(2, async () => {
    const { request, submissions } = await findRequest(c);
    const report = await store.reports.get({ ...request, unit });
    if (!request.units.includes(unit)) throw new Problem("reportRequest.notAsked");
    if (!report) throw new Problem("reportRequest.notApproved");
    const latest = submissions.filter((each) => each.unit === unit).at(-1) ?? null;
    const submission = submitReport(request, report, seen, latest, stampOf(c));
    if (submission) await store.reportRequests.submit(submission);
  });
}

export async function viewUnit(
  c: Ctx,
  { request, submissions }: RequestFile,
  id: string,
): Promise<UnitSubmissionsView> {
  const { store } = c.var.deps;
  const units = await store.directory.units();
  const report = maySubmit(c, units, id) ? await store.reports.get({ ...request, unit: id }) : null;
  const own = submissions.filter(({ unit }) => unit === id);
  return {
    unit: { id, name: units.get(id)?.name ?? id },
    submissions: own.reverse().map(viewSubmission),
    report: report && { edition: report.edition, hash: report.made?.hash ?? null, state: report.state },
  };
}

export async function remind(
  c: Ctx,
  { request, submissions }: RequestFile,
  asked: string[],
): Promise<RemindedView> {
  const { store, clock } = c.var.deps;
  const { by, at } = stampOf(c);
  const day = dayOf(clock());
  const staff = await store.staff.all();
  const owed = new Set(unitsWithoutReport(request, submissions));
  const units = await store.directory.units();
  const isReached = (id: string) => {
    const unit = units.get(id);
    return unit !== undefined && isValidOn(unit, day) && responsibleFor(staff, id).length > 0;
  };
  const wanted = [...new Set(asked)];
  const owes = wanted.filter((id) => owed.has(id));
  return {
    ...(await store.reportRequests.remind(owes.filter(isReached), { day, by, at })),
    nobody: owes.filter((id) => !isReached(id)),
    settled: wanted.filter((id) => !owed.has(id)),
  };
}

/** A signed PDF replaces the generated one. */
export async function answerSubmissionFile(
  c: Ctx,
  { request, submissions }: RequestFile,
  wanted: { unit: string; n: string; format: string },
): Promise<Response> {
  const found = submissions.find(({ unit, n }) => unit === wanted.unit && String(n) === wanted.n);
  const format = found?.files.find((each) => each === wanted.format);
  if (!found || !format) throw new Problem("report.notFound");
  const name = `bao-cao-${found.unit}-${found.prefix.split("/").at(-3) ?? ""}`;
  const report =
    format === "pdf" ? await c.var.deps.store.reports.get({ ...request, unit: found.unit }) : null;
  const signed = report && signedOf(report, found);
  if (signed) return answerDownload(c, { file: { ...signed, name: `${name}_da-ky.pdf` } });
  return answerDownload(c, { object: `${found.prefix}annual-report.${format}`, name: `${name}.${format}` });
}

function viewSubmission(submission: Submission): SubmissionView {
  const { n, edition, hash, at, by, state, returned, files } = submission;
  return {
    n,
    edition,
    hash,
    at,
    by: by.name,
    state,
    returned: returned && { at: returned.at, by: returned.by.name, reason: returned.reason },
    files,
  };
}
