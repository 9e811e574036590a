import * as v from "valibot";
import { dayOf } from "../core/calendar.ts";
import type { Store } from "../store/store.ts";
import type { KeptReport } from "./handler.ts";

/** What the year-end schedule sends: the instant it was set for, which a late or repeated delivery keeps. */
const ScheduleMessage = v.strictObject({ scheduledAt: v.pipe(v.string(), v.isoTimestamp()) });

/**
 * Answers the year-end schedule with the year's report of every unit that runs a campaign in it; hands any other message on. One unit's
 * fault does not keep the others from their reports: it is thrown when all have had their turn, so that the delivery is repeated.
 */
export function createScheduleHandler(store: Store, makeReport: (message: unknown) => Promise<KeptReport>) {
  return async (message: unknown): Promise<KeptReport[]> => {
    if (!v.is(ScheduleMessage, message)) return [await makeReport(message)];
    const year = Number(dayOf(message.scheduledAt).slice(0, 4));
    const campaigns = (await store.directory.campaigns()).filter((campaign) => campaign.year === year);
    const units = [...new Set(campaigns.map(({ unit }) => unit))];
    const kept: KeptReport[] = [];
    const faults: unknown[] = [];
    for (const unit of units) {
      try {
        kept.push(await makeReport({ unit, year }));
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0)
      throw new AggregateError(faults, `${faults.length} of ${units.length} reports not made`);
    return kept;
  };
}
