import { Hono } from "hono/tiny";
import * as v from "valibot";
import { randomId, version } from "#core/base/bounds.ts";
import { dayOf } from "#core/base/calendar.ts";
import { parseAs } from "#core/base/parsing.ts";
import { Problem } from "#core/base/problems.ts";
import { reference } from "#core/base/text.ts";
import type { Job } from "#core/jobs/job.ts";
import {
  beginRun,
  isRunOver,
  type ReportRun,
  type RunUnitStatus,
  reportDayOf,
  runJobId,
  runUnitStatusOf,
  tryAgain,
} from "#core/report/run.ts";
import { responsibleFor } from "#core/report/submission.ts";
import { may } from "#core/staff/access.ts";
import { authoriseStaff } from "../authorise.ts";
import { type Ctx, type Env, staffViewer } from "../context.ts";
import { describe } from "../describe.ts";
import { readJson } from "../middleware/body.ts";
import { stampOf } from "../staff/record.ts";
import { findUnit } from "../units/named-unit.ts";
import { type ReportRunRow, ReportRunsView, ReportRunView } from "./run-views.ts";

const shownRuns = 12;

const BeginBody = v.strictObject({
  /** 128 random bits in base64url from the client, so that a retry begins no second run. */
  id: randomId("field.invalid"),
  campaign: reference(),
});
const AgainBody = v.strictObject({ version });

export const unitReportRuns = new Hono<Env>().get(
  "/:unit/report-runs",
  describe(
    "report.read",
    "The latest runs that made the reports of a campaign's units, and what may be run",
    ReportRunsView,
  ),
  async (c) => {
    const { unit, reach, path } = await findUnit(c, c.req.param("unit"));
    authoriseStaff(c, "report.read", { units: reach });
    const { store } = c.var.deps;
    const mayRun = may(staffViewer(c.var.session), "report.run", { units: path });
    const found = (await store.reportRuns.list(unit.id)).slice(0, shownRuns);
    const campaigns = (await store.directory.campaigns())
      .filter((campaign) => campaign.unit === unit.id && campaign.state !== "draft")
      .sort((a, b) => b.year - a.year);
    const view: ReportRunsView = {
      unit: { id: unit.id, name: unit.name },
      runs: await Promise.all(found.map(async (run) => viewRow(c, run, await store.reportRuns.jobsOf(run)))),
      campaigns: campaigns.map((campaign) => {
        const { id, name, year } = campaign;
        return { id, name, year, reportOn: reportDayOf(campaign) };
      }),
      may: mayRun ? ["run"] : [],
      today: dayOf(c.var.deps.clock()),
    };
    return c.json(view);
  },
);

export const reportRuns = new Hono<Env>()
  .get(
    "/:unit/:id",
    describe("report.read", "A run: where each unit stands, and whether its people were told", ReportRunView),
    async (c) => c.json(await viewRun(c, await findRun(c, "report.read"))),
  )
  .post(
    "/:unit",
    describe(
      "report.run",
      "Make the reports of all units of a campaign now; the same id again is the same run",
      ReportRunView,
      { status: 201, body: BeginBody },
    ),
    async (c) => {
      const { unit, path } = await findUnit(c, c.req.param("unit"));
      authoriseStaff(c, "report.run", { units: path });
      const body = parseAs("report.invalid", BeginBody, await readJson(c));
      const { store } = c.var.deps;
      const campaign = await store.directory.campaign(body.campaign);
      if (campaign?.unit !== unit.id || campaign.state === "draft")
        throw new Problem("report.invalid", [{ pointer: "/campaign", code: "reportRun.campaign.none" }]);
      const frozen = await store.directory.campaignUnits(campaign.id);
      const run = await store.reportRuns.begin(
        beginRun(campaign, frozen.values(), { id: body.id, ...stampOf(c) }),
      );
      if (run.campaign !== campaign.id) throw new Problem("reportRun.taken");
      return c.json(await viewRun(c, run), 201);
    },
  )
  .post(
    "/:unit/:id/tries",
    describe("report.run", "Try again what failed in a run, on the version that was read", ReportRunView, {
      body: AgainBody,
    }),
    async (c) => {
      const run = await findRun(c, "report.run");
      const { version } = parseAs("report.invalid", AgainBody, await readJson(c));
      const { reportRuns } = c.var.deps.store;
      if (version !== run.version) throw new Problem("version.conflict");
      const next = tryAgain(run, await reportRuns.jobsOf(run));
      return c.json(await viewRun(c, next ? await reportRuns.again(next) : run));
    },
  );

async function findRun(c: Ctx, action: "report.read" | "report.run"): Promise<ReportRun> {
  const { unit, reach, path } = await findUnit(c, c.req.param("unit"));
  authoriseStaff(c, action, { units: action === "report.read" ? reach : path });
  const id = c.req.param("id") ?? "";
  const run = id.length <= 100 ? await c.var.deps.store.reportRuns.get(unit.id, id) : null;
  if (!run) throw new Problem("reportRun.notFound");
  return run;
}

async function viewRow(c: Ctx, run: ReportRun, jobs: ReadonlyMap<string, Job>): Promise<ReportRunRow> {
  const counts: Record<RunUnitStatus, number> = { waiting: 0, made: 0, settled: 0, failed: 0 };
  let withWarnings = 0;
  for (const unit of run.units) {
    const job = jobs.get(runJobId(run, unit));
    counts[runUnitStatusOf(job)]++;
    if ((job?.outcome.warnings ?? 0) > 0) withWarnings++;
  }
  const { unit, id, year, startedAt, startedBy } = run;
  const campaign = (await c.var.deps.store.directory.campaign(run.campaign))?.name ?? run.campaign;
  return { unit, id, year, startedAt, campaign, startedBy: startedBy?.name ?? null, counts, withWarnings };
}

async function viewRun(c: Ctx, run: ReportRun): Promise<ReportRunView> {
  const { store } = c.var.deps;
  const [jobs, outcomes, staff, units] = await Promise.all([
    store.reportRuns.jobsOf(run),
    store.reportRuns.outcomes(run),
    store.staff.all(),
    store.directory.units(),
  ]);
  const row = await viewRow(c, run, jobs);
  const { path } = await findUnit(c, run.unit);
  const mayRun = may(staffViewer(c.var.session), "report.run", { units: path });
  const nameOf = (id: string) => units.get(id)?.name ?? id;
  const byName = (a: string, b: string) =>
    Number(b === run.unit) - Number(a === run.unit) || nameOf(a).localeCompare(nameOf(b), "vi");
  return {
    ...row,
    unitName: nameOf(run.unit),
    version: run.version,
    over: isRunOver(run, jobs),
    rows: run.units.toSorted(byName).map((id) => {
      const job = jobs.get(runJobId(run, id));
      return {
        unit: { id, name: nameOf(id) },
        standing: runUnitStatusOf(job),
        problem: job?.problem ?? null,
        changedAt: job?.changedAt ?? null,
        warnings: job?.outcome.warnings ?? null,
        responsible: responsibleFor(staff, id).length,
        mail: outcomes.get(id) ?? null,
      };
    }),
    may: [
      ...(mayRun ? (["run"] as const) : []),
      ...(mayRun && row.counts.failed > 0 ? (["again"] as const) : []),
    ],
  };
}
