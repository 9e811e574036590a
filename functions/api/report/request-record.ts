import { dayOf } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { keyFigures, sumUp } from "#core/report/key-figures.ts";
import { latestByUnit, responsibleFor, submissionStatusOf } from "#core/report/submission.ts";
import { may } from "#core/staff/access.ts";
import { pathOf, reachOf } from "#core/units/unit.ts";
import type { RequestFile } from "../../store/report-requests.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, staffViewer } from "../context.ts";
import type { BoardRow, ReportRequestView } from "./request-views.ts";

/** The caller checks access. */
export async function findRequest(c: Ctx): Promise<RequestFile> {
  const { session, deps } = c.var;
  if (!session) throw new Problem("session.missing");
  const id = c.req.param("id") ?? "";
  const file = /^[\w-]{22}$/.test(id) ? await deps.store.reportRequests.read(id) : null;
  if (!file) throw new Problem("reportRequest.notFound");
  return file;
}

export async function openOwn(c: Ctx, action: "report.ask" | "report.remind"): Promise<RequestFile> {
  const file = await findRequest(c);
  const units = await c.var.deps.store.directory.units();
  authoriseStaff(c, action, { units: pathOf(units, file.request.unit) });
  return file;
}

/** Returns the units whose rows the viewer may read. Throws `access.denied` if there are none. */
export async function readableUnits(c: Ctx, { request }: RequestFile): Promise<string[]> {
  const units = await c.var.deps.store.directory.units();
  const reads = (unit: string) =>
    may(staffViewer(c.var.session), "report.read", { units: reachOf(units, unit) });
  if (reads(request.unit)) return request.units;
  const own = request.units.filter(reads);
  if (own.length === 0) throw new Problem("access.denied");
  return own;
}

export async function viewRequest(c: Ctx, file: RequestFile): Promise<ReportRequestView> {
  const { store, clock } = c.var.deps;
  const { request } = file;
  const today = dayOf(clock());
  const [units, shown] = await Promise.all([store.directory.units(), readableUnits(c, file)]);
  const asks = (action: "report.ask" | "report.remind") =>
    may(staffViewer(c.var.session), action, { units: pathOf(units, request.unit) });
  const reminds = asks("report.remind");
  const [staff, reminded] = reminds
    ? await Promise.all([store.staff.all(), store.reportRequests.remindedOn(today)])
    : [[], []];
  const remindedUnits = new Set(reminded.map(({ unit }) => unit));
  const latest = latestByUnit(file.submissions);
  const nameOf = (id: string) => ({ id, name: units.get(id)?.name ?? id });
  const rows = shown.map((unit): BoardRow => {
    const found = latest.get(unit) ?? null;
    const figures = found?.state === "submitted" ? found.figures : [];
    return {
      ...keyFigures(figures, request),
      unit: nameOf(unit),
      standing: submissionStatusOf(request, found),
      latest: found && {
        n: found.n,
        edition: found.edition,
        at: found.at,
        by: found.by.name,
        reason: found.returned?.reason ?? null,
      },
      responsible: reminds ? responsibleFor(staff, unit).length : null,
      remindedToday: remindedUnits.has(unit),
      maySubmit: maySubmit(c, units, unit),
    };
  });
  const { unit, createdBy, ...said } = request;
  const isWhole = shown.length === request.units.length;
  return {
    ...said,
    units: shown,
    asker: nameOf(unit),
    createdBy: createdBy.name,
    rows,
    sums: isWhole ? sumUp(rows) : null,
    log: asks("report.ask") ? file.log : [],
    may: { ask: asks("report.ask"), remind: reminds },
    today,
  };
}

type Units = Awaited<ReturnType<Ctx["var"]["deps"]["store"]["directory"]["units"]>>;

export function maySubmit(c: Ctx, units: Units, unit: string): boolean {
  if (!units.has(unit)) return false;
  return may(staffViewer(c.var.session), "report.submit", { units: pathOf(units, unit) });
}
