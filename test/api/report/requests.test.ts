import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Staff } from "#core/staff/staff.ts";
import type {
  RemindedView,
  ReportRequestDraftView,
  ReportRequestsView,
  ReportRequestView,
  UnitSubmissionsView,
} from "../../../functions/api/report/request-views.ts";
import { createTestApi, problemOf } from "../../support/api.ts";
import { buildReport, keepRequest, keepSubmission, requestForm } from "../../support/report-requests.ts";
import {
  buildCampaign,
  commune,
  endedDistrict,
  neighbour,
  province,
  staff,
  womensUnion,
} from "../../support/units.ts";

const now = "2026-12-18T03:00:00.000Z";
let api: Awaited<ReturnType<typeof createTestApi>>;
beforeEach(async () => {
  api = await createTestApi();
  api.setNow(now);
});

const { administrator, reviewer, neighbourReviewer } = staff;
const drawId = () => randomBytes(16).toString("base64url");

async function call<T>(method: string, path: string, by: Staff, body?: unknown, status = 200): Promise<T> {
  const response = await api.ask(`/api/report-requests${path}`, {
    method,
    staff: by,
    ...(body === undefined ? {} : { body }),
  });
  expect([response.status, response.status === status ? null : await response.clone().json()]).toEqual([
    status,
    null,
  ]);
  return (await response.json()) as T;
}
const ask = (form: object = requestForm, id = drawId()) =>
  call<ReportRequestView>("POST", "", administrator, { id, unit: province.id, form }, 201);

/** The code of a refusal, and of each field by pointer. */
async function refused(method: string, path: string, by: Staff, body: unknown) {
  const problem = await problemOf(await api.ask(`/api/report-requests${path}`, { method, staff: by, body }));
  return [problem.code, Object.fromEntries(problem.errors.map(({ pointer, code }) => [pointer, code]))];
}

describe("asking", () => {
  it("proposes who takes part in the year's campaign, else all directly below; whoever has ended is not offered", async () => {
    const path = `/draft?unit=${province.id}&year=2026`;
    const all = await call<ReportRequestDraftView>("GET", path, administrator);
    expect(all.units.map(({ id, proposed }) => [id, proposed])).toEqual([
      [commune.id, true],
      [neighbour.id, true],
    ]);
    const participation = {
      organisations: null,
      hamlets: null,
      units: [womensUnion.id, neighbour.id, endedDistrict.id],
    };
    await api.store.directory.putCampaign(buildCampaign({ participation }));
    const called = await call<ReportRequestDraftView>("GET", path, administrator);
    expect(called.units.map(({ id, proposed }) => [id, proposed])).toEqual([
      [commune.id, false],
      [womensUnion.id, true],
      [neighbour.id, true],
    ]);
    expect(called.campaigns).toHaveLength(1);
  });

  it("is kept once however often it is sent, and another under its id is refused", async () => {
    const id = drawId();
    const first = await ask(requestForm, id);
    expect(first).toMatchObject({
      version: 1,
      asker: { name: province.name },
      may: { ask: true, remind: true },
    });
    expect(first.rows.map(({ unit, standing, responsible }) => [unit.id, standing, responsible])).toEqual([
      [commune.id, "missing", 1],
      [neighbour.id, "missing", 1],
    ]);
    expect((await ask(requestForm, id)).log).toHaveLength(1);
    const body = { id, unit: province.id, form: { ...requestForm, title: "Khác" } };
    expect(await refused("POST", "", administrator, body)).toEqual(["reportRequest.taken", {}]);
    const wrong = { ...requestForm, units: [endedDistrict.id, "khong-co"], dueOn: "2026-12-01", to: "2025" };
    expect(
      await refused("POST", "", administrator, { id: drawId(), unit: province.id, form: wrong }),
    ).toEqual([
      "reportRequest.invalid",
      {
        "/to": "reportRequest.period.backwards",
        "/dueOn": "reportRequest.dueOn.past",
        "/units/0": "reportRequest.unit.ended",
        "/units/1": "reportRequest.unit.unknown",
      },
    ]);
    expect((await api.ask("/api/report-requests", { method: "POST", staff: reviewer, body })).status).toBe(
      403,
    );
  });

  it("changes its day on the version that was read, and is closed once", async () => {
    const { id } = await ask();
    const { title, text } = requestForm;
    const form = { title, text, dueOn: "2026-12-25" };
    const changed = await call<ReportRequestView>("PUT", `/${id}`, administrator, { version: 1, form });
    expect([changed.version, changed.dueOn]).toEqual([2, "2026-12-25"]);
    // The answer was lost: the same again is no conflict, another is.
    expect(
      (await call<ReportRequestView>("PUT", `/${id}`, administrator, { version: 1, form })).version,
    ).toBe(2);
    const other = { version: 1, form: { ...form, dueOn: "2026-12-30" } };
    expect(await refused("PUT", `/${id}`, administrator, other)).toEqual(["version.conflict", {}]);
    const closed = await call<ReportRequestView>("POST", `/${id}/closing`, administrator, { version: 2 });
    expect(closed.closedAt).toBe(now);
    expect(closed.log.map(({ did, dueOn }) => [did, dueOn])).toEqual([
      ["ask", "2026-12-20"],
      ["change", "2026-12-25"],
      ["close", "2026-12-25"],
    ]);
    await call("POST", `/${id}/closing`, administrator, { version: 2 });
    expect(await refused("PUT", `/${id}`, administrator, { ...other, version: 3 })).toEqual([
      "reportRequest.closed",
      {},
    ]);
  });
});

describe("submitting", () => {
  const seen = (report: ReturnType<typeof buildReport>) => ({
    unit: report.unit,
    edition: report.edition,
    hash: report.made?.hash ?? "",
  });

  it("takes an approved edition once, a later one beside it, and shows the unit its own row alone", async () => {
    const { id } = await ask();
    expect(
      await refused("POST", `/${id}/submissions`, reviewer, { unit: commune.id, edition: 1, hash: "x" }),
    ).toEqual(["reportRequest.notApproved", {}]);
    const report = buildReport(commune.id, requestForm, { registered: 94, recognised: 41 });
    await api.store.reports.save(report);
    const before = await call<UnitSubmissionsView>("GET", `/${id}/units/${commune.id}`, reviewer);
    expect(before).toMatchObject({ submissions: [], report: { edition: 1, state: "approved" } });

    const both = await Promise.all(
      [1, 2].map(() => call<ReportRequestView>("POST", `/${id}/submissions`, reviewer, seen(report))),
    );
    for (const view of both) {
      expect(view.rows.map(({ unit, standing }) => [unit.id, standing])).toEqual([[commune.id, "submitted"]]);
      expect(view).toMatchObject({ sums: null, may: { ask: false, remind: false } });
      expect(view.rows[0]).toMatchObject({
        responsible: null,
        registered: { value: 94 },
        rate: { value: 41 / 94 },
      });
    }
    const after = await call<UnitSubmissionsView>("GET", `/${id}/units/${commune.id}`, reviewer);
    expect(after.submissions).toHaveLength(1);
    expect(after.submissions[0]?.files).toEqual(["pdf", "docx"]);
    const files = `/api/report-requests/${id}/units/${commune.id}/submissions/1/files`;
    const given = await api.ask(`${files}/pdf`, { staff: reviewer });
    expect([given.status, given.headers.get("location")]).toEqual([
      302,
      expect.stringContaining("annual-report.pdf"),
    ]);
    expect((await api.ask(`${files}/xlsx`, { staff: reviewer })).status).toBe(404);

    const later = { ...buildReport(commune.id, requestForm, { registered: 95, edition: 2 }) };
    await api.store.reports.save(later);
    expect(await refused("POST", `/${id}/submissions`, reviewer, { ...seen(later), edition: 1 })).toEqual([
      "reportRequest.editionChanged",
      {},
    ]);
    await call("POST", `/${id}/submissions`, reviewer, seen(later));
    const history = await call<UnitSubmissionsView>("GET", `/${id}/units/${commune.id}`, administrator);
    expect(history.submissions.map(({ n, edition }) => [n, edition])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const latest = await api.store.reportRequests.latestSubmissions(province.id, requestForm);
    expect(latest.get(commune.id)?.[0]?.value).toBe(95);
  });

  it("is refused to others, for units not asked, for a draft, and after closing", async () => {
    const { id } = await ask({ ...requestForm, units: [commune.id] });
    const draft = buildReport(commune.id, requestForm, { state: "draft" });
    await api.store.reports.save(draft);
    expect((await refused("POST", `/${id}/submissions`, reviewer, seen(draft)))[0]).toBe(
      "reportRequest.notApproved",
    );
    expect((await refused("POST", `/${id}/submissions`, neighbourReviewer, seen(draft)))[0]).toBe(
      "access.denied",
    );
    const other = buildReport(neighbour.id, requestForm);
    expect((await refused("POST", `/${id}/submissions`, neighbourReviewer, seen(other)))[0]).toBe(
      "reportRequest.notAsked",
    );
    for (const path of [`/${id}`, `/${id}/units/${commune.id}`])
      expect((await api.ask(`/api/report-requests${path}`, { staff: neighbourReviewer })).status).toBe(403);
    await call("POST", `/${id}/closing`, administrator, { version: 1 });
    const approved = { ...draft, version: 2, state: "approved" as const };
    await api.store.reports.save(approved);
    expect((await refused("POST", `/${id}/submissions`, reviewer, seen(approved)))[0]).toBe(
      "reportRequest.closed",
    );
    const unknown = await api.ask(`/api/report-requests/${drawId()}`, { staff: administrator });
    expect((await problemOf(unknown)).code).toBe("reportRequest.notFound");
  });

  it("is returned with a reason; the same content does not come back", async () => {
    const { id } = await ask();
    const report = buildReport(commune.id, requestForm);
    await api.store.reports.save(report);
    await call("POST", `/${id}/submissions`, reviewer, seen(report));
    const body = { unit: commune.id, n: 1, reason: "Thiếu số liệu biểu dương" };
    expect(await refused("POST", `/${id}/returns`, administrator, { ...body, reason: " " })).toEqual([
      "reportRequest.invalid",
      { "/reason": "reportRequest.reason.required" },
    ]);
    expect((await refused("POST", `/${id}/returns`, administrator, { ...body, n: 2 }))[0]).toBe(
      "version.conflict",
    );
    const returned = await call<ReportRequestView>("POST", `/${id}/returns`, administrator, body);
    expect(returned.rows[0]).toMatchObject({
      standing: "returned",
      registered: null,
      latest: { reason: body.reason },
    });
    await call("POST", `/${id}/returns`, administrator, body);
    expect((await refused("POST", `/${id}/submissions`, reviewer, seen(report)))[0]).toBe(
      "reportRequest.returnedSame",
    );
  });
});

describe("a submitted PDF", () => {
  it("is the signed one for the superior, once the unit has kept it, even after a new edition", async () => {
    const request = await keepRequest(api.store);
    const submission = await keepSubmission(api.store, request, commune.id);
    const made = buildReport(commune.id, request);
    await api.store.reports.save(made);
    const download = async (format: string) => {
      const path = `/api/report-requests/${request.id}/units/${commune.id}/submissions/${submission.n}/files/${format}`;
      return (await api.ask(path, { staff: administrator })).headers.get("location") ?? "";
    };
    expect(await download("pdf")).toContain("annual-report.pdf");
    const file = { id: "B".repeat(22), name: "ky.pdf", type: "application/pdf" as const, size: 12 };
    const signed = { ...file, sum: "a", by: { id: "", name: "" }, at: now };
    await api.store.reports.save({ ...made, version: 2, signed });
    expect(await download("pdf")).toContain(file.id);
    expect(await download("docx")).toContain("annual-report.docx");
    const { figures, ...kept } = made.made ?? { figures: [] };
    const reopened = { by: signed.by, at: now, reason: "Bổ sung" };
    const earlier = { ...made, made: kept as never, signed, reopened };
    await api.store.reports.save({ ...made, version: 3, edition: 2, signed: null, editions: [earlier] });
    expect(await download("pdf")).toContain(file.id);
  });
});

describe("the board and the lists", () => {
  it("set the figures beside each other, add them, and count who is in for both sides", async () => {
    const request = await keepRequest(api.store);
    await keepSubmission(api.store, request, commune.id, { registered: 94, recognised: 41 });
    await keepSubmission(api.store, request, neighbour.id, {
      registered: 45,
      at: "2026-12-21T03:00:00.000Z",
    });
    const board = await call<ReportRequestView>("GET", `/${request.id}`, administrator);
    expect(board.rows.map(({ standing }) => standing)).toEqual(["submitted", "late"]);
    expect(board.sums).toEqual({
      registered: { value: 139, units: 2, exact: true },
      recognised: { value: 41, units: 1, exact: true },
      rate: { value: 41 / 94, units: 1, exact: true },
    });
    const above = await call<ReportRequestsView>("GET", `?unit=${province.id}`, administrator);
    expect(above.asked[0]?.counts).toEqual({ submitted: 1, late: 1, returned: 0, missing: 0 });
    expect([above.due, above.mayAsk]).toEqual([[], true]);
    await keepRequest(api.store, { title: "Gấp", dueOn: "2026-12-02", units: [commune.id] });
    const below = await call<ReportRequestsView>("GET", `?unit=${commune.id}`, reviewer);
    expect(below.due.map(({ title, standing }) => [title, standing])).toEqual([
      ["Gấp", "missing"],
      [requestForm.title, "submitted"],
    ]);
    expect([below.asked, below.mayAsk]).toEqual([[], false]);
  });
});

describe("reminding", () => {
  it("is done once a day and unit, whatever the requests and clicks, and says who was not", async () => {
    const request = await keepRequest(api.store);
    const other = await keepRequest(api.store, {
      title: "Khác",
      units: [commune.id, neighbour.id, womensUnion.id],
    });
    await keepSubmission(api.store, request, neighbour.id);
    const units = [commune.id, neighbour.id, "la-lam"];
    const none = { reminded: [], already: [], nobody: [], settled: [] };
    expect(await call<RemindedView>("POST", `/${request.id}/reminders`, administrator, { units })).toEqual({
      ...none,
      reminded: [commune.id],
      settled: [neighbour.id, "la-lam"],
    });
    const board = await call<ReportRequestView>("GET", `/${request.id}`, administrator);
    expect(board.rows.map(({ remindedToday }) => remindedToday)).toEqual([true, false]);
    const asked = { units: [commune.id, neighbour.id, womensUnion.id] };
    expect(await call<RemindedView>("POST", `/${other.id}/reminders`, administrator, asked)).toEqual({
      ...none,
      reminded: [neighbour.id],
      already: [commune.id],
      nobody: [womensUnion.id],
    });
    expect((await refused("POST", `/${other.id}/reminders`, reviewer, asked))[0]).toBe("access.denied");
    await call("POST", `/${other.id}/closing`, administrator, { version: 1 });
    expect((await refused("POST", `/${other.id}/reminders`, administrator, asked))[0]).toBe(
      "reportRequest.closed",
    );
  });
});
