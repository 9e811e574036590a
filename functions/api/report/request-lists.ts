import { dayOf } from "#core/base/calendar.ts";
import type { ReportRequest } from "#core/report/request.ts";
import { latestByUnit, submissionStatusOf } from "#core/report/submission.ts";
import { may } from "#core/staff/access.ts";
import { isValidOn, pathOf, type Unit } from "#core/units/unit.ts";
import { type Ctx, staffViewer } from "../context.ts";
import type { ReportRequestDraftView, ReportRequestsView } from "./request-views.ts";

export async function listRequests(c: Ctx, unit: Unit): Promise<ReportRequestsView> {
  const { store, clock } = c.var.deps;
  const units = await store.directory.units();
  const [, ...above] = pathOf(units, unit.id);
  const [asked, to, by, ...fromAbove] = await Promise.all([
    store.reportRequests.ofUnit(unit.id),
    store.reportRequests.submittedTo(unit.id),
    store.reportRequests.submittedBy(unit.id),
    ...above.map((id) => store.reportRequests.ofUnit(id)),
  ]);
  const inTo = Map.groupBy(to, ({ request }) => request);
  const inBy = Map.groupBy(by, ({ request }) => request);
  const rowOf = ({ id, title, from, to: until, dueOn, closedAt }: ReportRequest) => ({
    ...{ id, title, from, to: until, dueOn, closedAt },
  });
  const due = fromAbove
    .flat()
    .filter((request) => request.units.includes(unit.id))
    .map((request) => {
      const latest = latestByUnit(inBy.get(request.id) ?? []).get(unit.id) ?? null;
      const asker = { id: request.unit, name: units.get(request.unit)?.name ?? request.unit };
      const submitted = latest && { at: latest.at, edition: latest.edition };
      return { ...rowOf(request), asker, standing: submissionStatusOf(request, latest), submitted };
    });
  return {
    unit: { id: unit.id, name: unit.name },
    asked: asked
      .map((request) => {
        const latest = latestByUnit(inTo.get(request.id) ?? []);
        const counts = { submitted: 0, late: 0, returned: 0, missing: 0 };
        for (const each of request.units) counts[submissionStatusOf(request, latest.get(each) ?? null)]++;
        return { ...rowOf(request), counts };
      })
      .sort(byUrgency),
    due: due.sort(byUrgency),
    mayAsk: may(staffViewer(c.var.session), "report.ask", { units: pathOf(units, unit.id) }),
    today: dayOf(clock()),
  };
}

function byUrgency(
  a: Pick<ReportRequest, "dueOn" | "closedAt">,
  b: Pick<ReportRequest, "dueOn" | "closedAt">,
) {
  if ((a.closedAt === null) !== (b.closedAt === null)) return a.closedAt === null ? -1 : 1;
  const order = a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn);
  return a.closedAt === null ? order : -order;
}

/**
 * Direct children and campaign participants below the unit. Proposes the participants, or all children if
 * there are none.
 */
export async function draftUnits(c: Ctx, unit: Unit, year: number): Promise<ReportRequestDraftView> {
  const { store, clock } = c.var.deps;
  const today = dayOf(clock());
  const units = await store.directory.units();
  const isBelow = (id: string) => id !== unit.id && units.has(id) && pathOf(units, id).includes(unit.id);
  const campaigns = (await store.directory.campaigns()).filter(
    (campaign) => campaign.year === year && campaign.participation.units.some(isBelow),
  );
  const called = new Set(campaigns.flatMap(({ participation }) => participation.units).filter(isBelow));
  const offered = [...units.values()].filter(
    (each) => isValidOn(each, today) && (called.has(each.id) || each.parent === unit.id),
  );
  return {
    units: offered
      .map(({ id, name, code }) => ({ id, name, code, proposed: called.size === 0 || called.has(id) }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    campaigns: campaigns.map(({ name }) => name),
    today,
  };
}
