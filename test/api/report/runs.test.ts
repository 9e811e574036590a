import { randomBytes } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { advanceJob, type Job } from "#core/jobs/job.ts";
import { runJobId } from "#core/report/run.ts";
import type { ReportRunsView, ReportRunView } from "../../../functions/api/report/run-views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildCampaign, commune, neighbour, province, staff, womensUnion } from "../../support/units.ts";

const now = "2026-12-20T03:00:00.000Z";
let api: Awaited<ReturnType<typeof createTestApi>>;
beforeEach(async () => {
  api = await createTestApi();
  api.setNow(now);
});

const { administrator, reviewer } = staff;
const campaign = buildCampaign();
const base = `/api/report-runs/${province.id}`;
const drawId = () => randomBytes(16).toString("base64url");

async function call<T>(path: string, body?: unknown, status = 200): Promise<T> {
  const method = body === undefined ? "GET" : "POST";
  const response = await api.ask(path, {
    method,
    staff: administrator,
    ...(body === undefined ? {} : { body }),
  });
  expect(response.status).toBe(status);
  return (await response.json()) as T;
}
const begin = (id = drawId()) => call<ReportRunView>(base, { id, campaign: campaign.id }, 201);
const list = () => call<ReportRunsView>(`/api/units/${province.id}/report-runs`);

/** Ends the job of a unit as the worker would. */
async function end({ id }: { id: string }, unit: string, change: Partial<Job>): Promise<void> {
  const run = await api.store.reportRuns.get(province.id, id);
  const job = run && (await api.store.jobs.get(runJobId(run, unit)));
  if (!run || !job) throw new Error(`no job of ${unit}`);
  await api.store.jobs.save(advanceJob(job, change, now));
  await api.store.reportRuns.settle(run);
}

it("lists a root's runs and what may be run, to whoever reads its reports; begins one by hand, once", async () => {
  expect(await list()).toEqual({
    unit: { id: province.id, name: province.name },
    runs: [],
    campaigns: [{ id: campaign.id, name: campaign.name, year: 2026, reportOn: "2026-12-25" }],
    may: ["run"],
    today: "2026-12-20",
  });
  const id = drawId();
  const first = await begin(id);
  expect(first).toMatchObject({
    startedBy: administrator.name,
    counts: { waiting: 4, made: 0, settled: 0, failed: 0 },
    over: false,
    may: ["run"],
  });
  expect(
    first.rows.map(({ unit, standing, responsible, mail }) => [unit.id, standing, responsible, mail]),
  ).toEqual([
    [province.id, "waiting", 1, null],
    [womensUnion.id, "waiting", 0, null],
    [neighbour.id, "waiting", 1, null],
    [commune.id, "waiting", 1, null],
  ]);
  expect(await begin(id)).toEqual(first);
  expect((await list()).runs).toHaveLength(1);
  // Each unit has one job, which belongs to it.
  expect(await api.store.jobs.latest(commune.id, 5)).toHaveLength(1);
});

it("refuses another unit's campaign, one that nobody opened, and whoever reviews alone", async () => {
  const ask = (path: string, by: typeof administrator | typeof reviewer, body?: unknown) =>
    api.ask(path, { method: body ? "POST" : "GET", staff: by, ...(body ? { body } : {}) });
  const body = { id: drawId(), campaign: "khong-co" };
  const unknown = await problemOf(await ask(base, administrator, body));
  expect([unknown.code, unknown.errors[0]?.pointer]).toEqual(["report.invalid", "/campaign"]);
  await api.store.directory.putCampaign({ ...campaign, id: "dot-nhap", state: "draft" });
  expect((await ask(base, administrator, { ...body, campaign: "dot-nhap" })).status).toBe(422);
  expect((await ask(base, reviewer, { ...body, campaign: campaign.id })).status).toBe(403);
  expect((await ask(`/api/units/${province.id}/report-runs`, reviewer)).status).toBe(403);
  expect((await problemOf(await ask(`${base}/${drawId()}`, administrator))).code).toBe("reportRun.notFound");
});

it("tells where each unit stands, and tries again what failed and nothing else", async () => {
  const run = await begin();
  await end(run, province.id, { state: "done", outcome: { figures: 9, warnings: 2 } });
  await end(run, commune.id, { state: "failed", problem: "job.failed" });
  await end(run, neighbour.id, { state: "refused", problem: "problem.report.notDraft" });
  await end(run, womensUnion.id, { state: "done", outcome: { figures: 0, warnings: 0 } });
  const notice = { run: run.id, root: province.id, unit: womensUnion.id, year: 2026 };
  await api.store.reportRuns.notify(notice);
  await api.store.reportRuns.settleNotice(notice, { sent: 0, refused: 1 });

  const ended = await call<ReportRunView>(`${base}/${run.id}`);
  expect(ended).toMatchObject({
    counts: { waiting: 0, made: 2, settled: 1, failed: 1 },
    withWarnings: 1,
    over: true,
    may: ["run", "again"],
  });
  expect(
    ended.rows.map(({ standing, problem, warnings, mail }) => [standing, problem, warnings, mail]),
  ).toEqual([
    ["made", null, 2, null],
    ["made", null, 0, { sent: 0, refused: 1 }],
    ["settled", "problem.report.notDraft", null, null],
    ["failed", "job.failed", null, null],
  ]);

  const again = await call<ReportRunView>(`${base}/${run.id}/tries`, { version: ended.version });
  expect(again).toMatchObject({ counts: { waiting: 1, made: 2, settled: 1, failed: 0 }, over: false });
  expect(await api.store.jobs.latest(commune.id, 5)).toHaveLength(2);
  expect(await api.store.jobs.latest(neighbour.id, 5)).toHaveLength(1);
  // Somebody else's page still shows the failure.
  const late = { method: "POST", staff: administrator, body: { version: ended.version } };
  expect((await problemOf(await api.ask(`${base}/${run.id}/tries`, late))).code).toBe("version.conflict");
});
