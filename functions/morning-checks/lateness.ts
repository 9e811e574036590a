import type { MetricName } from "#core/base/metric.ts";
import { latestDayOverdueBy } from "#core/base/working-days.ts";
import { areReportsExpected, reportingUnits } from "#core/report/run.ts";
import type { Store } from "../store/store.ts";

/** Working days between a dossier's due day and the alarm. */
const graceWorkingDays = 10;

type WatchedStore = Pick<Store, "directory" | "figures" | "reports">;

interface WatchDeps {
  store: WatchedStore;
  measure: (name: MetricName, value: number) => void;
}

/**
 * Measures stuck dossiers and missing reports on `today` (YYYY-MM-DD in Vietnam). Throws the first fault at
 * the end.
 */
export async function watchMorning({ store, measure }: WatchDeps, today: string): Promise<void> {
  const [stuck, missing] = await Promise.allSettled([
    countStuck(store, today),
    countMissingReports(store, today),
  ]);
  if (stuck.status === "fulfilled") measure("StuckDossiers", stuck.value);
  if (missing.status === "fulfilled") measure("ReportsMissing", missing.value);
  for (const each of [stuck, missing]) if (each.status === "rejected") throw each.reason;
}

/** Counts working days by the State's holidays, because figures do not tell their campaign. */
async function countStuck({ directory, figures }: WatchedStore, today: string): Promise<number> {
  const units = await directory.units();
  const roots = [...units.values()].filter(({ parent }) => parent === null);
  const years = new Set((await directory.campaigns()).map(({ year }) => year));
  const until = latestDayOverdueBy(today, graceWorkingDays);
  let stuck = 0;
  for (const year of years) for (const { id } of roots) stuck += await figures.openDueBy(id, year, until);
  return stuck;
}

async function countMissingReports({ directory, reports }: WatchedStore, today: string): Promise<number> {
  const asked = new Map<number, Set<string>>();
  for (const campaign of await directory.campaigns()) {
    if (!areReportsExpected(campaign, today)) continue;
    const units = asked.get(campaign.year) ?? new Set();
    const frozen = await directory.campaignUnits(campaign.id);
    for (const unit of reportingUnits(campaign.unit, frozen.values())) units.add(unit);
    asked.set(campaign.year, units);
  }
  let missing = 0;
  for (const [year, units] of asked) {
    const period = { from: String(year), to: String(year) };
    missing += units.size - (await reports.madeOf([...units], period)).size;
  }
  return missing;
}
