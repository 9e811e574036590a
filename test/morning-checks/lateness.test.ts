import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#core/base/calendar.ts";
import type { MetricName } from "#core/base/metric.ts";
import { latestDayOverdueBy, workingDaysBetween } from "#core/base/working-days.ts";
import type { FormInitiative } from "#core/initiatives/initiative.ts";
import { beginReport } from "#core/report/lifecycle.ts";
import type { MadeFiles } from "#core/report/record.ts";
import { areReportsExpected } from "#core/report/run.ts";
import { createAnnualReportHandler } from "../../functions/annual-report/handler.ts";
import { watchMorning } from "../../functions/morning-checks/lateness.ts";
import type { Store } from "../../functions/store/store.ts";
import { countedInitiative } from "../support/counted.ts";
import { buildInitiative } from "../support/submissions.ts";
import { createTestTable } from "../support/table.ts";
import { buildCampaign, commune, freezeUnits, province, seedDirectory, testNow } from "../support/units.ts";

const { store } = await createTestTable(() => testNow);
await seedDirectory(store);
const otherRoot = { ...province, id: "tinh-khac", code: "91" };
await store.directory.putUnit(otherRoot);
const earlier = buildCampaign({ id: "dot-2025", year: 2025, opensOn: "2025-01-01", closesOn: "2025-11-30" });
await store.directory.putCampaign(earlier);

/** What a morning measures. */
async function measure(today: string, over: Partial<Store> = {}) {
  const measured: Partial<Record<MetricName, number>> = {};
  const count = (name: MetricName, value: number) => {
    measured[name] = value;
  };
  const [{ status }] = await Promise.allSettled([
    watchMorning({ store: { ...store, ...over }, measure: count }, today),
  ]);
  return { ...measured, status };
}

describe("dossiers that lie", () => {
  it("are those that a count over the records finds past their day for more than ten working days", async () => {
    const kept = new Map<string, FormInitiative>();
    const base = buildInitiative();
    const dossier = fc.record({
      id: fc.integer({ min: 0, max: 9 }).map((n) => `ho-so-${n}`),
      path: fc.constantFrom<string[]>([commune.id, province.id], [province.id], [otherRoot.id]),
      year: fc.constantFrom(2025, 2026),
      dueOn: fc.option(fc.integer({ min: 0, max: 500 }).map((days) => addDays("2025-02-01", days))),
    });
    const today = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2025-06-01", days));
    await fc.assert(
      fc.asyncProperty(fc.array(dossier, { minLength: 1, maxLength: 6 }), today, async (changes, today) => {
        for (const change of changes) {
          const version = (kept.get(change.id)?.version ?? 0) + 1;
          const initiative: FormInitiative = { ...base, ...change, version };
          kept.set(change.id, initiative);
          await store.figures.aggregate([countedInitiative(initiative)]);
        }
        const lying = [...kept.values()].filter(
          ({ dueOn }) => dueOn !== null && workingDaysBetween(dueOn, today) > 10,
        );
        expect(await measure(today)).toMatchObject({ StuckDossiers: lying.length, status: "fulfilled" });
      }),
      { numRuns: 12 },
    );
  });

  it("are told by a day that is the latest from which more than so many have been worked", () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2024-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), (today, count) => {
        const left = latestDayOverdueBy(today, count);
        expect(workingDaysBetween(left, today)).toBe(count + 1);
        expect(workingDaysBetween(addDays(left, 1), today)).toBeLessThanOrEqual(count);
      }),
    );
    // Tết of 2026 is no time in which anybody could have answered.
    expect(latestDayOverdueBy("2026-03-02", 10)).toBe("2026-02-08");
  });
});

describe("reports that are not there", () => {
  const made = { files: ["pdf"] } as unknown as MadeFiles;
  const keepReport = (unit: string, files: MadeFiles | null) => {
    const record = beginReport(unit, { from: "2026", to: "2026" }, null, null);
    return store.reports.save({ ...record, version: 1, made: files });
  };

  it("are counted from the day after theirs: one that was begun and has no files is missing too", async () => {
    const units = freezeUnits().map(({ id }) => id);
    expect(await measure("2026-12-25")).toMatchObject({ ReportsMissing: 0 });
    expect(await measure("2026-12-26")).toMatchObject({ ReportsMissing: units.length });
    // A second campaign that asks the same units for the same year.
    const second = buildCampaign({ id: "dot-2026-them", unit: commune.id });
    await store.directory.putCampaign(second);
    for (const each of freezeUnits().filter(({ path }) => path.includes(commune.id)))
      await store.directory.putCampaignUnit(second.id, each);
    await keepReport(units[0] ?? "", made);
    await keepReport(units[1] ?? "", null);
    expect(await measure("2026-12-26")).toMatchObject({ ReportsMissing: units.length - 1 });
  });

  it.each([
    ["2026-12-25", null, false],
    ["2026-12-26", null, true],
    ["2027-01-24", null, true],
    ["2027-01-25", null, false],
    ["2026-11-30", "2026-11-30", false],
    ["2026-12-01", "2026-11-30", true],
    ["2026-12-25", "2027-01-31", false],
    ["2026-12-26", "2027-01-31", true],
    ["2027-03-02", "2027-01-31", true],
  ])("on %s, of a campaign whose day is %s: %s", (today, reportOn, awaited) => {
    expect(areReportsExpected({ year: 2026, reportOn, state: "open" }, today)).toBe(awaited);
    expect(areReportsExpected({ year: 2026, reportOn, state: "draft" }, today)).toBe(false);
  });
});

describe("a fault", () => {
  const fails = () => Promise.reject(new Error("throttled"));

  it("in one leaves its metric without a value, and measures the other", async () => {
    const figures = { ...store.figures, openDueBy: fails };
    const measured = await measure("2026-06-15", { figures });
    expect(measured).toEqual({ ReportsMissing: 0, status: "rejected" });
  });

  it("in the morning's reminders keeps nobody from measuring", async () => {
    const measured: string[] = [];
    const handle = createAnnualReportHandler({
      store: { ...store, reportRequests: { ...store.reportRequests, open: fails } },
      clock: () => testNow,
      measure: (name) => measured.push(name),
    });
    await expect(handle({ scheduledAt: testNow })).rejects.toThrow("throttled");
    expect(measured).toEqual(["StuckDossiers", "ReportsMissing"]);
  });
});
