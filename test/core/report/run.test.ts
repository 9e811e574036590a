import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#core/base/calendar.ts";
import { advanceJob, type Job } from "#core/jobs/job.ts";
import { beginRun, isRunDue, isRunOver, reportDayOf, runJob, runJobId, tryAgain } from "#core/report/run.ts";
import { buildCampaign, commune, freezeUnits, province } from "../../support/units.ts";

const at = "2026-12-25T00:00:00.000Z";
const begin = () => beginRun(buildCampaign(), freezeUnits(), { id: "2026-12-25~dot-2026", by: null, at });

describe("a run is due", () => {
  it("from its campaign's day, 25 December where none is set, until 30 days later, and never for a draft", () => {
    const campaign = buildCampaign();
    expect(reportDayOf(campaign)).toBe("2026-12-25");
    expect(reportDayOf({ ...campaign, reportOn: "2026-06-30" })).toBe("2026-06-30");
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (days) => {
        const today = addDays("2026-12-25", days);
        expect(isRunDue({ ...campaign, state: "open" }, today)).toBe(days >= 0 && days <= 30);
        expect(isRunDue({ ...campaign, state: "draft" }, today)).toBe(false);
      }),
    );
  });
});

describe("the units of a run", () => {
  it("are the root, the localities and whoever takes in applications, each with one job of its own", () => {
    const run = begin();
    expect(run.units).toHaveLength(new Set(run.units).size);
    expect(run.units[0]).toBe(province.id);
    const ids = run.units.map((unit) => runJob(run, unit).id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^~[\w-]{22}$/);
    // Parts of a campaign that take in nothing themselves have no report of their own.
    const parts = freezeUnits().map((each) => ({ ...each, receives: false }));
    const few = beginRun(buildCampaign(), parts, { id: "x", by: null, at });
    expect(few.units).toContain(commune.id);
    expect(few.units).not.toContain("hoi-phu-nu-suoi-mo");
  });

  it("are tried again where they failed, under another id, and nowhere else", () => {
    const state = fc.constantFrom<Job["state"]>("waiting", "running", "done", "refused", "failed");
    fc.assert(
      fc.property(fc.array(state, { minLength: 4, maxLength: 4 }), (states) => {
        const run = { ...begin(), whole: true };
        const jobs = new Map<string, Job>(
          run.units.map((unit, i) => {
            const job = advanceJob(runJob(run, unit), { state: states[i] ?? "done", problem: null }, at);
            return [job.id, job];
          }),
        );
        const failed = run.units.filter((_, i) => states[i] === "failed" || states[i] === "refused");
        const next = tryAgain(run, jobs);
        expect(next === null).toBe(failed.length === 0);
        for (const unit of run.units)
          if (next) expect(runJobId(next, unit) !== runJobId(run, unit)).toBe(failed.includes(unit));
        expect(isRunOver(run, jobs)).toBe(!states.some((each) => each === "waiting" || each === "running"));
        if (next) expect(isRunOver(next, jobs)).toBe(false);
      }),
    );
  });
});
