import * as v from "valibot";
import { dayOf } from "../core/calendar.ts";
import type { Campaign } from "../core/campaign.ts";
import { Problem } from "../core/problems.ts";
import type { Deed } from "../core/report-record.ts";
import {
  beginRun,
  isRunDue,
  type ReportRun,
  reportDayOf,
  reportingUnits,
  runJob,
} from "../core/report-run.ts";
import type { Store } from "../store/store.ts";
import { type Reminded, remindDue } from "./reminders.ts";

/** What the schedule sends each morning: the instant it was set for, which a late or repeated delivery keeps. */
const ScheduleMessage = v.strictObject({ scheduledAt: v.pipe(v.string(), v.isoTimestamp()) });

/** Jobs that are kept at the same time. */
const together = 10;

interface ScheduleDeps {
  store: Store;
  clock: () => string;
}

/**
 * Answers the morning's schedule: begins the reports of each campaign whose day has come, one message a unit, and reminds those who owe one.
 * It may be sent again at any time, also after it was killed: what is begun is begun once, and what was left out is made up for. Throws `query.invalid`.
 */
export function createScheduleHandler({ store, clock }: ScheduleDeps) {
  return async (message: unknown): Promise<{ runs: ReportRun[]; reminders: Reminded }> => {
    if (!v.is(ScheduleMessage, message)) throw new Problem("query.invalid");
    const today = dayOf(message.scheduledAt);
    const runs: ReportRun[] = [];
    for (const campaign of await store.directory.campaigns()) {
      if (!isRunDue(campaign, today)) continue;
      const id = `${reportDayOf(campaign)}~${campaign.id}`;
      runs.push(await startRun(store, campaign, { id, by: null, at: clock() }));
    }
    return { runs, reminders: await remindDue({ store, clock }, today) };
  };
}

/** Begins a run, or goes on with it where it was begun already: each unit gets its one job. */
export async function startRun(
  store: Store,
  campaign: Campaign,
  begun: { id: string; by: Deed["by"] | null; at: string },
): Promise<ReportRun> {
  const frozen = await store.directory.campaignUnits(campaign.id);
  const units = reportingUnits(campaign.unit, frozen.values());
  const run = await store.reportRuns.begin(beginRun(campaign, units, begun));
  if (run.whole) return run;
  for (let at = 0; at < run.units.length; at += together)
    await Promise.all(run.units.slice(at, at + together).map((unit) => store.jobs.create(runJob(run, unit))));
  const whole = { ...run, whole: true, version: run.version + 1 };
  await store.reportRuns.save(whole);
  return whole;
}
