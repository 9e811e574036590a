import * as v from "valibot";
import { PeriodBound } from "#core/base/period.ts";
import { Problem } from "#core/base/problems.ts";
import type { Attachment } from "#core/initiatives/attachment.ts";
import { allowedMoves, blockersOf, maySign } from "#core/report/lifecycle.ts";
import type { MadeFiles, ReportRecord, Verification } from "#core/report/record.ts";
import { type Action, may } from "#core/staff/access.ts";
import type { Unit } from "#core/units/unit.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, staffViewer } from "../context.ts";
import { answerDownload } from "../jobs/download.ts";
import { type JobPlace, viewJob } from "../jobs/view.ts";
import { findUnit } from "../units/named-unit.ts";
import type { PageModel, ReportView } from "./views.ts";

export interface FoundReport {
  record: ReportRecord;
  unit: Unit;
  reach: string[];
  path: string[];
}

/** Throws `report.notFound` or a refusal. */
export async function findReport(c: Ctx, action: Action): Promise<FoundReport> {
  const { unit, reach, path } = await findUnit(c, c.req.param("unit"));
  authoriseStaff(c, action, { units: reach });
  const [from = "", to = ""] = [c.req.param("from"), c.req.param("to")];
  const known = v.is(PeriodBound, from) && v.is(PeriodBound, to);
  const record = known ? await c.var.deps.store.reports.get({ unit: unit.id, from, to }) : null;
  if (!record) throw new Problem("report.notFound");
  return { record, unit, reach, path };
}

type Kept = Pick<MadeFiles, "prefix" | "files" | "hash">;

/** Page model stored beside the report files; null if missing. */
export const readKept = (c: Ctx, { prefix }: Kept): Promise<PageModel | null> =>
  c.var.deps.documents.read<PageModel>(`${prefix}view.json`);

interface Filed {
  made: Kept | null | undefined;
  signed: ReportRecord["signed"];
}

/** Throws `report.invalid` for an unscanned or refused file. */
export async function readSum(c: Ctx, { id }: Attachment): Promise<string> {
  const { arrival } = await c.var.deps.store.uploads.get(id);
  if (arrival?.state === "clean" && arrival.sum) return arrival.sum;
  const code = arrival?.state === "refused" ? arrival.reason : "report.signed.checking";
  throw new Problem("report.invalid", [{ pointer: "/file", code }]);
}

/** The signed PDF replaces the generated one, which only editors still get. */
export function answerReportFile(
  c: Ctx,
  { record: { unit, from, to }, reach }: FoundReport,
  { made, signed }: Filed,
): Promise<Response> {
  const asked = c.req.param("format");
  const isEditor = may(staffViewer(c.var.session), "report.edit", { units: reach });
  if (signed && (asked === "signed" || (asked === "pdf" && !isEditor)))
    return answerDownload(c, { file: { ...signed, name: `bao-cao_${unit}_${from}-${to}_da-ky.pdf` } });
  const format = made?.files.find((each) => each === c.req.param("format"));
  if (!made || !format) throw new Problem("report.notFound");
  const name = `bao-cao_${unit}_${from}-${to}_${made.hash.slice(0, 8)}.${format}`;
  return answerDownload(c, { object: `${made.prefix}annual-report.${format}`, name });
}

export async function viewReport(c: Ctx, { record, unit, reach, path }: FoundReport): Promise<ReportView> {
  const { documents } = c.var.deps;
  const { made } = record;
  const viewer = staffViewer(c.var.session);
  const mayDo = (action: Action) => may(viewer, action, { units: reach });
  const [model, verification, job] = await Promise.all([
    made && readKept(c, made),
    made && documents.read<Verification>(`${made.prefix}verification.json`),
    latestJob(c, record, { reach, path }),
  ]);
  const { figures: _, ...shown } = made ?? { figures: [] };
  return {
    unit: { id: unit.id, name: unit.name },
    record: { ...record, made: made && (shown as Omit<MadeFiles, "figures">) },
    model,
    may: [
      ...(mayDo("report.edit") ? (["edit"] as const) : []),
      ...(mayDo("report.approve") ? allowedMoves(record) : []),
      ...(mayDo("report.approve") && maySign(record) ? (["sign"] as const) : []),
    ],
    blockers: blockersOf(record),
    verification,
    job,
  };
}

const latestJobs = 10;

async function latestJob(
  c: Ctx,
  { unit, from, to }: ReportRecord,
  place: JobPlace,
): Promise<ReportView["job"]> {
  const { jobs } = c.var.deps.store;
  const listed = await jobs.latest(unit, latestJobs);
  for (const { id, kind } of listed) {
    const job = kind === "report" ? await jobs.get(id) : null;
    if (job?.parameters.from === from && job.parameters.to === to) return viewJob(c, job, place);
  }
  return null;
}
