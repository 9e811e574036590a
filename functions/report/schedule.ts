import * as v from "valibot";
import { dayOf } from "../core/calendar.ts";
import { Problem } from "../core/problems.ts";
import { beginRun, isRunDue, type ReportRun, reportDayOf } from "../core/report-run.ts";
import type { Reminded } from "../store/report-requests.ts";
import type { Store } from "../store/store.ts";
import { remindDue } from "./reminders.ts";

/** What the schedule sends each morning: the instant it was set for, which a late or repeated delivery keeps. */
const ScheduleMessage = v.strictObject({ scheduledAt: v.pipe(v.string(), v.isoTimestamp()) });

interface ScheduleDeps {
  store: Store;
  clock: () => string;
}

/**
 * Answers the morning's schedule: begins the reports of each campaign whose day has come, one message a unit, and reminds those who owe one.
 * It may be sent again at any time, also after it was killed: what is begun is begun once, and what was left out is made up for. A campaign whose
 * run could not be begun keeps no other from theirs. Throws `query.invalid`, and the first fault at the end.
 */
export function createScheduleHandler({ store, clock }: ScheduleDeps) {
  return async (message: unknown): Promise<{ runs: ReportRun[]; reminders: Reminded }> => {
    if (!v.is(ScheduleMessage, message)) throw new Problem("query.invalid");
    const today = dayOf(message.scheduledAt);
    const due = (await store.directory.campaigns()).filter((campaign) => isRunDue(campaign, today));
    const begun = await Promise.allSettled(
      due.map(async (campaign) => {
        const frozen = await store.directory.campaignUnits(campaign.id);
        const id = `${reportDayOf(campaign)}~${campaign.id}`;
        return store.reportRuns.begin(beginRun(campaign, frozen.values(), { id, by: null, at: clock() }));
      }),
    );
    const reminders = await remindDue({ store, clock }, today);
    const runs = begun.map((each) => {
      if (each.status === "rejected") throw each.reason;
      return each.value;
    });
    return { runs, reminders };
  };
}
