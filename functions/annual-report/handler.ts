import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import type { MetricName } from "#core/base/metric.ts";
import { Problem } from "#core/base/problems.ts";
import { beginRun, isRunDue, type ReportRun, reportDayOf } from "#core/report/run.ts";
import { watchMorning } from "../morning-checks/lateness.ts";
import { remindDue } from "../morning-checks/reminders.ts";
import type { Reminded } from "../store/report-requests.ts";
import type { Store } from "../store/store.ts";

/** Scheduled time, the same in late and repeated deliveries. */
const ScheduleMessage = v.strictObject({ scheduledAt: v.pipe(v.string(), v.isoTimestamp()) });

interface ScheduleDeps {
  store: Store;
  clock: () => string;
  measure: (name: MetricName, value: number) => void;
}

/** Idempotent. Throws `query.invalid`, or the first fault at the end. */
export function createAnnualReportHandler({ store, clock, measure }: ScheduleDeps) {
  return async (message: unknown): Promise<{ runs: ReportRun[]; reminders: Reminded }> => {
    if (!v.is(ScheduleMessage, message)) throw new Problem("query.invalid");
    const today = dayOf(message.scheduledAt);
    const [runs] = await Promise.allSettled([beginRuns({ store, clock }, today)]);
    const [reminders] = await Promise.allSettled([remindDue({ store, clock }, today)]);
    const [watched] = await Promise.allSettled([watchMorning({ store, measure }, today)]);
    const done = { runs: resultOf(runs), reminders: resultOf(reminders) };
    resultOf(watched);
    return done;
  };
}

async function beginRuns(
  { store, clock }: Omit<ScheduleDeps, "measure">,
  today: string,
): Promise<ReportRun[]> {
  const due = (await store.directory.campaigns()).filter((campaign) => isRunDue(campaign, today));
  const begun = await Promise.allSettled(
    due.map(async (campaign) => {
      const frozen = await store.directory.campaignUnits(campaign.id);
      const id = `${reportDayOf(campaign)}~${campaign.id}`;
      return store.reportRuns.begin(beginRun(campaign, frozen.values(), { id, by: null, at: clock() }));
    }),
  );
  return begun.map(resultOf);
}

function resultOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}
