import type { AuditStamp } from "#core/base/audit-stamp.ts";
import { hashValue } from "#core/base/canonical.ts";
import { Problem } from "#core/base/problems.ts";
import { beginJob } from "#core/jobs/job.ts";
import type { ReportEntry, ReportRecord } from "#core/report/record.ts";
import type { UploadClaim } from "../../store/uploads.ts";
import type { Ctx } from "../context.ts";
import { type FoundReport, viewReport } from "./record.ts";

/** `says`: true if the record already has the new content. */
interface Change {
  version: number;
  did: ReportEntry["did"];
  says: (record: ReportRecord) => boolean;
  claims?: readonly UploadClaim[];
}

/** Saves the record that `make` returns; null saves nothing. A retry causes no conflict. */
export async function changeReport(
  c: Ctx,
  found: FoundReport,
  { version, did, says, claims = [] }: Change,
  make: (record: ReportRecord, stamp: AuditStamp) => ReportRecord | null,
): Promise<Response> {
  const { store, clock } = c.var.deps;
  const { id = "", name = "" } = c.var.session?.staff ?? {};
  let { record } = found;
  if (record.version === version) {
    const next = make(record, { by: { id, name }, at: clock() });
    if (next) await store.reports.save(next, claims, replacedFiles(record, next));
    record = next ?? record;
  } else {
    const isOwn = record.log.some(
      (entry) => entry.version === version + 1 && entry.did === did && entry.by?.id === id,
    );
    if (!isOwn || !says(record)) throw new Problem("version.conflict");
  }
  // A retry creates the same job, because the job's id derives from the number.
  if (did === "number" && record.issue) await store.jobs.create(issueJob(record, clock()));
  return c.json(await viewReport(c, { ...found, record }));
}

/** Returns the id of the signed PDF that no edition of `next` contains. */
function replacedFiles({ signed }: ReportRecord, next: ReportRecord): string[] {
  const held = [next, ...next.editions].map((edition) => edition.signed?.id);
  return signed && !held.includes(signed.id) ? [signed.id] : [];
}

function issueJob({ unit, from, to, edition, issue }: ReportRecord, now: string) {
  const id = hashValue({ unit, from, to, edition, issue }).slice(0, 22);
  return beginJob(
    { id, kind: "report", unit, year: null, parameters: { from, to, task: "issue" } },
    { staff: null, role: null },
    now,
  );
}
