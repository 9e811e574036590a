import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#core/base/calendar.ts";
import { Problem } from "#core/base/problems.ts";
import { keyFigures, sumUp } from "#core/report/key-figures.ts";
import type { StatedFigure } from "#core/report/model.ts";
import {
  askForReports,
  changeRequest,
  closeRequest,
  isSameRequest,
  type ReportRequest,
} from "#core/report/request.ts";
import {
  isReminderDay,
  latestByUnit,
  returnSubmission,
  type Submission,
  type Submittable,
  submissionStatusOf,
  submitReport,
  unitsWithoutReport,
} from "#core/report/submission.ts";
import { commune, endedDistrict, neighbour, province, units, womensUnion } from "../../support/units.ts";

const tree = new Map(units.map((unit) => [unit.id, unit]));
const today = "2026-12-01";
const stamp = { by: { id: "quan-tri", name: "Quản trị" }, at: "2026-12-01T03:00:00.000Z" };
const form = {
  title: "Báo cáo năm 2026",
  text: "Kính đề nghị",
  from: "2026",
  to: "2026",
  dueOn: "2026-12-20",
  units: [commune.id, neighbour.id],
};

const ask = (changes: object = {}, unit = province.id) =>
  askForReports({ id: "a".repeat(22), unit, form: { ...form, ...changes } }, { units: tree, today }, stamp);
const request = (changes: Partial<ReportRequest> = {}): ReportRequest => ({ ...ask().after, ...changes });

/** What a refusal says: its code, and the code of each field by pointer. */
function refusal(run: () => unknown): [string, Record<string, string>] | null {
  try {
    run();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.code, Object.fromEntries(error.errors.map(({ pointer, code }) => [pointer, code]))];
  }
}

describe("a request for reports", () => {
  it("is kept as it was asked, in its first version", () => {
    expect(ask()).toMatchObject({
      before: null,
      after: { unit: province.id, version: 1, closedAt: null, units: form.units },
      entry: { n: 1, did: "ask", dueOn: form.dueOn },
    });
  });

  it.each([
    [{ units: [] }, { "/units": "reportRequest.units.required" }],
    [{ title: " " }, { "/title": "reportRequest.title.required" }],
    [{ dueOn: "2026-11-30" }, { "/dueOn": "reportRequest.dueOn.past" }],
    [{ dueOn: "2026-02-30" }, { "/dueOn": "reportRequest.dueOn.invalid" }],
    [{ from: "2026", to: "2025" }, { "/to": "reportRequest.period.backwards" }],
    [{ units: [commune.id, "khong-co"] }, { "/units/1": "reportRequest.unit.unknown" }],
    [{ units: [commune.id, commune.id] }, { "/units/1": "reportRequest.unit.twice" }],
    [{ units: [province.id] }, { "/units/0": "reportRequest.unit.outside" }],
    [{ units: [endedDistrict.id] }, { "/units/0": "reportRequest.unit.ended" }],
  ])("is refused by field: %j", (changes, faults) => {
    expect(refusal(() => ask(changes))).toEqual(["reportRequest.invalid", faults]);
  });

  it("asks no unit beside or above the one that asks", () => {
    expect(refusal(() => ask({ units: [neighbour.id, province.id] }, commune.id))?.[1]).toEqual({
      "/units/0": "reportRequest.unit.outside",
      "/units/1": "reportRequest.unit.outside",
    });
    expect(ask({ units: [womensUnion.id] }, commune.id).after.unit).toBe(commune.id);
  });

  it("changes its day and words, not once it is closed, and nothing by the same words again", () => {
    const { title, text, dueOn } = form;
    expect(changeRequest(request(), { title, text, dueOn }, today, stamp)).toBeNull();
    const changed = changeRequest(request(), { title, text, dueOn: "2026-12-25" }, today, stamp);
    expect(changed).toMatchObject({
      after: { version: 2, dueOn: "2026-12-25" },
      entry: { n: 2, did: "change" },
    });
    // A day that has passed may stay; a new one may not.
    const later = "2027-01-05";
    expect(changeRequest(request(), { title: "Khác", text, dueOn }, later, stamp)?.after.dueOn).toBe(dueOn);
    expect(
      refusal(() => changeRequest(request(), { title, text, dueOn: "2026-12-31" }, later, stamp))?.[1],
    ).toEqual({ "/dueOn": "reportRequest.dueOn.past" });
    const closed = closeRequest(request(), stamp)?.after;
    expect(closed).toMatchObject({ closedAt: stamp.at, version: 2 });
    expect(closed && closeRequest(closed, stamp)).toBeNull();
    expect(
      refusal(() => changeRequest(closed as ReportRequest, { title, text, dueOn: later }, today, stamp)),
    ).toEqual(["reportRequest.closed", {}]);
  });

  it("is the same whatever the order of its units", () => {
    expect(isSameRequest(request(), request({ units: [...form.units].reverse() }))).toBe(true);
    expect(isSameRequest(request(), request({ title: "Khác" }))).toBe(false);
  });
});

const figure = (key: string, value: number | null, changes: Partial<StatedFigure> = {}): StatedFigure => ({
  key,
  label: key,
  from: "2026",
  to: "2026",
  value,
  qualifier: null,
  measure: { registered: "hồ sơ", recognised: "sáng kiến" }[key] ?? "tỷ lệ",
  ...changes,
});

const report = (changes: Partial<Submittable> = {}): Submittable => ({
  unit: commune.id,
  from: "2026",
  to: "2026",
  edition: 1,
  state: "approved",
  made: { hash: "h1", prefix: "reports/x/", files: ["pdf"], figures: [figure("registered", 20)] },
  ...changes,
});
const seen = { edition: 1, hash: "h1" };
const submit = (
  changes: Partial<Submittable> = {},
  latest: Submission | null = null,
  of = request(),
  as = seen,
) => submitReport(of, report(changes), as, latest, stamp);
const submitted = (changes: Partial<Submission> = {}): Submission => ({
  ...(submit() as Submission),
  ...changes,
});

describe("a submission", () => {
  it("keeps the edition, its files and figures, and stands once however often it is sent", () => {
    const first = submit();
    expect(first).toMatchObject({
      n: 1,
      edition: 1,
      hash: "h1",
      state: "submitted",
      figures: [{ value: 20 }],
    });
    expect(submit({}, first)).toBeNull();
    // Also where the request was closed before the answer could be sent again.
    expect(submit({}, first, request({ closedAt: stamp.at }))).toBeNull();
  });

  it("may be followed by a later edition, or by the same one numbered since", () => {
    const made = { hash: "h2", prefix: "reports/y/", files: [], figures: [] };
    expect(submit({ edition: 2, made }, submitted(), request(), { edition: 2, hash: "h2" })?.n).toBe(2);
    expect(submit({ made }, submitted(), request(), { edition: 1, hash: "h2" })?.n).toBe(2);
  });

  it.each([
    ["reportRequest.notAsked", () => submit({ unit: womensUnion.id })],
    ["reportRequest.otherPeriod", () => submit({ from: "2025", to: "2025" })],
    ["reportRequest.notApproved", () => submit({ state: "draft" })],
    ["reportRequest.notApproved", () => submit({ made: null })],
    ["reportRequest.editionChanged", () => submit({ edition: 2 })],
    ["reportRequest.closed", () => submit({}, null, request({ closedAt: stamp.at }))],
    ["reportRequest.returnedSame", () => submit({}, submitted({ state: "returned" }))],
  ])("is refused as %s", (code, run) => {
    expect(refusal(run)?.[0]).toBe(code);
  });

  it("is returned with a reason, once", () => {
    const returned = returnSubmission(request(), submitted(), "Thiếu số liệu", stamp);
    expect(returned).toMatchObject({
      state: "returned",
      returned: { reason: "Thiếu số liệu", at: stamp.at },
    });
    expect(returnSubmission(request(), returned as Submission, "Thiếu số liệu", stamp)).toBeNull();
    expect(refusal(() => returnSubmission(request(), returned as Submission, "Khác", stamp))?.[0]).toBe(
      "reportRequest.isReturned",
    );
  });
});

describe("who owes a report", () => {
  const at = (day: string) => `${day}T05:00:00.000Z`;

  it("is told by the latest submission, in Vietnam's days", () => {
    expect(submissionStatusOf(request(), null)).toBe("missing");
    expect(submissionStatusOf(request(), submitted({ at: "2026-12-20T16:59:00.000Z" }))).toBe("submitted");
    expect(submissionStatusOf(request(), submitted({ at: "2026-12-20T17:00:00.000Z" }))).toBe("late");
    expect(submissionStatusOf(request(), submitted({ state: "returned" }))).toBe("returned");
    const later = [submitted({ n: 2, state: "returned" }), submitted({ n: 1 })];
    expect(unitsWithoutReport(request(), later)).toEqual([commune.id, neighbour.id]);
    expect(latestByUnit(later).get(commune.id)?.n).toBe(2);
  });

  it("is reminded from three days before until fourteen after, while the request is open", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.boolean(), (days, closed) => {
        const each = request({ closedAt: closed ? at(today) : null });
        expect(isReminderDay(each, addDays(form.dueOn, days))).toBe(!closed && days >= -3 && days <= 14);
      }),
    );
  });
});

describe("the sum line of a board", () => {
  it("adds like with like, says how many are in, and draws no rate from unfinished years", () => {
    const full = keyFigures(
      [figure("registered", 94), figure("recognised", 41), figure("recognitionRate", 41 / 94)],
      request(),
    );
    const unfinished = keyFigures([figure("registered", 45), figure("recognised", 0)], request());
    const other = keyFigures([figure("registered", 7, { measure: "lượt" })], request());
    const unknown = keyFigures([figure("registered", null)], request());
    expect(sumUp([full, unfinished, other, unknown])).toEqual({
      registered: { value: 139, units: 2, exact: true },
      recognised: { value: 41, units: 2, exact: true },
      rate: { value: 41 / 94, units: 1, exact: true },
    });
    expect(sumUp([unknown])).toEqual({ registered: null, recognised: null, rate: null });
  });

  it("takes figures of exactly the period, and says where a number is not exact", () => {
    const figures = [
      figure("registered", 5, { to: "2027" }),
      figure("registered", 9, { qualifier: "about" }),
    ];
    const row = keyFigures(figures, request());
    expect(row.registered?.value).toBe(9);
    expect(sumUp([row]).registered).toEqual({ value: 9, units: 1, exact: false });
  });

  it("never turns the unknown into a number", () => {
    const value = fc.option(fc.nat(1_000), { nil: null });
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const rows = values.map((each) => keyFigures([figure("registered", each)], request()));
        const known = values.filter((each) => each !== null);
        expect(sumUp(rows).registered).toEqual(
          known.length === 0
            ? null
            : { value: known.reduce((sum, each) => sum + each, 0), units: known.length, exact: true },
        );
      }),
    );
  });
});
