import * as v from "valibot";
import { dayOf } from "#core/base/calendar.ts";
import type { MetricName } from "#core/base/metric.ts";
import { Problem } from "#core/base/problems.ts";
import { beginRun, isRunDue, type ReportRun, reportDayOf } from "#core/report/run.ts";
import { watchMorning } from "../morning-checks/lateness.ts";
import { remindDue } from "../morning-checks/reminders.ts";
import type { Reminded } from "../store/report-requests.ts";
import type { Store } from "../store/store.ts";

/** What the schedule sends each morning: the instant it was set for, which a late or repeated delivery keeps. */
const ScheduleMessage = v.strictObject({ scheduledAt: v.pipe(v.string(), v.isoTimestamp()) });

interface ScheduleDeps {
  store: Store;
  clock: () => string;
  measure: (name: MetricName, value: number) => void;
}

/**
 * Answers the morning's schedule: begins the reports of each campaign whose day has come, one message a unit, reminds those who owe one, and
 * measures what is late. It may be sent again at any time, also after it was killed: what is begun is begun once, and what was left out is made up
 * for. A campaign whose run could not be begun keeps no other from theirs, and a fault in one of the three keeps the others from nothing. Throws
 * `query.invalid`, and the first fault at the end.
 */
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

/** What came of it; throws what it threw. */
function resultOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}
